package org.wuduan.hub.prescribing;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** Where a step of a prescription leaves its traces: audit, journal, the screens that show it. */
@Component
class PrescriptionTraces {
    /** The prescriptions of a consultation. */
    static final String STREAM = "prescriptions";

    /** The medicines of a patient at home. */
    static final String HOME_STREAM = "medicines";

    private final Audit audit;
    private final Journal journal;
    private final Reviewers reviewers;

    PrescriptionTraces(Audit audit, Journal journal, Reviewers reviewers) {
        this.audit = audit;
        this.journal = journal;
        this.reviewers = reviewers;
    }

    /** What the journal keeps of a step: the whole as it was then. */
    private record Happened(String what, KeptPrescription prescription) {
        @Override
        public String toString() {
            return "Happened[‹redacted›]";
        }
    }

    void leave(UUID actor, String what, KeptPrescription now) {
        audit.record(Audit.Kind.WRITE, actor, "prescription-" + what, now.consultation());
        journal.append(new StreamName(STREAM, now.consultation()), actor, new Happened(what, now));
        Set<StreamName> shown = new HashSet<>();
        shown.add(new StreamName(HOME_STREAM, now.patient()));
        shown.add(new StreamName("inbox", now.doctor()));
        reviewers.of(now.institution()).forEach(pharmacist -> shown.add(new StreamName("inbox", pharmacist)));
        journal.touch(shown);
    }
}
