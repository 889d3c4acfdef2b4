package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.RationalUseKind;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.hub.record.RecordChanged;

/**
 * What becomes known after a prescription was signed and would have been a warning, such as an allergy, puts it back
 * before a pharmacist, once, and what the pharmacy has in hand of it is withdrawn there. An allergy that speaks against
 * what was delivered and is not used up is told to its doctor and the home.
 */
@Component
class RecordWatch {
    private final PrescriptionBook book;
    private final PrescriptionChecks checks;
    private final Supplies supplies;
    private final ReviewCommands reviews;

    RecordWatch(PrescriptionBook book, PrescriptionChecks checks, Supplies supplies, ReviewCommands reviews) {
        this.book = book;
        this.checks = checks;
        this.supplies = supplies;
        this.reviews = reviews;
    }

    /** Repeated, it finds that everything was said. */
    @ApplicationModuleListener
    void on(RecordChanged changed) {
        book.openOf(changed.patient()).stream()
                .filter(kept -> saysMore(kept, _ -> true))
                .forEach(kept -> reviews.again(kept.id(), changed.by(), ReviewAgain.ALLERGY_ADDED));
        supplies.atHome(changed.patient()).stream()
                .filter(kept -> saysMore(kept, kind -> kind == RationalUseKind.ALLERGY))
                .forEach(kept -> reviews.toldAfterDelivery(kept.id(), changed.by()));
    }

    private boolean saysMore(KeptPrescription kept, Predicate<RationalUseKind> of) {
        var last = kept.lastReport();
        if (last == null) {
            return false;
        }
        var known = ids(last.findings());
        return checks.ofRecord(kept).stream()
                .filter(finding -> finding.severity() != FindingSeverity.CAUTION && of.test(finding.kind()))
                .anyMatch(finding -> !known.contains(finding.id()));
    }

    private static List<String> ids(List<RationalUseFinding> findings) {
        return findings.stream().map(RationalUseFinding::id).toList();
    }
}
