package org.wuduan.hub.prescribing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Prescribing.CancelPrescription;
import org.wuduan.contract.Prescribing.ContinuePrescription;
import org.wuduan.contract.Prescribing.ExtendPrescription;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Prescribing.SavePrescription;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.consultation.CareCases.CareCase;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.prescribing.KeptPrescription.Act;
import org.wuduan.hub.prescribing.KeptPrescription.Issue;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** What the treating doctor does with a prescription; each in the transaction of its command. */
@Service
class PrescriptionCommands {
    /** Prescriptions of one consultation, with those that were cancelled or sent back. */
    static final int OF_CONSULTATION_MAX = 20;

    private final Access access;
    private final CareCases cases;
    private final PrescriptionBook book;
    private final PrescriptionChecks checks;
    private final PharmacyOrders orders;
    private final PrescriptionTraces traces;
    private final Signing signing;

    /** What a signature needs: the signer, the day and its end where the institution is. */
    @Service
    record Signing(SignedPrescriptions signed, Consortium consortium, Clock clock) {
        Instant now() {
            return clock.instant();
        }

        /** The end of a day, counted from the day of an instant, by the clock of the institution. */
        Instant endOfDay(Instant from, int daysLater, UUID institution) {
            var zone = ZoneId.of(consortium.zone(institution));
            return LocalDate.ofInstant(from, zone)
                    .plusDays(daysLater + 1L)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }

    PrescriptionCommands(
            Access access,
            CareCases cases,
            PrescriptionBook book,
            PrescriptionChecks checks,
            PharmacyOrders orders,
            PrescriptionTraces traces,
            Signing signing) {
        this.access = access;
        this.cases = cases;
        this.book = book;
        this.checks = checks;
        this.orders = orders;
        this.traces = traces;
        this.signing = signing;
    }

    /** Where a prescription is. */
    record Path(UUID consultation, UUID prescription) {}

    Outcome<PrescriptionReport> check(Actor actor, UUID consultation, PrescriptionSheet sheet) {
        return writable(actor, consultation, sheet)
                .then(care -> Outcome.of(checks.report(
                        new PrescriptionChecks.Place(care.institution(), consultation, false, null), sheet)));
    }

    Outcome<Outcome.Nothing> save(Actor actor, UUID consultation, SavePrescription wish) {
        return writable(actor, consultation, wish.sheet())
                .then(care -> replacesRightly(consultation, wish.sheet())
                        .then(_ -> wish.version() == 0
                                ? add(actor, care, wish)
                                : rewrite(actor, new Path(consultation, wish.id()), wish)));
    }

    private Outcome<Outcome.Nothing> add(Actor actor, CareCase care, SavePrescription wish) {
        if (book.countOfConsultation(care.id()) >= OF_CONSULTATION_MAX) {
            return Refused.of(ProblemType.LIMIT_REACHED);
        }
        var draft = KeptPrescription.draft(
                wish.id(), actor.id(), new KeptPrescription.Place(care.id(), care.institution()), wish.sheet());
        if (!book.add(draft)) {
            return Refused.field("id");
        }
        traces.leave(actor.id(), "save", draft);
        return Outcome.done();
    }

    private Outcome<Outcome.Nothing> rewrite(Actor actor, Path path, SavePrescription wish) {
        return seen(path, wish.version()).then(kept -> {
            if (kept.state() != PrescriptionState.DRAFT) {
                return wrongState(kept);
            }
            return kept(actor, "save", kept.rewritten(wish.sheet()));
        });
    }

    /** Signs it, while it may be written. Nothing is issued that breaks a rule or leaves a warning without a reason. */
    Outcome<Outcome.Nothing> issue(Actor actor, Path path, int version) {
        return own(actor, path, version, (care, kept) -> {
            if (kept.state() != PrescriptionState.DRAFT) {
                return wrongState(kept);
            }
            if (!care.takesOrders(signing.now())) {
                return Refused.state(care.state().name().toLowerCase(Locale.ROOT));
            }
            var report = checks.now(kept);
            if (!report.refusals().isEmpty()) {
                return RuleRefusals.notReady(report.refusals().getFirst());
            }
            return sign(actor, kept, report);
        });
    }

    private Outcome<Outcome.Nothing> sign(Actor actor, KeptPrescription kept, PrescriptionReport report) {
        var drugs = checks.drugs(kept.institution(), kept.sheet()).stream()
                .map(Optional::orElseThrow)
                .toList();
        return signing.signed().sign(actor, kept, drugs, report).then(signed -> {
            var issue = new Issue(
                    signed.signedAt(),
                    signed.hash(),
                    drugs,
                    report,
                    signing.endOfDay(signed.signedAt(), 0, kept.institution()),
                    null);
            return kept(actor, "issue", kept.issued(issue)).then(_ -> lookedAtTogether(actor, kept));
        });
    }

