package org.wuduan.hub.consultation;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Language;
import org.wuduan.contract.LegalBasisKind;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.RingOutcome;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.JournalEvent;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;

/** What the simulation needs of this module's inside. */
public final class ConsultationSide {
    private static final RemoteInvitation CASE = new RemoteInvitation("头晕三天", "明确诊断", "现在", "高血压十年", "心内科", "副主任医师以上");

    private final BeanFactory hub;

    public ConsultationSide(BeanFactory hub) {
        this.hub = hub;
    }

    /** What somebody asks for: a step with the right that it needs. */
    public record Wish(String name, Object step, Action right) {}

    /** Opinions and invitations carry an id of their client's making. */
    public static Wish wish(Actor actor, ConsultationView.Action action, ConsultationView seen, UUID id, UUID other) {
        return switch (action) {
            case ACCEPT ->
                wish(
                        new Step.Accept(
                                actor.id(), new Consultation.Basis(LegalBasisKind.FOLLOW_UP, "门诊病历", null, List.of())),
                        Action.ACCEPT);
            case CANCEL -> wish(new Step.Cancel(by(actor), Consultation.Cancellation.Why.OTHER), Action.CANCEL);
            case RING -> wish(new Step.RingAgain(), Action.RING);
            case WITHDRAW_RING -> wish(new Step.EndRing(RingOutcome.WITHDRAWN), Action.WITHDRAW_RING);
            case ANSWER -> wish(new Step.Answer(), Action.ANSWER);
            case INCONVENIENT -> wish(new Step.EndRing(RingOutcome.INCONVENIENT), Action.INCONVENIENT);
            case CONSENT ->
                wish(
                        new Step.GiveConsent("1", Language.ZH_CN, ConsentDecision.AGREED, ConsentGiver.PATIENT),
                        Action.CONSENT_AS_PATIENT);
            case WITHDRAW_CONSENT -> wish(Step.WithdrawConsent.of(actor), Action.WITHDRAW_CONSENT);
            case JOIN -> wish(Step.Join.of(actor), Action.JOIN);
            case LEAVE -> wish(Step.Leave.of(actor), Action.LEAVE);
            case INVITE -> wish(new Step.Invite(id, other, CASE, null), Action.INVITE);
            case ACCEPT_INVITATION -> wish(new Step.AcceptInvitation(mine(seen), null), Action.ANSWER_INVITATION);
            case DECLINE_INVITATION -> wish(new Step.DeclineInvitation(mine(seen), "门诊"), Action.ANSWER_INVITATION);
            case WITHDRAW_INVITATION -> wish(new Step.WithdrawInvitation(last(seen)), Action.WITHDRAW_INVITATION);
            case SUBMIT_OPINION -> wish(new Step.SubmitOpinion(id, actor.id(), "继续观察"), Action.SUBMIT_OPINION);
            case DECIDE -> wish(decision(seen, id), Action.DECIDE);
            case CONFIRM_UNDERSTANDING -> wish(Step.ConfirmUnderstanding.of(actor), Action.CONFIRM_UNDERSTANDING);
            case CONCLUDE -> wish(new Step.Conclude(ConsultationOutcome.NORMAL, "按时吃药"), Action.CONCLUDE);
        };
    }

    /** About the first opinion of somebody else; a second time as a correction of what is seen. */
    private static Step decision(ConsultationView seen, UUID id) {
        var first = java.util.Objects.requireNonNull(seen.doctor()).id();
        var opinion = seen.opinions().stream()
                .filter(one -> !one.doctor().id().equals(first))
                .findFirst()
                .orElseThrow();
        var before = opinion.decision();
        return before == null
                ? new Step.Decide(opinion.id(), id, Adoption.ADOPTED, null, null)
                : new Step.Decide(opinion.id(), before.id(), Adoption.PARTLY, "更正", before.version());
    }

    private static Wish wish(Step step, Action right) {
        return new Wish(step.getClass().getSimpleName(), step, right);
    }

    private static Consultation.Cancellation.By by(Actor actor) {
        return switch (actor.kind()) {
            case BOX -> Consultation.Cancellation.By.PATIENT;
            case FAMILY -> Consultation.Cancellation.By.FAMILY;
            default -> Consultation.Cancellation.By.DOCTOR;
        };
    }

    private static UUID mine(ConsultationView seen) {
        return seen.myInvitationId() == null ? new UUID(0, 0) : seen.myInvitationId();
    }

    private static UUID last(ConsultationView seen) {
        return seen.invitations().isEmpty()
                ? new UUID(0, 0)
                : seen.invitations().getLast().id();
    }

    public Outcome<Outcome.Nothing> request(Actor actor, UUID id, UUID patient) {
        return hub.getBean(ConsultationCommands.class)
                .request(actor, new Commands.RequestConsultation(id, patient, "头晕"));
    }

