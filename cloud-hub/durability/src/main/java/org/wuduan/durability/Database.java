package org.wuduan.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wuduan.launcher.LowerRights;
import org.wuduan.launcher.Postgres;
import org.wuduan.launcher.PostgresBinaries;
import org.wuduan.launcher.Secrets;

/** The database exactly as the launcher makes and starts it; only where it lies, and planted settings, are ours. */
final class Database {
    private static final Duration START_WITHIN = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 20;

    /** What PostgreSQL says when its folder is well and something else keeps it from starting. */
    private static final List<String> NOT_THE_DISK = List.of("could not bind", "lock file");

    /** SQLSTATE classes of a database that is well and not to be had: connection, resources, an operator's hand. */
    private static final List<String> AWAY = List.of("08", "53", "57");

    private final Postgres postgres;
    private final Path log;
    private @Nullable Process process;

    /** What is on the disk is no database any more: all that was promised is lost. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        Broken(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }

    Database(Path cache, Path folder, Path home, int port) throws InterruptedException {
        postgres = new Postgres(
                PostgresBinaries.in(cache), folder, port, new Secrets(home.resolve("secrets")), LowerRights.here());
        log = home.resolve("postgres.log");
        postgres.prepare();
    }

    /**
     * @param settings more settings, for example fsync=off; the last one counts
     * @throws Broken when it ends by itself because of what it finds on the disk
     */
    void start(List<String> settings) throws IOException, InterruptedException {
        int before = said().length();
        var command = new ArrayList<>(postgres.sibling().spec().command());
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (!answers()) {
            if (started.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                throw ended(said().substring(before));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the database did not start in time: see " + log);
            }
        }
    }

    private String said() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static IOException ended(String said) {
        return NOT_THE_DISK.stream().anyMatch(said::contains)
                ? new IOException("the database did not start: " + said)
                : new Broken("the database can't start: " + said, null);
    }

    private boolean answers() {
        try (var connection = connectAsOwner()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The launcher's own look: it makes the hub's role and database and asserts the durable settings. */
    void makeHubsDatabase() throws InterruptedException, IOException {
        var probe = postgres.sibling().probe();
        var started = process;
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (!probe.answers()) {
            if (System.nanoTime() > deadline || started == null || !started.isAlive()) {
                throw new IOException("the database did not start: see " + log);
            }
        }
    }

    /** Every process of it, as a crash ends them; they are gone only once the disk lets them. */
    List<ProcessHandle> kill() {
        var started = process;
        if (started == null) {
            return List.of();
        }
        var all = new ArrayList<ProcessHandle>(started.descendants().toList());
        all.addFirst(started.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        return all;
    }

    long pid() {
        var started = process;
        if (started == null) {
            throw new IllegalStateException("the database was not started");
        }
        return started.pid();
    }

    List<String> access() {
        return List.of(postgres.url(), Postgres.USER, postgres.password());
    }

    /** A checkpoint writes pages of tables to disk: a cut in its middle tears them. */
    void checkpoint() throws SQLException {
        try (var connection = connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /**
     * How often each measurement is kept, read from the table itself and not from an index.
     *
     * @throws Broken when what it reads is damaged
     */
    Map<String, Integer> kept() throws IOException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off");
            try (var rows = statement.executeQuery("select encode(bytes, 'hex') from reading")) {
                var kept = new HashMap<String, Integer>();
                while (rows.next()) {
                    kept.merge(rows.getString(1), 1, Integer::sum);
                }
                return kept;
            }
        } catch (SQLException unreadable) {
            var state = String.valueOf(unreadable.getSQLState());
            if (AWAY.stream().anyMatch(state::startsWith)) {
                throw new IOException("the database was not read", unreadable);
            }
            throw new Broken("the database can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), Postgres.USER, postgres.password());
    }

    private Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres",
                "postgres",
                postgres.secrets().ofPrograms("database-owner"));
    }
}
