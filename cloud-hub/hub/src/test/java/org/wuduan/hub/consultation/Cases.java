package org.wuduan.hub.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Language;
import org.wuduan.contract.LegalBasisKind;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.RequestedBy;
import org.wuduan.contract.RingOutcome;
import org.wuduan.hub.shared.Outcome;

/** Consultations in every state, brought there by the rules themselves. */
final class Cases {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final UUID DOCTOR = new UUID(1, 1);
    static final UUID COUNTY = new UUID(1, 2);
    static final UUID TERTIARY = new UUID(1, 3);
    static final UUID HOSPITAL = new UUID(7, 1);
    static final UUID CHILD = new UUID(2, 1);
    static final UUID INVITATION = new UUID(3, 1);
    static final Consultation.Basis BASIS = new Consultation.Basis(LegalBasisKind.FOLLOW_UP, "门诊病历", null, List.of());

    private Cases() {}

    static Consultation waiting() {
        return new Consultation(
                new UUID(9, 1),
                new UUID(9, 2),
                new UUID(9, 3),
                new UUID(9, 4),
                new UUID(9, 5),
                ConsultationState.WAITING,
                RequestedBy.PATIENT,
                new UUID(9, 6),
                NOW,
                null,
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

    /** The live and the concluded one have a county doctor who was rung. */
    static Consultation in(ConsultationState state) {
        return switch (state) {
            case WAITING -> waiting();
            case RINGING -> done(waiting(), new Step.Accept(DOCTOR, BASIS));
            case UNANSWERED -> done(in(ConsultationState.RINGING), new Step.EndRing(RingOutcome.NO_ANSWER));
            case CONSENTING -> done(in(ConsultationState.RINGING), new Step.Answer());
            case LIVE ->
                done(
                        done(in(ConsultationState.CONSENTING), consent(ConsentDecision.AGREED)),
                        invite(INVITATION, COUNTY));
            case CONCLUDED -> done(in(ConsultationState.LIVE), new Step.Conclude(ConsultationOutcome.NORMAL, "多喝水"));
            case CANCELLED ->
                done(
                        waiting(),
                        new Step.Cancel(
                                Consultation.Cancellation.By.PATIENT, Consultation.Cancellation.Why.CHANGED_MIND));
        };
    }

    static Step.GiveConsent consent(ConsentDecision decision) {
        return new Step.GiveConsent("home-consultation-2", Language.ZH_CN, decision, ConsentGiver.PATIENT);
    }

    static Step.Invite invite(UUID id, UUID doctor) {
        return new Step.Invite(id, doctor, new RemoteInvitation("头晕", "诊断", "现在", "高血压", "心内科", "副主任"), null);
    }

    static Step.JoinAsFollower follow(UUID id, UUID doctor) {
        return new Step.JoinAsFollower(
                id,
                doctor,
                new RemoteInvitation("高血压", "随转", "现在", "头晕三天", "心内科", "主任医师"),
                new Consultation.Ground(null, new UUID(8, 1), List.of()),
                HOSPITAL);
    }

    static Consultation done(Consultation now, Step step) {
        return switch (ConsultationRules.after(now, step, NOW)) {
            case Outcome.Done<Consultation>(var next) -> next;
            case org.wuduan.hub.shared.Refused<Consultation>(var problem) ->
                throw new AssertionError(step + " was refused: " + problem);
        };
    }
}
