package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * POST /api/readings, at most 500 readings and 1 MiB.
 *
 * @param sentAt the box's clock when it sent the batch: shows the hub how far that clock is off
 */
public record ReadingBatch(List<Reading> readings, @Nullable Instant sentAt) {
    public ReadingBatch {
        readings = List.copyOf(readings);
    }

    /** A batch that does not say when it was sent: the box's times stand as they are. */
    public ReadingBatch(List<Reading> readings) {
        this(readings, null);
    }
}
