package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessHealthTest {
    private static final Instant NINE = Instant.parse("2026-11-22T01:00:00Z");

    @TempDir
    private Path folder;

    private Instant now = NINE;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    void each_sibling_is_written_with_its_state_and_since_when() throws IOException {
        var health = health();
        health.turn();
        pass(1);
        health.answers("hub");
        pass(1);
        health.answers("hub");

        health.turn();

        assertThat(written())
                .isEqualTo("{\"at\":\"2026-11-22T01:00:02Z\",\"processes\":["
                        + "{\"name\":\"postgres\",\"state\":\"starting\",\"since\":\"2026-11-22T01:00:00Z\"},"
                        + "{\"name\":\"hub\",\"state\":\"answers\",\"since\":\"2026-11-22T01:00:01Z\"}]}");
    }

    @Test
    void without_a_change_it_is_written_every_five_seconds() throws IOException {
        var health = health();
        health.turn();
        var first = written();

        pass(4);
        health.turn();
        assertThat(written()).isEqualTo(first);
        pass(1);
        health.turn();

        assertThat(written()).startsWith("{\"at\":\"2026-11-22T01:00:05Z\"");
    }

    @Test
    void one_that_keeps_ending_is_called_so_until_it_answers() throws IOException {
        var health = health();
        health.ended("hub");
        health.keepsEnding("hub");
        health.ended("hub");
        health.turn();
        assertThat(written()).contains("\"hub\",\"state\":\"keeps-ending\"");

        health.answers("hub");
        health.hangs("hub");
        health.turn();

        assertThat(written()).contains("\"hub\",\"state\":\"hangs\"");
    }

    @Test
    void a_disk_that_takes_nothing_ends_nothing_and_is_tried_again() throws IOException {
        var health = new ProcessHealth(folder.resolve("not-there/health.json"), List.of("hub"), clock);
        health.turn();

        Files.createDirectory(folder.resolve("not-there"));
        pass(5);
        health.turn();

        assertThat(folder.resolve("not-there/health.json")).exists();
    }

    private ProcessHealth health() {
        return new ProcessHealth(folder.resolve("health.json"), List.of("postgres", "hub"), clock);
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("health.json"));
    }

    private void pass(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }
}
