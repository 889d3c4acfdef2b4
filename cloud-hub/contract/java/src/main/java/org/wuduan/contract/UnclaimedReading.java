package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A reading of which nobody knows whose it is; the television asks. */
public record UnclaimedReading(UUID readingId, Instant at, MeasurementProfile profile, List<Value> values) {
    public UnclaimedReading {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return "UnclaimedReading[" + readingId + " " + profile + " ‹redacted›]";
    }
}
