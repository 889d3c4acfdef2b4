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
     * What another version is made for: another word in the consultation, or other news of a signature. The people and
     * the rules are told of as they were when a version was made; a move, another title or a rule's next version makes
     * none.
     */
    record Told(Consultation consultation, List<Seals> seals) {
        Told {
            seals = List.copyOf(seals);
        }

        /** What holds of the signatures of an opinion and of its decision. */
        record Seals(
                @Nullable SignedDocument opinion, @Nullable SignedDocument decision) {}

        @Override
        public String toString() {
            return "Told[" + consultation.id() + " ‹redacted›]";
        }
    }

    Told told() {
        return new Told(
                consultation,
                opinions.stream()
                        .map(part -> new Told.Seals(part.signed(), part.decisionSigned()))
                        .toList());
    }

    /**
     * One invitation.
     *
     * @param grounds each source once, with the rules of it that were met; empty for invitations of before the rules
     *     were data
     * @param institution the name of the one that the doctor worked for then; null where it is not known
     */
    record Asked(
            Consultation.Invited invited,
            Doctor doctor,
            List<String> grounds,
            @Nullable String institution) {
        Asked {
            grounds = List.copyOf(grounds);
        }

        @Override
        public String toString() {
            return "Asked[" + invited.id() + " ‹redacted›]";
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
