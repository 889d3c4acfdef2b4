package org.wuduan.hub.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Mark;
import org.wuduan.contract.Reading;

/**
 * When a reading was received and measured, as far as the clocks of box and device can be believed. The hub's own clock
 * is the measure. A box that has kept count of how long it has had a reading is right about that, whatever its clock says;
 * of the others the hub only knows how far the box's clock is off now.
 *
 * @param receivedAt never later than now
 * @param corrected whether {@code receivedAt} is not what the box says
 * @param shownAt what screens sort and show by: the device's time where it is believable, else {@code receivedAt}
 * @param marks the reading's own, and what the hub found out
 */
record BelievedTimes(Instant receivedAt, boolean corrected, Instant shownAt, Set<Mark> marks) {
    /** A clock may be this far off before it is not believed: an upload may take as long as the box waits for its answer. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    /** A reading that waited longer than this in the box's outbox is marked as received late. */
    static final Duration LATE_AFTER = Duration.ofMinutes(5);

    /** No box received anything before the first one was built: such a clock has lost its time. */
    static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    /** Marks that the box set by comparing the device's clock with its own. */
    private static final Set<Mark> JUDGED_BY_THE_BOX = EnumSet.of(Mark.DEVICE_CLOCK_AHEAD, Mark.RECEIVED_LATE);

    BelievedTimes {
        marks = Set.copyOf(marks);
    }

    /** @param sentAt the box's clock when it sent the reading, null when it does not say */
    static BelievedTimes of(Reading reading, @Nullable Instant sentAt, Instant now) {
        var workedOut = workedOut(reading, sentAt, now);
        boolean unknown = workedOut.isBefore(EARLIEST) || workedOut.isAfter(now.plus(CLOCK_TOLERANCE));
        boolean corrected = unknown || off(workedOut, reading.receivedAt());
        var received = unknown ? now : earlier(corrected ? workedOut : reading.receivedAt(), now);
        var marks = EnumSet.noneOf(Mark.class);
        marks.addAll(reading.marks());
        if (corrected) {
            marks.removeAll(JUDGED_BY_THE_BOX);
        }
        var taken = reading.takenAt();
        boolean believed = believed(taken, received, marks);
        if (corrected) {
            marks.add(unknown && !believed ? Mark.TIME_UNKNOWN : Mark.BOX_CLOCK_CORRECTED);
        }
        var shown = believed && taken != null ? taken : received;
        if (received.isBefore(now.minus(LATE_AFTER)) || (corrected && shown.isBefore(received.minus(LATE_AFTER)))) {
            marks.add(Mark.RECEIVED_LATE);
        }
        return new BelievedTimes(received, corrected, shown, marks);
    }

    private static Instant workedOut(Reading reading, @Nullable Instant sentAt, Instant now) {
        var waited = reading.waitedMillis();
        if (waited != null) {
            return now.minusMillis(waited);
        }
        var received = reading.receivedAt();
        // A reading later than its own sending was received by a clock that has been set since: the offset is not its
        // own.
        if (sentAt == null || !off(sentAt, now) || received.isAfter(sentAt.plus(CLOCK_TOLERANCE))) {
            return received;
        }
        return received.plus(Duration.between(sentAt, now));
    }

    private static boolean believed(@Nullable Instant taken, Instant received, Set<Mark> marks) {
        if (taken == null || marks.contains(Mark.DEVICE_CLOCK_UNSET)) {
            return false;
        }
        if (taken.isAfter(received.plus(CLOCK_TOLERANCE))) {
            marks.add(Mark.DEVICE_CLOCK_AHEAD);
        }
        return !marks.contains(Mark.DEVICE_CLOCK_AHEAD);
    }

    private static boolean off(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_TOLERANCE) > 0;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
