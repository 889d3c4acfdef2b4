package org.wuduan.hub.referral;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Referrals;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.State;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.consultation.CareCases;
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

/** Takes steps of referrals: access, row lock, what is possible now, row, journal, audit; in the command's transaction. */
@Service
class ReferralCommands {
    private final ReferralBook book;
    private final ReferralTargets targets;
    private final Sending sending;
    private final ReferralSignatures signatures;
    private final CarePlans plans;
    private final Access access;
    private final Traces traces;
    private final Clock clock;

    /** Where a step leaves its traces. */
    @Service
    record Traces(Journal journal, Audit audit) {}

    ReferralCommands(
            ReferralBook book,
            ReferralTargets targets,
            Sending sending,
            ReferralSignatures signatures,
            CarePlans plans,
            Access access,
            Traces traces,
            Clock clock) {
        this.book = book;
        this.targets = targets;
        this.sending = sending;
        this.signatures = signatures;
        this.plans = plans;
        this.access = access;
        this.traces = traces;
        this.clock = clock;
    }

    Outcome<Outcome.Nothing> send(Actor actor, Referrals.SendReferral wish) {
        return sending.may(actor, wish)
                .then(_ -> sending.prepare(actor, wish))
                .then(referral -> signatures.signed(actor, referral))
                .then(referral -> book.add(referral).then(done -> {
                    leaveTraces(actor.id(), referral, referral);
                    return Outcome.of(done);
                }));
    }

    Outcome<Outcome.Nothing> accept(Actor actor, UUID id, Referrals.AcceptReferral wish) {
        return step(actor, Action.ANSWER_REFERRAL, id, wish, referral -> {
            if (referral.state() != State.SENT) {
                return impossible(referral);
            }
            var answer = new ReferralCase.Answered(actor.id(), clock.instant(), wish.on(), wish.place(), null);
            var next = referral.answered(State.ACCEPTED, answer);
            return install(next) ? Outcome.of(next) : Refused.of(ProblemType.EDIT_CONFLICT);
        });
    }

    /** A package that comes home is the plan there from now on; false where another came at the same moment. */
    private boolean install(ReferralCase accepted) {
        var carePackage = accepted.carePackage();
        var answer = accepted.answer();
        return carePackage == null
                || answer == null
                || plans.install(new CarePlans.Plan(
                        accepted.id(),
                        accepted.patient(),
                        accepted.institution(),
                        accepted.sender(),
                        answer.doctor(),
                        answer.at(),
                        carePackage,
                        null,
                        null));
    }

    Outcome<Outcome.Nothing> decline(Actor actor, UUID id, Referrals.DeclineReferral wish) {
        return step(
                actor,
                Action.ANSWER_REFERRAL,
                id,
                wish,
                referral -> referral.state() == State.SENT
                        ? Outcome.of(referral.answered(
                                State.DECLINED,
                                new ReferralCase.Answered(actor.id(), clock.instant(), null, null, wish.reason())))
                        : impossible(referral));
    }

    Outcome<Outcome.Nothing> note(Actor actor, UUID id, Referrals.AddReferralNote wish) {
        return step(actor, Action.WRITE_REFERRAL, id, wish, referral -> {
            boolean used = referral.notes().stream().anyMatch(note -> note.id().equals(wish.id()));
            if (used) {
                return Refused.field("id");
            }
            if (referral.notes().size() == ReferralBook.LISTED_MAX) {
                return Refused.of(ProblemType.LIMIT_REACHED);
            }
            return Outcome.of(
                    referral.noted(new ReferralCase.Written(wish.id(), actor.id(), wish.text(), clock.instant())));
        });
    }

    Outcome<Outcome.Nothing> follow(Actor actor, UUID id, Referrals.FollowReferral wish) {
        var until = wish.days() == 0 ? null : clock.instant().plus(Duration.ofDays(wish.days()));
        return step(
                actor,
                Action.FOLLOW_REFERRAL,
                id,
                wish,
                referral -> referral.state() == State.DECLINED
                        ? impossible(referral)
                        : Outcome.of(referral.followed(until)));
    }

    private Outcome<Outcome.Nothing> step(
            Actor actor, Action action, UUID id, Record event, Function<ReferralCase, Outcome<ReferralCase>> change) {
        return access.check(actor, action, new Subject.OfReferral(id))
                .then(_ -> change.apply(book.lock(id).orElseThrow()))
                .then(next -> {
                    book.update(next);
                    leaveTraces(actor.id(), next, event);
                    return Outcome.done();
                });
    }

