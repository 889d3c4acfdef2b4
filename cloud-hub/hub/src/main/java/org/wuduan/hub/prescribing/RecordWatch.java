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
 * before a pharmacist, and what the pharmacy has in hand of it is withdrawn there.
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
                .filter(this::saysMoreThanWhenSigned)
                .forEach(kept -> reviews.again(kept.id(), changed.by(), ReviewAgain.ALLERGY_ADDED));
    }

    private boolean saysMoreThanWhenSigned(KeptPrescription kept) {
        var issue = kept.issue();
        if (issue == null) {
            return false;
        }
        var known = ids(issue.report().findings());
        return checks.now(kept).findings().stream()
                .filter(finding -> finding.severity() != FindingSeverity.CAUTION)
                .anyMatch(finding -> !known.contains(finding.id()));
    }

    private static List<String> ids(List<RationalUseFinding> findings) {
        return findings.stream().map(RationalUseFinding::id).toList();
    }
}
