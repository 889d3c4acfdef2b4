package org.wuduan.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The inviting doctor's decision about an opinion, in its newest version.
 *
 * @param signature null where the doctor had no signing key
 */
public record Decision(
        UUID id,
        int version,
        Adoption adoption,
        @Nullable String reason,
        Instant decidedAt,
        Signing.@Nullable Signature signature) {
    @Override
    public String toString() {
        return "Decision[" + id + " " + version + " ‹redacted›]";
    }
}
