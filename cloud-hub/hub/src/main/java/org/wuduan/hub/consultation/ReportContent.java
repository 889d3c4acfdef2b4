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
 * @param archiveRule why each institution archives it, with its source; null where nobody was invited
 */
record ReportContent(
        Consultation consultation,
        Patient patient,
        Doctor doctor,
        @Nullable String source,
        List<Asked> invitations,
        List<Part> opinions,
        @Nullable String archiveRule) {
    ReportContent {
        invitations = List.copyOf(invitations);
        opinions = List.copyOf(opinions);
    }

    /**
     * One invitation.
     *
     * @param grounds each source once, with the rules of it that were met; empty for invitations of before the rules
     *     were data
     */
    record Asked(Consultation.Invited invited, Doctor doctor, List<String> grounds) {
        Asked {
            grounds = List.copyOf(grounds);
        }
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
