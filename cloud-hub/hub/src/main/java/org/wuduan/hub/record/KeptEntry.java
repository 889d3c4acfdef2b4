package org.wuduan.hub.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ClinicalRecord.EntryContent;
import org.wuduan.contract.EntryKind;

/**
 * An entry as the record keeps it.
 *
 * @param author who made its newest version
 * @param retired whether it is no longer true
 */
record KeptEntry(
        UUID id, UUID patient, EntryKind kind, int version, boolean retired, UUID author, Instant at, Text text) {
    /** What is locked. @param retiredFor why it is no longer true */
    record Text(EntryContent content, @Nullable String retiredFor) {
        @Override
        public String toString() {
            return "Text[‹redacted›]";
        }
    }

    EntryContent content() {
        return text.content();
    }
}
