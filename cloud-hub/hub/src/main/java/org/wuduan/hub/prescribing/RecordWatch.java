package org.wuduan.hub.prescribing;

import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.hub.record.RecordChanged;

/** An allergy that becomes known after a prescription was signed puts it back before a pharmacist. */
@Component
class RecordWatch {
    private final PrescriptionBook book;
    private final PrescriptionChecks checks;
    private final PharmacyOrders orders;
    private final ReviewCommands reviews;

    RecordWatch(PrescriptionBook book, PrescriptionChecks checks, PharmacyOrders orders, ReviewCommands reviews) {
        this.book = book;
        this.checks = checks;
        this.orders = orders;
        this.reviews = reviews;
    }

    /** Repeating it changes nothing. What is on its way is no longer stopped by paper. */
    @ApplicationModuleListener
    void on(RecordChanged changed) {
        book.openOf(changed.patient()).stream()
                .filter(kept -> !orders.isOnItsWay(kept.id()))
                .filter(this::saysMoreThanWhenSigned)
                .forEach(kept -> reviews.again(kept.id(), changed.by(), ReviewAgain.ALLERGY_ADDED));
    }

    private boolean saysMoreThanWhenSigned(KeptPrescription kept) {
        var issue = kept.issue();
        if (issue == null) {
            return false;
        }
        var known = ids(issue.report().findings());
        var place = new PrescriptionChecks.Place(kept.institution(), kept.consultation(), true);
        return checks.report(place, kept.sheet()).findings().stream()
                .filter(finding -> finding.severity() != FindingSeverity.CAUTION)
                .anyMatch(finding -> !known.contains(finding.id()));
    }

    private static List<String> ids(List<RationalUseFinding> findings) {
        return findings.stream().map(RationalUseFinding::id).toList();
    }
}
