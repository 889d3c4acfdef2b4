package org.wuduan.wearables.simulator;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.gatt.Frame;

/** The memory of a device: when it is full, the oldest measurement makes room, as in real ones. */
final class Memory {
    /** Home devices keep 60–200 measurements; more here, so that a box can be away during a load test. */
    static final int MEASUREMENTS_MAX = 1000;

    private final ArrayDeque<Frame> kept = new ArrayDeque<>();

    void keep(Frame frame) {
        if (kept.size() == MEASUREMENTS_MAX) {
            kept.removeFirst();
        }
        kept.addLast(frame);
    }

    @Nullable
    Frame oldest() {
        return kept.peekFirst();
    }

    void forgetOldest() {
        kept.removeFirst();
    }

    void forgetAll() {
        kept.clear();
    }

    List<Frame> all() {
        return List.copyOf(kept);
    }

    int size() {
        return kept.size();
    }
}