    private static <T> Refused<T> impossible(ReferralCase referral) {
        return Refused.state(ReferralBook.word(referral.state()));
    }

    private void leaveTraces(UUID actor, ReferralCase referral, Record event) {
        var action = event instanceof ReferralCase ? "send-referral" : action(event);
        traces.audit().record(Audit.Kind.WRITE, actor, action, referral.id());
        // once more under the patient, who may see who had to do with the record
        traces.audit().record(Audit.Kind.WRITE, actor, action, referral.patient());
        traces.journal().append(new StreamName("referral", referral.id()), actor, event);
        var shown = new HashSet<StreamName>();
        shown.add(new StreamName("referrals", referral.sender()));
        targets.doctors(referral).forEach(doctor -> shown.add(new StreamName("referrals", doctor)));
        shown.add(new StreamName("plan", referral.patient()));
        shown.add(Followings.inbox(referral.sender()));
        traces.journal().touch(shown);
    }

    /** AcceptReferral becomes accept-referral. */
    private static String action(Record event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    /** Who may send what, and what becomes of the wish. */
    @Service
    static class Sending {
        private final ReferralBook book;
        private final Access access;
        private final Consortium consortium;
        private final Households households;
        private final CareCases cases;
        private final DiseaseCatalogues catalogues;
        private final Clock clock;

        Sending(
                ReferralBook book,
                Access access,
                Consortium consortium,
                Households households,
                CareCases cases,
                DiseaseCatalogues catalogues,
                Clock clock) {
            this.book = book;
            this.access = access;
            this.consortium = consortium;
            this.households = households;
            this.cases = cases;
            this.catalogues = catalogues;
            this.clock = clock;
        }

        /** Out of a consultation, back from a referral that the doctor accepted, or by the doctor who keeps the plan. */
        Outcome<Outcome.Nothing> may(Actor actor, Referrals.SendReferral wish) {
            if (wish.consultationId() != null) {
                var consultation = wish.consultationId();
                return access.check(actor, Action.REFER, new Subject.OfConsultation(consultation))
                        .then(_ -> outOf(cases.hold(consultation).orElseThrow(), wish));
            }
            if (wish.answersId() != null) {
                var answered = wish.answersId();
                return access.check(actor, Action.REFER, new Subject.OfReferral(answered))
                        .then(_ -> book.find(answered).orElseThrow().patient().equals(wish.patientId())
                                ? Outcome.done()
                                : Refused.field("patientId"));
            }
            return access.check(actor, Action.REFER, new Subject.OfPatient(wish.patientId()));
        }

        private static Outcome<Outcome.Nothing> outOf(CareCases.CareCase care, Referrals.SendReferral wish) {
            if (!care.patient().equals(wish.patientId())) {
                return Refused.field("patientId");
            }
            return care.consentWithdrawn() ? Refused.state("cancelled") : Outcome.done();
        }

        Outcome<ReferralCase> prepare(Actor actor, Referrals.SendReferral wish) {
            var place = consortium.place(wish.institutionId());
            if (place.isEmpty() || !place.get().departments().contains(wish.department())) {
                return Refused.field(place.isEmpty() ? "institutionId" : "department");
            }
            var household = households.resident(wish.patientId()).orElseThrow().household();
            boolean down = wish.direction() == Direction.DOWN;
            if (down && !households.institutionOf(household).equals(wish.institutionId())) {
                return Refused.field("institutionId");
            }
            var carePackage = wish.carePackage();
            if (down != (carePackage != null) || carePackage != null && !PlanRules.isSound(carePackage)) {
                return Refused.field("package");
            }
            var sender = consortium.post(actor.id()).orElseThrow();
            var advice = down
                    ? null
                    : catalogues
                            .advice(
                                    sender.institution(),
                                    wish.disease(),
                                    place.get().level())
                            .warning();
            return Outcome.of(new ReferralCase(
                    wish.id(),
                    wish.patientId(),
                    wish.direction(),
                    State.SENT,
                    actor.id(),
                    sender.institution(),
                    wish.institutionId(),
                    wish.department(),
                    wish.disease(),
                    wish.urgency(),
                    wish.greenChannel(),
                    wish.summary(),
                    wish.carePackage(),
                    wish.consultationId(),
                    wish.answersId(),
                    advice,
                    clock.instant(),
                    null,
                    List.of(),
                    null,
                    null));
        }
    }
}
