package org.wuduan.contract;

import java.time.Instant;
import java.util.UUID;

/** The plain-language summary of a concluded consultation; unsigned. */
public record Summary(
        UUID consultationId, Patient patient, Doctor doctor, ConsultationOutcome outcome, String text, Instant at) {
    @Override
    public String toString() {
        return "Summary[" + consultationId + " ‹redacted›]";
    }
}
