package org.wuduan.hub.consultation;

import static org.wuduan.contract.ConsultationState.CANCELLED;
import static org.wuduan.contract.ConsultationState.CONCLUDED;
import static org.wuduan.contract.ConsultationState.CONSENTING;
import static org.wuduan.contract.ConsultationState.LIVE;
import static org.wuduan.contract.ConsultationState.RINGING;
import static org.wuduan.contract.ConsultationState.UNANSWERED;
import static org.wuduan.contract.ConsultationState.WAITING;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Consent;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.InvitationState;
import org.wuduan.hub.consultation.Consultation.Cancellation;
import org.wuduan.hub.consultation.Consultation.Invited;
import org.wuduan.hub.consultation.Consultation.Ring;
import org.wuduan.hub.consultation.Consultation.Understanding;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/**
 * The state machine of a consultation: pure, no clock, no database. Who may take a step was decided by access before;
 * here only what is possible now is decided. PROTOCOL.md, section 2, draws it.
 */
final class ConsultationRules {
    private static final Set<ConsultationState> BEFORE_THE_TALK = EnumSet.of(WAITING, UNANSWERED);

    private ConsultationRules() {}

    /** The consultation after a step, or why the step is impossible. */
    static Outcome<Consultation> after(Consultation now, Step step, Instant at) {
        return switch (step) {
            case Step.Accept(var doctor, var basis) ->
                only(now, WAITING)
                        .then(_ -> Outcome.of(now.change()
                                .acceptedBy(doctor, basis)
                                .ring(new Ring(at, 1, null))
                                .state(RINGING)
                                .build()));
            case Step.RingAgain() -> only(now, UNANSWERED).then(_ -> Outcome.of(ringAgain(now, at)));
            case Step.EndRing(var outcome) ->
                only(now, RINGING)
                        .then(_ -> Outcome.of(now.change()
                                .ring(new Ring(startOf(now, at), countOf(now), outcome))
                                .state(UNANSWERED)
                                .build()));
            case Step.Answer() -> only(now, RINGING).then(_ -> Outcome.of(now.in(CONSENTING)));
            case Step.GiveConsent consent -> only(now, CONSENTING).then(_ -> Outcome.of(consented(now, consent, at)));
            case Step.WithdrawConsent(var by) -> only(now, LIVE).then(_ -> Outcome.of(consentWithdrawn(now, by, at)));
            case Step.Cancel(var by, var reason) -> cancel(now, new Cancellation(by, reason, at));
            case Step.Join(var account) -> only(now, LIVE).then(_ -> join(now, account));
            case Step.Leave(var account) -> only(now, LIVE).then(_ -> leave(now, account));
            case Step.Invite(var id, var doctor, var asked, var ground) ->
                only(now, LIVE)
                        .then(_ -> add(
                                now,
                                new Invited(
                                        id, doctor, InvitationState.RINGING, at, asked, null, false, ground, null)));
            case Step.JoinAsFollower came -> only(now, LIVE).then(_ -> add(now, cameIn(came, at)));
            case Step.AcceptInvitation(var id, var institution) ->
                answer(now, id, one -> Steps.accepted(one, institution));
            case Step.DeclineInvitation(var id, var reason) ->
                answer(now, id, one -> Steps.ended(one, InvitationState.DECLINED, reason));
            case Step.WithdrawInvitation(var id) ->
                answer(now, id, one -> Steps.ended(one, InvitationState.WITHDRAWN, null));
            case Step.SubmitOpinion opinion -> only(now, LIVE).then(_ -> OpinionRules.submit(now, opinion, at));
            case Step.Decide decide -> OpinionRules.decide(now, decide, at);
            case Step.Conclude(var outcome, var summary) ->
                only(now, LIVE)
                        .then(_ -> Outcome.of(now.change()
                                .ringingInvitationsWithdrawn()
                                .concluded(new Consultation.Conclusion(outcome, summary, at))
                                .build()));
            case Step.ConfirmUnderstanding(var by) ->
                only(now, CONCLUDED).then(_ -> Outcome.of(understood(now, new Understanding(by, at))));
        };
    }

    /** The first time counts. */
    private static Consultation understood(Consultation now, Understanding how) {
        return now.understanding() == null ? now.change().understood(how).build() : now;
    }

    private static Outcome<Outcome.Nothing> only(Consultation now, ConsultationState needed) {
        return now.state() == needed ? Outcome.done() : impossible(now);
    }

    static <T> Refused<T> impossible(Consultation now) {
        return Refused.state(now.state().name().toLowerCase(Locale.ROOT));
    }

    private static Consultation ringAgain(Consultation now, Instant at) {
        return now.change()
                .ring(new Ring(at, countOf(now) + 1, null))
                .state(RINGING)
                .build();
    }

    private static int countOf(Consultation now) {
        return Optional.ofNullable(now.ring()).map(Ring::count).orElse(0);
    }

