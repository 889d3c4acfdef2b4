package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies of the HTTP commands. Commands that are not listed have no body. */
public final class Commands {
    private Commands() {}

    /** POST /api/sessions */
    public record SignIn(String login, String password) {
        @Override
        public String toString() {
            return "SignIn[‹redacted›]";
        }
    }

    /** POST /api/consultations */
    public record RequestConsultation(
            UUID id, UUID patientId, @Nullable String complaint) {
        @Override
        public String toString() {
            return "RequestConsultation[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/consultations/{id}/accept */
    public record Accept(ChosenBasis legalBasis) {}

    /**
     * POST /api/consultations/{id}/consent
     *
     * @param textVersion of the text in sight; null where somebody refused before it was there
     */
    public record GiveConsent(
            @Nullable String textVersion, Language language, ConsentDecision decision, ConsentGiver givenBy) {}

    /** POST /api/consultations/{id}/cancel */
    public record Cancel(Reason reason) {
        /** Choices of reason. */
        public enum Reason {
            @JsonProperty("changed_mind")
            CHANGED_MIND,
            @JsonProperty("unreachable")
            UNREACHABLE,
            @JsonProperty("other")
            OTHER
        }
    }

    /** POST /api/consultations/{id}/invitations */
    public record Invite(
            UUID id,
            UUID doctorId,
            RemoteInvitation invitation,
            @Nullable String agreement) {
        @Override
        public String toString() {
            return "Invite[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/consultations/{id}/invitations/{invitationId}/decline */
    public record DeclineInvitation(String reason) {
        @Override
        public String toString() {
            return "DeclineInvitation[‹redacted›]";
        }
    }

    /**
     * POST /api/consultations/{id}/follow: the doctor who follows the patient (随转) comes into the talk.
     *
     * @param id of the invitation that this is from now on
     */
    public record JoinAsFollower(UUID id) {}

    /** POST /api/consultations/{id}/opinions */
    public record SubmitOpinion(UUID id, String text) {
        @Override
        public String toString() {
            return "SubmitOpinion[" + id + " ‹redacted›]";
        }
    }

    /**
     * POST /api/consultations/{id}/opinions/{opinionId}/decision
     *
     * @param corrects the version that is seen and put right; null for the first decision
     */
    public record Decide(
            UUID id,
            Adoption adoption,
            @Nullable String reason,
            @Nullable Integer corrects) {
        @Override
        public String toString() {
            return "Decide[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/consultations/{id}/conclude */
    public record Conclude(ConsultationOutcome outcome, String summary) {
        @Override
        public String toString() {
            return "Conclude[" + outcome + " ‹redacted›]";
        }
    }

    /** POST /api/duty */
    public record SetDuty(boolean onDuty) {}

    /** POST /api/box-tokens/challenges */
    public record AskBoxChallenge(UUID boxId) {}

    /** POST /api/box-tokens */
    public record AskBoxToken(UUID boxId, UUID challengeId, String signature) {
        @Override
        public String toString() {
            return "AskBoxToken[" + boxId + " ‹redacted›]";
        }
    }

    /** POST /api/boxes/enrolments */
    public record EnrolBox(UUID boxId, String code, String publicKey) {
        @Override
        public String toString() {
            return "EnrolBox[" + boxId + " ‹redacted›]";
        }
    }
}
