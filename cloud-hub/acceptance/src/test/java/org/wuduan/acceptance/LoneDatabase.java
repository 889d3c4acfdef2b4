package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The database of a data folder without the product around it: what a restore brought, before the hub writes anything.
 * Started by the very command of the database that ran before on the same folder.
 */
final class LoneDatabase implements AutoCloseable {
    private static final Duration END_WITHIN = Duration.ofSeconds(60);

    private final Process process;

    private LoneDatabase(Process process) {
        this.process = process;
    }

    /** The command with which a process was started, as proc(5) has it. */
    static List<String> commandOf(long pid) {
        try {
            return List.of(
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static LoneDatabase start(List<String> command, Database database, Path log) {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses root; this gives up the name and keeps access to root's files, as the launcher does
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        try {
            var process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var lone = new LoneDatabase(process);
            Patience.until("the restored database answers", () -> lone.answers(database));
            return lone;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean answers(Database database) {
        if (!process.isAlive()) {
            throw new AssertionError("the restored database ended by itself");
        }
        try {
            return !database.column("select 1").isEmpty();
        } catch (AssertionError notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
            if (!process.waitFor(END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the restored database did not end");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
