package org.wuduan.hub.call;

import java.util.UUID;
import org.wuduan.contract.SeatRole;

/**
 * A seat as its owner's module wants it.
 *
 * @param actor account or box that may claim it
 * @param seated false when the person has left; the seat is kept and shown as left
 */
public record PlannedSeat(UUID actor, SeatRole role, String name, boolean seated) {
    @Override
    public String toString() {
        return "PlannedSeat[" + actor + " " + role + " " + seated + " ‹redacted›]";
    }
}
