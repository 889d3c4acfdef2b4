package org.wuduan.bridge;

import java.util.UUID;

/**
 * One generation of a call's media; a call that moves to another node gets a new one.
 *
 * @param generation from 1
 */
public record RoomName(UUID callId, int generation) {
    public RoomName {
        if (generation < 1) {
            throw new IllegalArgumentException("generations are counted from 1");
        }
    }

    /** What the node calls the room. */
    public String value() {
        return callId + "." + generation;
    }

    @Override
    public String toString() {
        return value();
    }
}
