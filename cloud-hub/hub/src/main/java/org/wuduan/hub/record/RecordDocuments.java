package org.wuduan.hub.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ClinicalRecord.Document;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Subject;

/**
 * A module's knowledge of a patient's documents, which the record lists and the module itself opens. It may name more than
 * the doctor may open, but not much more: the record asks Access about each.
 */
public interface RecordDocuments {
    /** Those older than a place in the list, the newest first, at most so many. */
    List<Kept> of(UUID doctor, UUID patient, Place before, int limit);

    /** Where in the list: by time, and of the same time by id as the database orders it. */
    record Place(Instant at, UUID id) {
        /** Before everything. */
        static final Place TOP = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    }

    /**
     * A document.
     *
     * @param consultation in which it was written; null for one that came otherwise
     * @param at when it was concluded, signed, sent, or came into force
     * @param needed what a doctor must be allowed to do to open it
     * @param subject with what
     */
    record Kept(
            Document.Kind kind,
            UUID id,
            @Nullable UUID consultation,
            Instant at,
            UUID institution,
            UUID author,
            Document.State state,
            Action needed,
            Subject subject) {
        /** A database orders ids by their bytes, which Java does not. */
        static final Comparator<Kept> NEWEST_FIRST = Comparator.comparing(Kept::at)
                .thenComparing(kept -> kept.id().toString())
                .reversed();

        Place place() {
            return new Place(at, id);
        }
    }
}
