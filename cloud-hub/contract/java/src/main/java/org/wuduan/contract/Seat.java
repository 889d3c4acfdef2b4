package org.wuduan.contract;

import java.util.UUID;

/** A person's place in a call. */
public record Seat(UUID id, SeatRole role, String name, Presence presence) {
    @Override
    public String toString() {
        return "Seat[" + id + " " + role + " " + presence + " ‹redacted›]";
    }
}
