package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One measurement as the box received it. */
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
        @Nullable List<String> rrMillis) {
    public Reading {
        values = List.copyOf(values);
        marks = List.copyOf(marks);
    }

    @Override
    public String toString() {
        return "Reading[" + id + " ‹redacted›]";
    }

    /** The wearable. */
    public record Device(String address, String model) {}
}
