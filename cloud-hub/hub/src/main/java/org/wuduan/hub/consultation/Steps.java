package org.wuduan.hub.consultation;

import org.jspecify.annotations.Nullable;
import org.wuduan.contract.InvitationState;

/** Small changes of the parts of a consultation. */
final class Steps {
    private Steps() {}

    static Consultation.Invited answered(
            Consultation.Invited invited, InvitationState state, @Nullable String declineReason) {
        return new Consultation.Invited(
                invited.id(),
                invited.doctor(),
                state,
                invited.at(),
                invited.invitation(),
                declineReason,
                state == InvitationState.ACCEPTED,
                invited.ground());
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
                invited.ground());
    }
}
