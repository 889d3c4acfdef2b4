package org.wuduan.bridge;

import java.util.Optional;
import java.util.UUID;

/**
 * One connection of a seat. The seat's newest epoch is the only one that counts.
 *
 * @param epoch from 1, higher for each later connection of the seat
 */
public record Participant(UUID seatId, int epoch) {
    public Participant {
        if (epoch < 1) {
            throw new IllegalArgumentException("epochs are counted from 1");
        }
    }

    /** What the node calls this participant's media; the label of a track comes from here and is never guessed. */
    public String feedId() {
        return seatId + "." + epoch;
    }

    /** Reads a {@link #feedId()}; empty for any other text, such as a feed of somebody else's room. */
    public static Optional<Participant> ofFeedId(String feedId) {
        int dot = feedId.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Participant(
                    UUID.fromString(feedId.substring(0, dot)), Integer.parseInt(feedId.substring(dot + 1))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether this is a later connection of the same seat. */
    public boolean supersedes(Participant other) {
        return seatId.equals(other.seatId) && epoch > other.epoch;
    }

    @Override
    public String toString() {
        return feedId();
    }
}
