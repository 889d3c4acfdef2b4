package org.wuduan.hub.prescribing;

import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.hub.record.RecordChanged;

/**
 * What becomes known after a prescription was signed and would have been a warning, such as an allergy, puts it back
 * before a pharmacist, once. What the pharmacy has in hand is not withdrawn there; the pharmacist is told to call.
 */
@Component
class RecordWatch {
    private final PrescriptionBook book;
    private final PrescriptionChecks checks;
    private final ReviewCommands reviews;

    RecordWatch(PrescriptionBook book, PrescriptionChecks checks, ReviewCommands reviews) {
        this.book = book;
        this.checks = checks;
        this.reviews = reviews;
    }

    /** Repeated, it asks for the same review under another version. */
    @ApplicationModuleListener
    void on(RecordChanged changed) {
        book.openOf(changed.patient()).stream()
                .filter(this::saysMore)
                .forEach(kept -> reviews.again(kept.id(), changed.by(), ReviewAgain.ALLERGY_ADDED));
    }

    private boolean saysMore(KeptPrescription kept) {
        var last = kept.lastReport();
        if (last == null) {
            return false;
        }
        var known = ids(last.findings());
        return checks.ofRecord(kept).stream()
                .filter(finding -> finding.severity() != FindingSeverity.CAUTION)
                .anyMatch(finding -> !known.contains(finding.id()));
    }

    private static List<String> ids(List<RationalUseFinding> findings) {
        return findings.stream().map(RationalUseFinding::id).toList();
    }
}