    private static Instant startOf(Consultation now, Instant otherwise) {
        return Optional.ofNullable(now.ring()).map(Ring::startedAt).orElse(otherwise);
    }

    private static Consultation consented(Consultation now, Step.GiveConsent given, Instant at) {
        var consent = new Consent(given.textVersion(), given.language(), given.decision(), given.giver(), at);
        var next = now.change().consent(consent);
        return switch (given.decision()) {
            case AGREED -> next.boxSeated(true).state(LIVE).build();
            case REFUSED -> {
                var how = new Cancellation(by(given.giver()), Cancellation.Why.CONSENT_REFUSED, at);
                yield next.cancelled(how).build();
            }
        };
    }

    /** The consent that was given stays as it was: the talk until now rests on it. */
    private static Consultation consentWithdrawn(Consultation now, ConsentGiver giver, Instant at) {
        var how = new Cancellation(by(giver), Cancellation.Why.CONSENT_WITHDRAWN, at);
        return now.change().ringingInvitationsWithdrawn().cancelled(how).build();
    }

    private static Cancellation.By by(ConsentGiver giver) {
        return switch (giver) {
            case PATIENT -> Cancellation.By.PATIENT;
            case PROXY -> Cancellation.By.FAMILY;
        };
    }

    /** The home may step back at any time before the talk; the doctor only from a ring that nobody answered. */
    private static Outcome<Consultation> cancel(Consultation now, Cancellation how) {
        boolean possible = how.by() == Cancellation.By.DOCTOR
                ? now.state() == UNANSWERED
                : BEFORE_THE_TALK.contains(now.state()) || now.state() == RINGING || now.state() == CONSENTING;
        return possible ? Outcome.of(now.change().cancelled(how).build()) : impossible(now);
    }

    private static Outcome<Consultation> join(Consultation now, @Nullable UUID account) {
        if (account == null) {
            return Outcome.of(now.change().boxSeated(true).build());
        }
        var invited = now.invitationOf(account);
        if (invited.isEmpty()) {
            return Outcome.of(now.change().guest(account, true).build());
        }
        return invited.get().state() == InvitationState.ACCEPTED
                ? Outcome.of(now.change()
                        .invitation(invited.get().id(), one -> Steps.seated(one, true))
                        .build())
                : impossible(now);
    }

    private static Outcome<Consultation> leave(Consultation now, @Nullable UUID account) {
        if (account == null) {
            return Outcome.of(now.change().boxSeated(false).build());
        }
        var invited = now.invitationOf(account);
        if (invited.isPresent()) {
            return Outcome.of(now.change()
                    .invitation(invited.get().id(), one -> Steps.seated(one, false))
                    .build());
        }
        boolean guest = now.guests().stream().anyMatch(one -> one.account().equals(account));
        return guest ? Outcome.of(now.change().guest(account, false).build()) : impossible(now);
    }

    /** Whether a doctor sits in the talk now. */
    static boolean seatedDoctor(Consultation now, UUID account) {
        return account.equals(now.doctor())
                || now.invitationOf(account).filter(Invited::seated).isPresent();
    }

    /** Whether a doctor has a part already: leads the talk, rings, or has accepted. */
    static boolean hasPart(Consultation now, UUID doctor) {
        var open = EnumSet.of(InvitationState.RINGING, InvitationState.ACCEPTED);
        return doctor.equals(now.doctor())
                || now.invitationOf(doctor)
                        .filter(earlier -> open.contains(earlier.state()))
                        .isPresent();
    }

    private static Invited cameIn(Step.JoinAsFollower came, Instant at) {
        return new Invited(
                came.id(),
                came.doctor(),
                InvitationState.ACCEPTED,
                at,
                came.invitation(),
                null,
                true,
                came.ground(),
                came.institution());
    }

    private static Outcome<Consultation> add(Consultation now, Invited invited) {
        if (hasPart(now, invited.doctor())) {
            return Refused.of(ProblemType.ALREADY_INVITED);
        }
        return now.invitation(invited.id()).isPresent()
                ? Refused.field("id")
                : Outcome.of(now.change().invite(invited).build());
    }

    private static Outcome<Consultation> answer(Consultation now, UUID id, UnaryOperator<Invited> answered) {
        var invited = now.invitation(id);
        if (invited.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        if (now.state() != LIVE || invited.get().state() != InvitationState.RINGING) {
            return now.state() == CANCELLED || now.state() != LIVE
                    ? impossible(now)
                    : Refused.state(invited.get().state().name().toLowerCase(Locale.ROOT));
        }
        return Outcome.of(now.change().invitation(id, answered).build());
    }

    /** Whether consent was given; nobody speaks or is heard before. */
    static boolean consentGiven(Consultation consultation) {
        return consultation.consent() != null && consultation.consent().decision() == ConsentDecision.AGREED;
    }
}
