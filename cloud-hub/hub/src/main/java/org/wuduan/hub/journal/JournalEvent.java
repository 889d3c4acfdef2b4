package org.wuduan.hub.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a stream.
 *
 * @param sequence counts from 1 in each stream
 * @param actor who caused it
 * @param payload JSON
 */
public record JournalEvent(StreamName stream, long sequence, String type, UUID actor, Instant at, String payload) {
    @Override
    public String toString() {
        return "JournalEvent[" + stream + " " + sequence + " " + type + " ‹redacted›]";
    }
}
