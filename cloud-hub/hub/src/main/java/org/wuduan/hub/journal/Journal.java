package org.wuduan.hub.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Append-only numbered streams. */
public interface Journal {
    /** Most events that one read returns. */
    int PAGE_MAX = 1_000;

    /**
     * Appends an event in the running transaction; the number is taken under the stream's row lock.
     *
     * @param payload a record that Jackson can write
     * @return the event's number, from 1
     * @throws IllegalStateException when no transaction is running
     */
    long append(StreamName stream, UUID actor, Object payload);

    /**
     * Gives streams a new head without an event: what their view shows has changed elsewhere. Row locks are taken in
     * the order of the names.
     */
    void touch(Collection<StreamName> streams);

    /** The number of the newest entry, 0 for a stream that has none. */
    long head(StreamName stream);

    /** The heads of many streams by one question; a stream without an entry has 0. */
    Map<StreamName, Long> heads(Collection<StreamName> streams);

    /** Events after a number, oldest first, at most {@link #PAGE_MAX}. */
    List<JournalEvent> after(StreamName stream, long sequence);
}
