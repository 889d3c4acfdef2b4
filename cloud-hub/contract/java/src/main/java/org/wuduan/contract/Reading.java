package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One measurement as the box received it.
 *
 * @param waitedMillis how long the box has had it when it sends it, by a clock that nobody sets; absent when the machine
 *     has started anew since
 */
public record Reading(
        UUID id,
        MeasurementProfile profile,
        Device device,
        Instant receivedAt,
        String bytes,
        List<Value> values,
        List<Mark> marks,
        @Nullable Instant takenAt,
        @Nullable String deviceTime,
        @Nullable Integer sequence,
        @Nullable Integer deviceUser,
        @Nullable List<String> rrMillis,
        @Nullable Long waitedMillis) {
    public Reading {
        values = List.copyOf(values);
        marks = List.copyOf(marks);
    }

    /** The same reading, sent after the box has had it for so long. */
    public Reading afterWaiting(long millis) {
        return new Reading(
                id,
                profile,
                device,
                receivedAt,
                bytes,
                values,
                marks,
                takenAt,
                deviceTime,
                sequence,
                deviceUser,
                rrMillis,
                millis);
    }

    @Override
    public String toString() {
        return "Reading[" + id + " ‹redacted›]";
    }

    /** The wearable. */
    public record Device(String address, String model) {}
}
