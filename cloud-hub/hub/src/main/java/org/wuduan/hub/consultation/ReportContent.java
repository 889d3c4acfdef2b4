package org.wuduan.hub.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.Patient;
import org.wuduan.contract.Signing.SignedDocument;

/**
 * All that stands in a report, read at one moment.
 *
 * @param source of the rule on which the talk rests; null without a ground
 */
record ReportContent(
        Consultation consultation,
        Patient patient,
        Doctor doctor,
        @Nullable String source,
        List<Part> opinions) {
    ReportContent {
        opinions = List.copyOf(opinions);
    }

    /**
     * One opinion with the decision about it.
     *
     * @param signed null where the doctor had no signing key
     */
    record Part(
            Consultation.SubmittedOpinion opinion,
            Doctor doctor,
            @Nullable SignedDocument signed,
            @Nullable SignedDocument decisionSigned) {}

    @Override
    public String toString() {
        return "ReportContent[" + consultation.id() + " ‹redacted›]";
    }
}
