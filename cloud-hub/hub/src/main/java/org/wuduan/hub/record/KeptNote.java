package org.wuduan.hub.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ClinicalRecord.NoteContent;
import org.wuduan.contract.NoteState;
import org.wuduan.contract.NoteTemplate;

/**
 * One version of a note.
 *
 * @param signedAs its number among the signed versions; null when nobody signed it
 */
record KeptNote(
        Head head,
        int version,
        NoteState state,
        UUID author,
        Instant at,
        Text text,
        @Nullable Integer signedAs) {
    /** What never changes. */
    record Head(UUID id, UUID consultation, UUID patient, UUID owner, NoteTemplate template) {}

    /** What is locked. @param reason of an amendment */
    record Text(NoteContent content, @Nullable String reason) {
        @Override
        public String toString() {
            return "Text[‹redacted›]";
        }
    }

    KeptNote signed(int number) {
        return new KeptNote(head, version, state, author, at, text, number);
    }

    NoteContent content() {
        return text.content();
    }
}