    public Outcome<Outcome.Nothing> take(Actor actor, UUID id, Wish wish) {
        return hub.getBean(ConsultationCommands.class).take(actor, wish.right(), id, whole(actor, (Step) wish.step()));
    }

    /** With what the hub adds by itself: where the doctor works. */
    private Step whole(Actor actor, Step step) {
        if (!(step instanceof Step.AcceptInvitation accepted)) {
            return step;
        }
        var institution =
                hub.getBean(Consortium.class).post(actor.id()).orElseThrow().institution();
        return new Step.AcceptInvitation(accepted.id(), institution);
    }

    /** What the hub does by itself from time to time. */
    public void tick() {
        hub.getBean(RingTimeout.class).endOldRings();
    }

    /** Whether it exists, and if so how it stands. */
    public ConsultationState state(UUID id) {
        return hub.getBean(Consultations.class).find(id).orElseThrow().state();
    }

    /** Whether the home took its consent back in the middle of the talk. */
    public boolean isWithoutConsentAgain(UUID id) {
        var how = hub.getBean(Consultations.class).find(id).orElseThrow().cancellation();
        return how != null && how.reason() == Consultation.Cancellation.Why.CONSENT_WITHDRAWN;
    }

    public UUID call(UUID id) {
        return hub.getBean(Consultations.class).find(id).orElseThrow().call();
    }

    /** The accounts and boxes that should have a seat now, by the consultation alone. */
    public Set<UUID> seated(UUID id, UUID box) {
        var consultation = hub.getBean(Consultations.class).find(id).orElseThrow();
        var seated = new LinkedHashSet<UUID>();
        if (consultation.state() != ConsultationState.LIVE) {
            return seated;
        }
        if (consultation.boxSeated()) {
            seated.add(box);
        }
        consultation.guests().stream()
                .filter(Consultation.Guest::seated)
                .map(Consultation.Guest::account)
                .forEach(seated::add);
        seated.add(java.util.Objects.requireNonNull(consultation.doctor()));
        consultation.invitations().stream()
                .filter(Consultation.Invited::seated)
                .map(Consultation.Invited::doctor)
                .forEach(seated::add);
        return seated;
    }

    /** The history tells the present: the journal's steps, taken one after the other, end in what the table holds. */
    public boolean historyTellsThePresent(UUID id) {
        var present = hub.getBean(Consultations.class).find(id).orElseThrow();
        var events = events(id);
        var replayed = asRequested(present);
        for (var event : events.subList(1, events.size())) {
            var after = ConsultationRules.after(replayed, step(event), event.at());
            if (!(after instanceof Outcome.Done<Consultation>(var next))) {
                return false;
            }
            replayed = next;
        }
        return WireJson.mapper().valueToTree(replayed).equals(WireJson.mapper().valueToTree(present));
    }

    public List<JournalEvent> events(UUID id) {
        return hub.getBean(Journal.class).after(new StreamName("consultation", id), 0);
    }

    private static Consultation asRequested(Consultation now) {
        return new Consultation(
                now.id(),
                now.patient(),
                now.household(),
                now.institution(),
                now.call(),
                ConsultationState.WAITING,
                now.requestedBy(),
                now.requester(),
                now.requestedAt(),
                now.complaint(),
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
    }

    private static Step step(JournalEvent event) {
        for (var kind : Step.class.getPermittedSubclasses()) {
            if (kind.getSimpleName().equals(event.type())) {
                return (Step) WireJson.mapper().readValue(event.payload(), kind);
            }
        }
        throw new AssertionError("the journal holds no step called " + event.type());
    }

    /** Whether the report of a concluded one is made or owed. */
    public boolean reportIsSeenTo(UUID id) {
        if (state(id) != ConsultationState.CONCLUDED) {
            return true;
        }
        return hub.getBean(JdbcClient.class)
                .sql("select exists (select 1 from consultation_report_archive where consultation = :id)"
                        + " or exists (select 1 from consultation_report_owed where consultation = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** What no consultation may ever look like, whatever happened. */
    public List<String> impossible(UUID id, Instant ringsBefore) {
        var now = hub.getBean(Consultations.class).find(id).orElseThrow();
        var found = new java.util.ArrayList<String>();
        boolean talked = now.state() == ConsultationState.LIVE || now.state() == ConsultationState.CONCLUDED;
        if (talked && !ConsultationRules.consentGiven(now)) {
            found.add(now.state() + " without consent");
        }
        if (now.state() != ConsultationState.WAITING && now.doctor() == null && now.cancellation() == null) {
            found.add(now.state() + " without a doctor");
        }
        if (now.state() == ConsultationState.RINGING
                && (now.ring() == null || now.ring().startedAt().isBefore(ringsBefore))) {
            found.add("rings for ever");
        }
        return found;
    }
}
