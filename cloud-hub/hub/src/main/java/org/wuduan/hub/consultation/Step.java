package org.wuduan.hub.consultation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.Language;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.RingOutcome;
import org.wuduan.hub.identity.Actor;

/** What can be done to a consultation. A step is also what the journal keeps as the event that it became. */
sealed interface Step {
    record Accept(UUID doctor, Consultation.Basis basis) implements Step {}

    record RingAgain() implements Step {}

    record EndRing(RingOutcome outcome) implements Step {}

    record Answer() implements Step {}

    record GiveConsent(@Nullable String textVersion, Language language, ConsentDecision decision, ConsentGiver giver)
            implements Step {}

    /** Whoever may give consent takes it back in the middle of the talk. */
    record WithdrawConsent(ConsentGiver by) implements Step {
        static WithdrawConsent of(Actor actor) {
            return new WithdrawConsent(atHome(actor));
        }
    }

    /** The home has understood the summary. */
    record ConfirmUnderstanding(ConsentGiver by) implements Step {
        static ConfirmUnderstanding of(Actor actor) {
            return new ConfirmUnderstanding(atHome(actor));
        }
    }

    /** The box speaks for the patient; of the children only those may who sign for the patient. */
    private static ConsentGiver atHome(Actor actor) {
        return actor.kind() == ActorKind.BOX ? ConsentGiver.PATIENT : ConsentGiver.PROXY;
    }

    record Cancel(Consultation.Cancellation.By by, Consultation.Cancellation.Why reason) implements Step {}

    /** @param account null for the household's box */
    record Join(@Nullable UUID account) implements Step {
        static Join of(Actor actor) {
            return new Join(accountOf(actor));
        }
    }

    /** @param account null for the household's box */
    record Leave(@Nullable UUID account) implements Step {
        static Leave of(Actor actor) {
            return new Leave(accountOf(actor));
        }
    }

    private static @Nullable UUID accountOf(Actor actor) {
        return actor.kind() == ActorKind.BOX ? null : actor.id();
    }

    /** @param ground null in the journal of before the rules were data */
    record Invite(UUID id, UUID doctor, RemoteInvitation invitation, Consultation.@Nullable Ground ground)
            implements Step {}

    /**
     * A doctor who follows the patient comes in, asked by nobody: an invitation that is accepted from the beginning.
     *
     * @param invitation what the referral says of the patient
     * @param institution where the doctor works; null in the journal of before it was kept
     */
    record JoinAsFollower(
            UUID id,
            UUID doctor,
            RemoteInvitation invitation,
            Consultation.Ground ground,
            @Nullable UUID institution) implements Step {}

    /** @param institution where the doctor works; null in the journal of before it was kept */
    record AcceptInvitation(UUID id, @Nullable UUID institution) implements Step {}

    record DeclineInvitation(UUID id, String reason) implements Step {
        @Override
        public String toString() {
            return "DeclineInvitation[" + id + " ‹redacted›]";
        }
    }

    record WithdrawInvitation(UUID id) implements Step {}

    record SubmitOpinion(UUID id, UUID doctor, String text) implements Step {
        @Override
        public String toString() {
            return "SubmitOpinion[" + id + " ‹redacted›]";
        }
    }

    /** @param corrects the version that the doctor saw; null for the first decision */
    record Decide(
            UUID opinion,
            UUID id,
            Adoption adoption,
            @Nullable String reason,
            @Nullable Integer corrects) implements Step {
        @Override
        public String toString() {
            return "Decide[" + id + " ‹redacted›]";
        }
    }

    record Conclude(ConsultationOutcome outcome, String summary) implements Step {
        @Override
        public String toString() {
            return "Conclude[" + outcome + " ‹redacted›]";
        }
    }
}