    /** What waits of the same patient gets another version, so that nobody approves it without having seen this one. */
    private Outcome<Outcome.Nothing> lookedAtTogether(Actor actor, KeptPrescription signed) {
        book.openOf(signed.patient()).stream()
                .filter(other -> !other.id().equals(signed.id()))
                .flatMap(other -> book.lock(other.id()).stream())
                .filter(other -> other.state() == PrescriptionState.AWAITING_REVIEW)
                .forEach(other -> kept(actor, "review-again", other.beside(checks.now(other))));
        return Outcome.done();
    }

    /** Good for two or three days instead of the day alone, until the pharmacy is asked for it. */
    Outcome<Outcome.Nothing> extend(Actor actor, Path path, ExtendPrescription wish) {
        return own(actor, path, wish.version(), (care, kept) -> {
            var issue = kept.issue();
            boolean waits =
                    kept.state() == PrescriptionState.AWAITING_REVIEW || kept.state() == PrescriptionState.APPROVED;
            if (issue == null || !waits || kept.isExpired(signing.now()) || orders.mayBeOnItsWay(kept.id())) {
                return wrongState(kept);
            }
            var until = signing.endOfDay(issue.at(), wish.days() - 1, kept.institution());
            return kept(actor, "extend", kept.extended(issue.extended(until, wish.reason())));
        });
    }

    /**
     * Until the medicine was delivered, and again when something became known against it after the delivery; what the
     * pharmacy has or may have of it is withdrawn.
     */
    Outcome<Outcome.Nothing> cancel(Actor actor, Path path, CancelPrescription wish) {
        return own(actor, path, wish.version(), (care, kept) -> {
            boolean over = kept.state() == PrescriptionState.CANCELLED
                    || kept.state() == PrescriptionState.DISPENSED
                    || orders.isDelivered(kept.id());
            if (over && !kept.isToldAgainst()) {
                return wrongState(kept);
            }
            orders.withdraw(kept.id());
            return kept(actor, "cancel", kept.cancelled(new Act(actor.id(), signing.now(), wish.reason())));
        });
    }

    /** Something became known against it after the delivery, and the doctor lets the patient take it on. */
    Outcome<Outcome.Nothing> goOn(Actor actor, Path path, ContinuePrescription wish) {
        return own(
                actor,
                path,
                wish.version(),
                (care, kept) -> kept.isToldAgainst()
                        ? kept(actor, "continue", kept.continued(new Act(actor.id(), signing.now(), wish.reason())))
                        : wrongState(kept));
    }

    private Outcome<Outcome.Nothing> own(
            Actor actor,
            Path path,
            int version,
            BiFunction<CareCase, KeptPrescription, Outcome<Outcome.Nothing>> step) {
        return mayWrite(actor, path.consultation())
                .then(care -> seen(path, version).then(kept -> step.apply(care, kept)));
    }

    private Outcome<CareCase> mayWrite(Actor actor, UUID consultation) {
        return access.check(actor, Action.PRESCRIBE, new Subject.OfConsultation(consultation))
                .then(_ -> Outcome.of(cases.hold(consultation).orElseThrow()));
    }

    /** A prescription typed beside another patient's case goes nowhere. */
    private Outcome<CareCase> writable(Actor actor, UUID consultation, PrescriptionSheet sheet) {
        return mayWrite(actor, consultation).then(care -> {
            if (!care.patient().equals(sheet.patientId())) {
                return Refused.of(ProblemType.PATIENT_MISMATCH);
            }
            return care.takesOrders(signing.now())
                    ? Outcome.of(care)
                    : Refused.state(care.state().name().toLowerCase(Locale.ROOT));
        });
    }

    private Outcome<Outcome.Nothing> replacesRightly(UUID consultation, PrescriptionSheet sheet) {
        var replaced = sheet.replaces();
        boolean right = replaced == null
                || book.find(replaced)
                        .filter(one -> one.consultation().equals(consultation))
                        .filter(one ->
                                one.state() == PrescriptionState.REJECTED || one.state() == PrescriptionState.CANCELLED)
                        .isPresent();
        return right ? Outcome.done() : Refused.field("sheet.replaces");
    }

    private Outcome<KeptPrescription> seen(Path path, int version) {
        var kept =
                book.lock(path.prescription()).filter(one -> one.consultation().equals(path.consultation()));
        if (kept.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        return kept.get().version() == version ? Outcome.of(kept.get()) : Refused.of(ProblemType.EDIT_CONFLICT);
    }

    private Outcome<Outcome.Nothing> kept(Actor actor, String what, KeptPrescription now) {
        book.update(now);
        traces.leave(actor.id(), what, now);
        return Outcome.done();
    }

    private static <T> Outcome<T> wrongState(KeptPrescription kept) {
        return Refused.state(kept.state().name().toLowerCase(Locale.ROOT));
    }
}
