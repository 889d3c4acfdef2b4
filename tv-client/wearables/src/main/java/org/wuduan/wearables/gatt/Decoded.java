package org.wuduan.wearables.gatt;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a frame. Every outcome keeps the bytes, so that nothing that a device sent is thrown away. */
public sealed interface Decoded {
    /** The characteristic that the frame came from. */
    Profile profile();

    /** The frame, cut to {@link Frame#LENGTH_MAX} bytes when it was longer. */
    Frame frame();

    /**
     * A measurement.
     *
     * @param values what the device gave; may be empty when it only said why it could not measure (see the marks)
     * @param details everything beside the values
     */
    record Measurement(Profile profile, Frame frame, List<Value> values, Details details) implements Decoded {
        public Measurement {
            values = List.copyOf(values);
        }

        /** See {@link Mark}. */
        public Set<Mark> marks() {
            return details.marks();
        }
    }

    /**
     * What stands beside the values.
     *
     * @param deviceTime local time of the device's own clock, without a zone; null when absent or unknown. With
     *     {@link Mark#DEVICE_CLOCK_UNSET} it does not tell when, but still tells two stored readings apart
     * @param sequence number that the device counts up with each measurement, 0–65535; only glucose has one
     * @param deviceUser the device's user slot, 0–254; null when absent or unknown (255)
     * @param rrMillis RR intervals in milliseconds, oldest first, exact to the device's 1/1024 s
     */
    record Details(
            @Nullable LocalDateTime deviceTime,
            @Nullable Integer sequence,
            @Nullable Integer deviceUser,
            List<BigDecimal> rrMillis,
            Set<Mark> marks) {
        public Details {
            rrMillis = List.copyOf(rrMillis);
            marks = Set.copyOf(marks);
        }

        @Override
        public String toString() {
            return "Details[‹redacted›]";
        }
    }

    /**
     * Well-formed, but a number is outside {@link Plausible}: it is not shown as a value, its bytes are kept.
     *
     * @param field which number, for the operator
     */
    record Implausible(Profile profile, Frame frame, Value.Kind field) implements Decoded {}

    /** Not a frame of this profile. */
    record Malformed(Profile profile, Frame frame, Reason reason) implements Decoded {}

    /** Why a frame is malformed. */
    enum Reason {
        /** It ends before a field that its flags announce. */
        TRUNCATED,
        /** It goes on after the last field that its flags announce. */
        TRAILING_BYTES,
        /** It is longer than {@link Frame#LENGTH_MAX}, or carries more RR intervals than {@link Decoders#RR_MAX}. */
        TOO_LONG,
        /** Its time stamp is no date and time. */
        IMPOSSIBLE_TIME
    }
}
