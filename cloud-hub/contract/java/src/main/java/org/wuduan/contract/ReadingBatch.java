package org.wuduan.contract;

import java.util.List;

/** POST /api/readings, at most 500 readings and 1 MiB. */
public record ReadingBatch(List<Reading> readings) {
    public ReadingBatch {
        readings = List.copyOf(readings);
    }
}
