package org.wuduan.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A doctor of another institution asked into the consultation, or who came in because of a referral.
 *
 * @param following asked by nobody: the doctor follows the patient (随转) and came in
 */
public record Invitation(
        UUID id,
        Doctor doctor,
        InvitationState state,
        Instant invitedAt,
        boolean following,
        @Nullable String declineReason) {
    @Override
    public String toString() {
        return "Invitation[" + id + " " + state + " ‹redacted›]";
    }
}
