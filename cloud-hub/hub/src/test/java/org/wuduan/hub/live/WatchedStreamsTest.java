package org.wuduan.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.hub.journal.StreamName;

class WatchedStreamsTest {
    private static final long SPACING = Limits.VIEW_SPACING.toNanos();
    private static final StreamName FIRST = new StreamName("consultation", new UUID(0, 1));
    private static final StreamName SECOND = new StreamName("vitals", new UUID(0, 2));

    private final WatchedStreams streams = new WatchedStreams();

    @Test
    void a_stream_that_begins_to_be_watched_is_shown_at_once_and_under_the_clients_name() {
        assertThat(streams.nanosUntilDue(0)).isEqualTo(Long.MAX_VALUE);

        streams.watch(FIRST, "inbox", 5);

        assertThat(streams.nanosUntilDue(5)).isZero();
        assertThat(streams.poll(5)).isEqualTo(new WatchedStreams.Due(FIRST, "inbox"));
        assertThat(streams.poll(5)).isNull();
    }

    @Test
    void many_changes_at_once_are_one_view_and_the_last_is_never_lost() {
        streams.watch(FIRST, "one", 0);
        streams.poll(0);

        assertThat(streams.advanced(FIRST)).isTrue();
        assertThat(streams.advanced(FIRST)).isTrue();

        assertThat(streams.poll(SPACING - 1)).isNull();
        assertThat(streams.nanosUntilDue(SPACING - 1)).isEqualTo(1);
        assertThat(streams.poll(SPACING)).isNotNull();
        assertThat(streams.nanosUntilDue(SPACING)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_stream_that_must_wait_does_not_hold_up_another() {
        streams.watch(FIRST, "one", 0);
        streams.watch(SECOND, "two", 0);
        streams.poll(0);
        streams.poll(0);
        streams.watch(FIRST, "one", 0);
        streams.poll(0);

        streams.advanced(FIRST);
        streams.watch(SECOND, "two", 1);

        assertThat(streams.poll(1)).isEqualTo(new WatchedStreams.Due(SECOND, "two"));
    }

    @Test
    void what_is_not_watched_any_more_is_not_shown() {
        streams.watch(FIRST, "one", 0);
        streams.unwatch(FIRST);

        assertThat(streams.poll(SPACING)).isNull();
        assertThat(streams.advanced(FIRST)).isFalse();
    }

    @Test
    void the_limit_of_streams_counts_each_once() {
        for (int number = 0; number < Limits.STREAMS_MAX; number++) {
            assertThat(streams.watch(new StreamName("vitals", new UUID(1, number)), "some", 0))
                    .isTrue();
        }

        assertThat(streams.watch(FIRST, "one too many", 0)).isFalse();
        assertThat(streams.watch(new StreamName("vitals", new UUID(1, 0)), "again", 0))
                .isTrue();
    }
}
