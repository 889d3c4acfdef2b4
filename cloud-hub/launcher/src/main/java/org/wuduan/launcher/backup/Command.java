package org.wuduan.launcher.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.Diagnosis;
import org.wuduan.launcher.Trouble;

/** {@code ./run backup FILE} and {@code ./run restore FILE}. */
public final class Command {
    private static final int TROUBLE_STATUS = 2;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Command() {}

    /** What a person asked for. */
    private record Wish(boolean restore, Path file, Path key, Path data) {}

    public static void main(String[] arguments) {
        try {
            OUT.println(done(wish(arguments)));
        } catch (Trouble trouble) {
            end(trouble);
        } catch (IOException failure) {
            end(Diagnosis.of("the backup could not be read or written", String.valueOf(failure.getMessage())));
        } catch (UncheckedIOException failure) {
            end(Diagnosis.of("a file could not be read or written", String.valueOf(failure.getMessage())));
        }
    }

    private static void end(Trouble trouble) {
        ERR.println("run: " + trouble.getMessage());
        Runtime.getRuntime().halt(TROUBLE_STATUS);
    }

    private static String done(Wish wish) throws IOException {
        long begin = System.nanoTime();
        var key = BackupKey.in(wish.key());
        var data = new DataFolder(wish.data());
        if (wish.restore()) {
            var manifest = new Restore(wish.file(), key).into(data);
            return "restored %d files as they were at %s into %s; start with ./run --data %s"
                    .formatted(manifest.entries().size(), manifest.madeAt(), data.root(), data.root());
        }
        int files = new Backup(data, key, Clock.systemUTC()).into(wish.file());
        return String.format(
                Locale.ROOT,
                "backed up %d files into %s (%.1f MiB, verified, %.1f s)",
                files,
                wish.file(),
                Files.size(wish.file()) / 1048576.0,
                (System.nanoTime() - begin) / 1e9);
    }

    private static Wish wish(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        boolean restore = rest.removeFirst().equals("restore");
        Path file = null;
        Path key = null;
        Path data = restore ? null : Path.of("data");
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            switch (word) {
                case "--key" -> key = value(word, rest.pollFirst());
                case "--data" -> data = value(word, rest.pollFirst());
                default -> file = fileOf(word, file);
            }
        }
        return new Wish(
                restore,
                required(file, "the name of the backup file is missing"),
                required(key, "--key FILE is missing"),
                required(data, "--data DIR is missing: name the empty folder to restore into")
                        .toAbsolutePath()
                        .normalize());
    }

    private static Path fileOf(String word, @Nullable Path earlier) {
        if (word.startsWith("--") || earlier != null) {
            throw new Trouble("'" + word + "' is not understood: './run --help' shows how to back up and restore.");
        }
        return Path.of(word);
    }

    private static Path value(String option, @Nullable String value) {
        if (value == null) {
            throw new Trouble(option + " needs a value: './run --help' shows which.");
        }
        return Path.of(value);
    }

    private static Path required(@Nullable Path value, String otherwise) {
        if (value == null) {
            throw new Trouble("Nothing was done, " + otherwise + " ('./run --help').");
        }
        return value;
    }
}
