package org.wuduan.hub.record;

import org.wuduan.contract.ClinicalRecord.EntryContent;
import org.wuduan.contract.EntryKind;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/** Which words belong to which kind of entry. */
final class EntryRules {
    private EntryRules() {}

    /** An allergy without its severity or certainty would look weaker than it is: both are said, if only as unknown. */
    static Outcome<Outcome.Nothing> fits(EntryKind kind, EntryContent content) {
        if (content.text().isBlank()) {
            return Refused.field("content.text");
        }
        boolean allergy = kind == EntryKind.ALLERGY;
        if (allergy == (content.severity() == null)) {
            return Refused.field("content.severity");
        }
        if (allergy == (content.certainty() == null)) {
            return Refused.field("content.certainty");
        }
        if (!allergy && content.reaction() != null) {
            return Refused.field("content.reaction");
        }
        if (kind != EntryKind.MEDICATION && content.usage() != null) {
            return Refused.field("content.usage");
        }
        return kind != EntryKind.PROBLEM && content.code() != null ? Refused.field("content.code") : Outcome.done();
    }
}
