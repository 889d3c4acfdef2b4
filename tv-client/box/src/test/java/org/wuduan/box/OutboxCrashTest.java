package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.box.Outbox.Limits;
import org.wuduan.box.Outbox.Outcome;
import org.wuduan.box.Outbox.Waiting;

@Tag("thorough")
class OutboxCrashTest {
    private static final long SEED = 20_261_122;
    private static final int CRASHES = 4;

    @TempDir
    Path folder;

    @Test
    void every_reading_that_was_reported_as_saved_is_there_after_kill_9() throws Exception {
        var random = new SplittableRandom(SEED);
        var reported = new ArrayList<UUID>();

        for (int crash = 0; crash < CRASHES; crash++) {
            reported.addAll(writeAndKill(10 + random.nextInt(150)));
        }

        try (var outbox = Outbox.open(folder, Limits.OF_A_BOX)) {
            var kept = outbox.oldest(Integer.MAX_VALUE, Integer.MAX_VALUE, Set.of()).stream()
                    .map(Waiting::id)
                    .toList();
            assertThat(kept).as("seed " + SEED).containsAll(reported).doesNotHaveDuplicates();
            assertThat(reported).hasSizeGreaterThan(40);
        }
    }

    /** Kills the writer after so many reports; those that it had already sent on by then count too. */
    private List<UUID> writeAndKill(int reports) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var ids = new ArrayList<UUID>();
        try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() == 36) {
                    ids.add(UUID.fromString(line));
                }
                if (ids.size() == reports) {
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(reports);
        return ids;
    }

    /** Saves without end and reports each id as soon as it is saved. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            try (var outbox = Outbox.open(Path.of(args[0]), Limits.OF_A_BOX)) {
                var reading = Fixtures.spot();
                while (Fixtures.save(outbox, reading) == Outcome.SAVED) {
                    System.out.println(reading.id());
                    System.out.flush();
                    reading = Fixtures.spot();
                }
            }
        }
    }
}
