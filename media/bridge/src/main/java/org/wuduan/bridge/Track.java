package org.wuduan.bridge;

import java.util.UUID;

/** Whose media a line of an offer carries. A {@code mid} can change its seat from one offer to the next. */
public record Track(String mid, UUID seatId, Kind kind) {
    /** What is carried. */
    public enum Kind {
        AUDIO,
        VIDEO
    }
}
