package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Mark;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Reading;

/** Whose clock is believed, when the box's clock is behind, ahead, or was set while a reading waited. */
class BelievedTimesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:15:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The box's clock lost its time when it was switched on, ten minutes ago. */
    private static final Instant BOX_NOW = Instant.parse("1970-01-01T00:10:00Z");

    @Test
    void a_box_whose_clock_is_right_is_believed() {
        var times = BelievedTimes.of(received(NOW.minusSeconds(30)).afterWaiting(29_000), NOW.minusSeconds(1), NOW);

        assertThat(times.receivedAt()).isEqualTo(NOW.minusSeconds(30));
        assertThat(times.shownAt()).isEqualTo(NOW.minusSeconds(30));
        assertThat(times.corrected()).isFalse();
        assertThat(times.marks()).isEmpty();
    }

    @Test
    void a_clock_that_is_off_by_the_tolerance_is_believed_and_by_a_second_more_is_not() {
        var at = received(NOW.minus(BelievedTimes.CLOCK_TOLERANCE));
        var past = received(NOW.minus(BelievedTimes.CLOCK_TOLERANCE).minusSeconds(1));

        assertThat(BelievedTimes.of(at, at.receivedAt(), NOW).corrected()).isFalse();
        assertThat(BelievedTimes.of(past, past.receivedAt(), NOW).shownAt()).isEqualTo(NOW);
        assertThat(BelievedTimes.of(past, past.receivedAt(), NOW).marks()).containsExactly(Mark.BOX_CLOCK_CORRECTED);
    }

    @Test
    void the_readings_of_a_box_that_believes_in_1970_keep_their_order_and_distance() {
        var first = BelievedTimes.of(received(BOX_NOW.minus(MINUTE)), BOX_NOW, NOW);
        var second = BelievedTimes.of(received(BOX_NOW), BOX_NOW, NOW);

        assertThat(first.shownAt()).isEqualTo(NOW.minus(MINUTE));
        assertThat(second.shownAt()).isEqualTo(NOW);
        assertThat(second.marks()).containsExactly(Mark.BOX_CLOCK_CORRECTED);
    }

    @Test
    void a_box_that_is_two_days_ahead_is_set_back() {
        var ahead = NOW.plus(Duration.ofDays(2));

        var times = BelievedTimes.of(received(ahead.minus(Duration.ofHours(3))), ahead, NOW);

        assertThat(times.shownAt()).isEqualTo(NOW.minus(Duration.ofHours(3)));
        assertThat(times.marks()).containsExactlyInAnyOrder(Mark.BOX_CLOCK_CORRECTED, Mark.RECEIVED_LATE);
    }

    @Test
    void how_long_it_waited_counts_more_than_a_clock_that_was_set_in_between() {
        var beforeTheClockWasSet = received(BOX_NOW).afterWaiting(MINUTE.toMillis());

        var times = BelievedTimes.of(beforeTheClockWasSet, NOW, NOW);

        assertThat(times.shownAt()).isEqualTo(NOW.minus(MINUTE));
        assertThat(times.marks()).containsExactly(Mark.BOX_CLOCK_CORRECTED);
    }

    @Test
    void the_offset_of_today_is_not_laid_on_a_reading_that_a_right_clock_received() {
        var yesterday = NOW.minus(Duration.ofDays(1));

        var times = BelievedTimes.of(received(yesterday), BOX_NOW, NOW);

        assertThat(times.shownAt()).isEqualTo(yesterday);
        assertThat(times.corrected()).isFalse();
    }

    @Test
    void a_time_that_nobody_can_work_out_is_said_to_be_unknown() {
        var lostTime = BelievedTimes.of(received(BOX_NOW), NOW, NOW);
        var future = BelievedTimes.of(received(NOW.plus(Duration.ofDays(400))), NOW, NOW);

        for (var times : List.of(lostTime, future)) {
            assertThat(times.shownAt()).isEqualTo(NOW);
            assertThat(times.marks()).containsExactly(Mark.TIME_UNKNOWN);
        }
    }

    @Test
    void a_device_is_not_blamed_for_the_clock_of_the_box() {
        var taken = NOW.minus(MINUTE);
        var reading = reading(BOX_NOW, taken, List.of(Mark.DEVICE_CLOCK_AHEAD, Mark.IRREGULAR_PULSE));

        var times = BelievedTimes.of(reading, BOX_NOW, NOW);

        assertThat(times.shownAt()).isEqualTo(taken);
        assertThat(times.marks()).containsExactlyInAnyOrder(Mark.BOX_CLOCK_CORRECTED, Mark.IRREGULAR_PULSE);
    }

    @Test
    void the_times_of_device_and_box_may_both_be_wrong() {
        var reading = reading(BOX_NOW, NOW.plus(Duration.ofDays(3)), List.of());

        var times = BelievedTimes.of(reading, BOX_NOW, NOW);

        assertThat(times.shownAt()).isEqualTo(NOW);
        assertThat(times.marks()).containsExactlyInAnyOrder(Mark.BOX_CLOCK_CORRECTED, Mark.DEVICE_CLOCK_AHEAD);
    }

    @Test
    void a_box_that_does_not_say_its_time_is_believed() {
        var hourAgo = NOW.minus(Duration.ofHours(1));

        assertThat(BelievedTimes.of(received(hourAgo), null, NOW).shownAt()).isEqualTo(hourAgo);
    }

    private static Reading received(Instant at) {
        return reading(at, null, List.of());
    }

    private static Reading reading(Instant receivedAt, @Nullable Instant takenAt, List<Mark> marks) {
        return new Reading(
                UUID.randomUUID(),
                MeasurementProfile.BLOOD_PRESSURE,
                new Reading.Device("C0:00:00:00:01:01", "SimBP"),
                receivedAt,
                "00",
                List.of(),
                marks,
                takenAt,
                null,
                null,
                null,
                null,
                null);
    }
}
