package org.wuduan.hub.consultation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.InvitationState;

/** Small changes of the parts of a consultation. */
final class Steps {
    private Steps() {}

    /** @param institution where the doctor works now */
    static Consultation.Invited accepted(Consultation.Invited invited, @Nullable UUID institution) {
        return new Consultation.Invited(
                invited.id(),
                invited.doctor(),
                InvitationState.ACCEPTED,
                invited.at(),
                invited.invitation(),
                null,
                true,
                invited.ground(),
                institution);
    }

    /** Answered otherwise. */
    static Consultation.Invited ended(
            Consultation.Invited invited, InvitationState state, @Nullable String declineReason) {
        return new Consultation.Invited(
                invited.id(),
                invited.doctor(),
                state,
                invited.at(),
                invited.invitation(),
                declineReason,
                false,
                invited.ground(),
                invited.institution());
    }

    static Consultation.Invited seated(Consultation.Invited invited, boolean seated) {
        return new Consultation.Invited(
                invited.id(),
                invited.doctor(),
                invited.state(),
                invited.at(),
                invited.invitation(),
                invited.declineReason(),
                seated,
                invited.ground(),
                invited.institution());
    }
}
