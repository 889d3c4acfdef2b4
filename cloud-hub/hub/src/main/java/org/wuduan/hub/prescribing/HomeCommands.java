package org.wuduan.hub.prescribing;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Prescribing.OrderMedicines;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** What the home does: the patient agrees by key to a long supply, and the medicine is asked for. */
@Service
class HomeCommands {
    private final Access access;
    private final PrescriptionBook book;
    private final PharmacyOrders orders;
    private final SignedPrescriptions signed;
    private final PrescriptionTraces traces;
    private final Clock clock;

    HomeCommands(
            Access access,
            PrescriptionBook book,
            PharmacyOrders orders,
            SignedPrescriptions signed,
            PrescriptionTraces traces,
            Clock clock) {
        this.access = access;
        this.book = book;
        this.orders = orders;
        this.signed = signed;
        this.traces = traces;
        this.clock = clock;
    }

    /** Where a prescription is. */
    record Path(UUID patient, UUID prescription) {}

    Outcome<Outcome.Nothing> confirm(Actor actor, Path path, int version) {
        return seen(actor, Action.CONFIRM_PRESCRIPTION, path).then(kept -> {
            if (kept.version() != version) {
                return Refused.of(ProblemType.EDIT_CONFLICT);
            }
            if (kept.state() != PrescriptionState.DRAFT || !SupplyRules.needsConfirmation(kept.sheet())) {
                return Refused.state(kept.state().name().toLowerCase(Locale.ROOT));
            }
            var confirmed = kept.confirmed(clock.instant());
            book.update(confirmed);
            traces.leave(actor.id(), "confirm", confirmed);
            return Outcome.done();
        });
    }

    Outcome<Outcome.Nothing> order(Actor actor, Path path, OrderMedicines wish) {
        return seen(actor, Action.ORDER_MEDICINES, path).then(kept -> {
            if (kept.isExpired(clock.instant())) {
                return RuleRefusals.expired();
            }
            if (kept.state() != PrescriptionState.APPROVED) {
                return Refused.state(kept.state().name().toLowerCase(Locale.ROOT));
            }
            return signed.approved(kept)
                    .then(_ -> orders.place(wish.id(), kept))
                    .then(_ -> {
                        traces.leave(actor.id(), "order", kept);
                        return Outcome.done();
                    });
        });
    }

    private Outcome<KeptPrescription> seen(Actor actor, Action action, Path path) {
        return access.check(actor, action, new Subject.OfPatient(path.patient()))
                .then(_ -> book.lock(path.prescription())
                        .filter(kept -> kept.patient().equals(path.patient()))
                        .<Outcome<KeptPrescription>>map(Outcome::of)
                        .orElseGet(() -> Refused.of(ProblemType.NOT_FOUND)));
    }
}
