package org.wuduan.hub.prescribing;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Prescribing.ReviewPrescription;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.contract.RationalUseKind;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.prescribing.KeptPrescription.Review;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.Uuid7;

/** What a pharmacist decides. A prescription is valid only after it. */
@Service
class ReviewCommands {
    private final Access access;
    private final Audit audit;
    private final PrescriptionBook book;
    private final PrescriptionChecks checks;
    private final PharmacyOrders orders;
    private final PrescriptionTraces traces;
    private final SignedPrescriptions signed;
    private final Clock clock;

    ReviewCommands(
            Access access,
            Audit audit,
            PrescriptionBook book,
            PrescriptionChecks checks,
            PharmacyOrders orders,
            PrescriptionTraces traces,
            SignedPrescriptions signed,
            Clock clock) {
        this.access = access;
        this.audit = audit;
        this.book = book;
        this.checks = checks;
        this.orders = orders;
        this.traces = traces;
        this.signed = signed;
        this.clock = clock;
    }

    Outcome<Outcome.Nothing> review(Actor actor, UUID prescription, ReviewPrescription wish) {
        if (actor.kind() != ActorKind.PHARMACIST) {
            audit.recordDenial(actor.id(), "review_prescriptions", prescription);
            return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        var kept = book.lock(prescription);
        if (kept.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        return access.check(
                        actor,
                        Action.REVIEW_PRESCRIPTIONS,
                        new Subject.OfInstitution(kept.get().institution()))
                .then(_ -> decide(actor, kept.get(), wish));
    }

    private Outcome<Outcome.Nothing> decide(Actor actor, KeptPrescription kept, ReviewPrescription wish) {
        if (kept.version() != wish.version()) {
            return Refused.of(ProblemType.EDIT_CONFLICT);
        }
        var issue = kept.issue();
        if (issue == null || kept.state() != PrescriptionState.AWAITING_REVIEW) {
            return Refused.state(kept.state().name().toLowerCase(Locale.ROOT));
        }
        boolean approves = wish.decision() == ReviewDecision.APPROVED;
        var reason = wish.reason();
        if (!approves && (reason == null || reason.isBlank())) {
            return Refused.field("reason");
        }
        if (approves && kept.isExpired(clock.instant()) && !orders.isOnItsWay(kept.id())) {
            return RuleRefusals.expired();
        }
        var content = new SignedPrescriptions.OfReview(kept.id(), issue.hash(), wish.decision(), reason);
        return signed.unchanged(kept)
                .then(_ -> signed.sign(actor, Uuid7.at(clock.instant()), content))
                .then(version -> {
                    var decided = kept.reviewed(
                            approves ? approved(kept) : PrescriptionState.REJECTED,
                            new Review(actor.id(), version.signedAt(), reason, wish.decision(), version.document()));
                    book.update(decided);
                    if (approves) {
                        orders.goesOn(kept.id());
                    } else {
                        orders.withdraw(kept.id());
                    }
                    traces.leave(actor.id(), approves ? "approve" : "reject", decided);
                    return Outcome.done();
                });
    }

    /** Reviewed again while the pharmacy had it, it may have reached the home since. */
    private PrescriptionState approved(KeptPrescription kept) {
        return orders.isDelivered(kept.id()) ? PrescriptionState.DISPENSED : PrescriptionState.APPROVED;
    }

    /**
     * Something was written into the record after a doctor signed. If it is a new warning, what may still be taken and was
     * not delivered goes to a pharmacist again, and what the pharmacy has or may have of it is withdrawn. What waits
     * already gets another version, so that nobody approves what was not on the screen.
     */
    void again(UUID prescription, UUID by, ReviewAgain because) {
        book.lock(prescription)
                .filter(kept ->
                        kept.state() == PrescriptionState.APPROVED || kept.state() == PrescriptionState.AWAITING_REVIEW)
                .filter(kept -> !kept.isExpired(clock.instant()) || orders.mayBeOnItsWay(kept.id()))
                .filter(kept -> checks.warnsAnew(kept, _ -> true))
                .ifPresent(kept -> {
                    var again = kept.again(because, checks.now(kept));
                    book.update(again);
                    orders.withdraw(kept.id());
                    traces.leave(by, "review-again", again);
                });
    }

    /** If an allergy became known after the delivery, its doctor and the home are told; no pharmacist has to decide. */
    void toldAfterDelivery(UUID prescription, UUID by) {
        book.lock(prescription)
                .filter(kept -> kept.state() == PrescriptionState.DISPENSED)
                .filter(kept -> checks.warnsAnew(kept, kind -> kind == RationalUseKind.ALLERGY))
                .ifPresent(kept -> {
                    var told = kept.told(clock.instant(), checks.now(kept));
                    book.update(told);
                    traces.leave(by, "told-after-delivery", told);
                });
    }
}
