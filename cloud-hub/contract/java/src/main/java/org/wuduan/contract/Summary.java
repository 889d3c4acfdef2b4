package org.wuduan.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plain-language summary of a concluded consultation; unsigned. */
public record Summary(
        UUID consultationId,
        Patient patient,
        Doctor doctor,
        ConsultationOutcome outcome,
        String text,
        Instant at,
        @Nullable Understanding understood) {
    /** That the home has said it understood it. */
    public record Understanding(ConsentGiver by, Instant at) {}

    @Override
    public String toString() {
        return "Summary[" + consultationId + " ‹redacted›]";
    }
}
