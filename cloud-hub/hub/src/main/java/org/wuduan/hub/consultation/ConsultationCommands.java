package org.wuduan.hub.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.RequestedBy;
import org.wuduan.contract.RingOutcome;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.Uuid7;

/** Takes steps: access, row lock, rules, row, journal, audit, event; all in the command's transaction. */
@Service
class ConsultationCommands {
    private final Consultations consultations;
    private final Access access;
    private final Households households;
    private final Inboxes inboxes;
    private final CallArrangement arrangement;
    private final Records records;
    private final Clock clock;

    /** Where a step leaves its traces. */
    @Service
    record Records(Journal journal, Audit audit, ApplicationEventPublisher events) {}

    ConsultationCommands(
            Consultations consultations,
            Access access,
            Households households,
            Inboxes inboxes,
            CallArrangement arrangement,
            Records records,
            Clock clock) {
        this.consultations = consultations;
        this.access = access;
        this.households = households;
        this.inboxes = inboxes;
        this.arrangement = arrangement;
        this.records = records;
        this.clock = clock;
    }

    /** The journal's first entry of a consultation. */
    private record Requested(UUID patient, RequestedBy by) {}

    Outcome<Outcome.Nothing> request(Actor actor, Commands.RequestConsultation wish) {
        return access.check(actor, Action.REQUEST_CONSULTATION, new Subject.OfPatient(wish.patientId()))
                .then(_ -> arrangement.mayBegin())
                .then(_ -> households
                        .hold(wish.patientId())
                        .map(household -> add(actor, wish, household))
                        .orElseGet(() -> Refused.of(ProblemType.NOT_FOUND)));
    }

    private Outcome<Outcome.Nothing> add(Actor actor, Commands.RequestConsultation wish, UUID household) {
        var now = clock.instant();
        var by = actor.kind() == ActorKind.BOX ? RequestedBy.PATIENT : RequestedBy.FAMILY;
        var consultation = new Consultation(
                wish.id(),
                wish.patientId(),
                household,
                households.institutionOf(household),
                Uuid7.at(now),
                ConsultationState.WAITING,
                by,
                actor.id(),
                now,
                wish.complaint(),
                null,
                null,
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
        return consultations.add(consultation).then(_ -> {
            leaveTraces(consultation, actor.id(), new Requested(wish.patientId(), by));
            records.journal().touch(inboxes.concernedBy(consultation));
            return Outcome.done();
        });
    }

    /** Whether the actor may take such steps at all; a denial is audited. */
    Outcome<Outcome.Nothing> mayTake(Actor actor, Action action, UUID id) {
        return access.check(actor, action, new Subject.OfConsultation(id));
    }

    /** A doctor takes a waiting request on, which leads to a call. */
    Outcome<Outcome.Nothing> accept(Actor actor, UUID id, Supplier<Outcome<Consultation.Basis>> basis) {
        return mayTake(actor, Action.ACCEPT, id)
                .then(_ -> arrangement.mayBegin())
                .then(_ -> basis.get())
                .then(ground -> apply(actor.id(), id, new Step.Accept(actor.id(), ground)));
    }

    /** Somebody at home has understood the summary. The first time counts; said again it leaves no trace. */
    Outcome<Outcome.Nothing> understood(Actor actor, UUID id) {
        return mayTake(actor, Action.CONFIRM_UNDERSTANDING, id).then(_ -> {
            boolean known = consultations.lock(id).orElseThrow().understanding() != null;
            return known ? Outcome.done() : apply(actor.id(), id, Step.ConfirmUnderstanding.of(actor));
        });
    }

    /** Takes a step of somebody who must be allowed to. */
    Outcome<Outcome.Nothing> take(Actor actor, Action action, UUID id, Step step) {
        return access.check(actor, action, new Subject.OfConsultation(id)).then(_ -> apply(actor.id(), id, step));
    }

    /** Ends a ring that has gone on for too long; nobody's command, so nobody's right is asked. */
    @Transactional
    public void ringTimedOut(UUID id, Instant ringsBefore) {
        var ringing = consultations
                .lock(id)
                .filter(consultation -> consultation.state() == ConsultationState.RINGING)
                .filter(consultation -> consultation.ring() != null
                        && consultation.ring().startedAt().isBefore(ringsBefore));
        if (ringing.isPresent()) {
            apply(ringing.get().household(), id, new Step.EndRing(RingOutcome.NO_ANSWER));
        }
    }

    private Outcome<Outcome.Nothing> apply(UUID actor, UUID id, Step step) {
        var now = clock.instant();
        var before = consultations.lock(id).orElseThrow();
        return ConsultationRules.after(before, step, now).then(next -> {
            consultations.update(next, now);
            // seats before the journal, as everywhere: row locks are taken in one order
            arrangement.arrange(next);
            leaveTraces(next, actor, step);
            if (step instanceof Step.WithdrawConsent) {
                records.events().publishEvent(new ConsentWithdrawn(id, next.patient()));
            }
            if (next.state() == ConsultationState.CONCLUDED
                    && !next.asConcluded().equals(before.asConcluded())) {
                records.events().publishEvent(new ReportContentChanged(id));
            }
            if (Inboxes.showDifferently(before, next)) {
                records.journal().touch(inboxes.concernedBy(next));
            }
            return Outcome.done();
        });
    }

    private void leaveTraces(Consultation consultation, UUID actor, Object event) {
        records.audit()
                .record(
                        Audit.Kind.WRITE,
                        actor,
                        event.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        consultation.id());
        records.journal().append(new StreamName("consultation", consultation.id()), actor, event);
        records.events().publishEvent(new ConsultationChanged(consultation.id()));
    }
}
