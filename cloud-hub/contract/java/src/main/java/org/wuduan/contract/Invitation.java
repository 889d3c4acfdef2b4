package org.wuduan.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A doctor of another institution asked into the consultation. */
public record Invitation(
        UUID id,
        Doctor doctor,
        InvitationState state,
        Instant invitedAt,
        @Nullable String declineReason) {
    @Override
    public String toString() {
        return "Invitation[" + id + " " + state + " ‹redacted›]";
    }
}
