package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final EventLog log = new EventLog(
            Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC),
            new PrintStream(written, true, StandardCharsets.UTF_8));

    @Test
    void a_line_says_when_which_part_how_grave_and_what() {
        log.event("readings.delivered", "count", 3);
        log.event("box.bug", "fault", "IllegalStateException");

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "{\"at\":\"2026-11-22T01:00:00Z\",\"part\":\"box\",\"level\":\"INFO\","
                                + "\"event\":\"readings.delivered\",\"count\":3}",
                        "{\"at\":\"2026-11-22T01:00:00Z\",\"part\":\"box\",\"level\":\"ERROR\","
                                + "\"event\":\"box.bug\",\"fault\":\"IllegalStateException\"}");
    }
}
