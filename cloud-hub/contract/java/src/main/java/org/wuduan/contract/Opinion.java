package org.wuduan.contract;

import java.time.Instant;
import java.util.UUID;

/** One doctor's opinion (会诊意见), submitted, not yet signed. */
public record Opinion(UUID id, Doctor doctor, String text, Instant submittedAt) {
    @Override
    public String toString() {
        return "Opinion[" + id + " ‹redacted›]";
    }
}
