package org.wuduan.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One doctor's opinion (会诊意见).
 *
 * @param signature null where it was submitted without one, because the doctor had no signing key
 * @param decision null until the inviting doctor has decided
 */
public record Opinion(
        UUID id,
        Doctor doctor,
        String text,
        Instant submittedAt,
        Signing.@Nullable Signature signature,
        @Nullable Decision decision) {
    @Override
    public String toString() {
        return "Opinion[" + id + " ‹redacted›]";
    }
}
