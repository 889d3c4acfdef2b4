package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.contract.Signing.Verdict;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.signing.DocumentKind;
import org.wuduan.hub.signing.Signatures;
import org.wuduan.hub.signing.SignedVersion;
import org.wuduan.signed.Payload;

/** What is signed of a prescription, and whether what is kept of it is still that. */
@Component
class SignedPrescriptions {
    /** The rule that a prescription without its doctor's signature breaks, as problems name it. */
    static final String RULE = "prescription-signature";

    private static final Logger LOG = LoggerFactory.getLogger(SignedPrescriptions.class);

    private final Signatures signatures;

    SignedPrescriptions(Signatures signatures) {
        this.signatures = signatures;
    }

    /** What the doctor signs. Its hash is what the pharmacist's review names. */
    private record OfPrescription(
            UUID prescription,
            UUID consultation,
            UUID patient,
            PrescriptionSheet sheet,
            List<Drug> drugs,
            PrescriptionReport report,
            String rules) {
        OfPrescription {
            drugs = List.copyOf(drugs);
        }

        @Override
        public String toString() {
            return "OfPrescription[" + prescription + " ‹redacted›]";
        }
    }

    /**
     * What a pharmacist signs.
     *
     * @param hash of the signed prescription that was looked at
     */
    record OfReview(
            UUID prescription,
            String hash,
            ReviewDecision decision,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "OfReview[" + prescription + " ‹redacted›]";
        }
    }

    Outcome<SignedVersion> sign(Actor doctor, KeptPrescription draft, List<Drug> drugs, PrescriptionReport report) {
        var content = content(draft, drugs, report, RuleSources.VERSION);
        return signatures.sign(doctor, new Signatures.Draft(DocumentKind.PRESCRIPTION, draft.id(), content));
    }

    /** @param id of the review, a new one */
    Outcome<SignedVersion> sign(Actor pharmacist, UUID id, OfReview review) {
        return signatures.sign(pharmacist, new Signatures.Draft(DocumentKind.PHARMACIST_REVIEW, id, review));
    }

    /** Refused when what is kept of a signed prescription is not what was signed, or the signature does not hold. */
    Outcome<Outcome.Nothing> unchanged(KeptPrescription kept) {
        if (holds(kept)) {
            return Outcome.done();
        }
        return changed(kept, "signed-text");
    }

    /** The same, and refused too when no pharmacist's signature says that it was approved. */
    Outcome<Outcome.Nothing> approved(KeptPrescription kept) {
        return unchanged(kept).then(_ -> isApproved(kept) ? Outcome.done() : changed(kept, "signed-review"));
    }

    private static Outcome<Outcome.Nothing> changed(KeptPrescription kept, String what) {
        LOG.error("prescription.changed prescription={} missing={}", kept.id(), what);
        return Refused.rule(RULE, RuleSources.SIGNATURE, List.of(what));
    }

    private boolean isApproved(KeptPrescription kept) {
        var review = kept.review();
        return review != null
                && review.decision() == ReviewDecision.APPROVED
                && verifiedReview(kept).filter(SignedPrescriptions::isWhole).isPresent();
    }

    private boolean holds(KeptPrescription kept) {
        var issue = kept.issue();
        boolean isSigned = verified(kept).filter(SignedPrescriptions::isWhole).isPresent();
        return isSigned
                && issue != null
                && signatures.versions(kept.id()).getLast().hash().equals(issue.hash());
    }

    /** The newest signatures of these prescriptions and of their reviews, by document; none of what was never signed. */
    Map<UUID, SignedVersion> newest(List<KeptPrescription> all) {
        return signatures.newest(all.stream()
                .filter(kept -> kept.issue() != null)
                .flatMap(kept -> Stream.of(Optional.of(kept.id()), reviewOf(kept)))
                .flatMap(Optional::stream)
                .toList());
    }

    /** What holds of the doctor's signature now, and whether it covers what is kept; empty of a draft. */
    Optional<SignedDocument> verified(KeptPrescription kept) {
        return Optional.ofNullable(kept.issue())
                .map(issue -> content(kept, issue.drugs(), issue.report(), rules(kept.id())))
                .flatMap(shown -> signatures.verified(kept.id(), shown));
    }

    Optional<SignedFile> file(KeptPrescription kept) {
        return kept.issue() == null ? Optional.empty() : signatures.file(kept.id());
    }

    /** The same of the pharmacist's signature; empty while nobody has decided. */
    Optional<SignedDocument> verifiedReview(KeptPrescription kept) {
        var issue = kept.issue();
        var review = kept.review();
        return issue == null || review == null
                ? Optional.empty()
                : reviewOf(kept)
                        .flatMap(document -> signatures.verified(
                                document, new OfReview(kept.id(), issue.hash(), shown(kept, review), review.reason())));
    }

    Optional<SignedFile> reviewFile(KeptPrescription kept) {
        return reviewOf(kept).flatMap(signatures::file);
    }

    private static Optional<UUID> reviewOf(KeptPrescription kept) {
        var review = kept.review();
        return review == null ? Optional.empty() : Optional.ofNullable(review.document());
    }

    /** As the state tells it to everybody: a prescription that was sent back does not become an approved one unseen. */
    private static ReviewDecision shown(KeptPrescription kept, KeptPrescription.Review review) {
        return switch (kept.state()) {
            case APPROVED, DISPENSED -> ReviewDecision.APPROVED;
            case REJECTED -> ReviewDecision.REJECTED;
            // nobody takes these for approved, and what was decided stands in the review alone
            case DRAFT, AWAITING_REVIEW, CANCELLED, EXPIRED ->
                review.decision() == ReviewDecision.APPROVED ? ReviewDecision.APPROVED : ReviewDecision.REJECTED;
        };
    }

    private static boolean isWhole(SignedDocument signed) {
        return signed.complete()
                && signed.versions().stream()
                        .map(SignedDocument.Version::verdict)
                        .allMatch(Verdict::holds);
    }

    private static OfPrescription content(
            KeptPrescription kept, List<Drug> drugs, PrescriptionReport report, String rules) {
        return new OfPrescription(kept.id(), kept.consultation(), kept.patient(), kept.sheet(), drugs, report, rules);
    }

    /** Under which rules it was signed: they are kept in what was signed alone. Empty where that can't be read. */
    private String rules(UUID prescription) {
        return signatures
                .file(prescription)
                .flatMap(file -> Payload.read(file.versions().getLast().payload()))
                .map(SignedPrescriptions::rulesIn)
                .orElse("");
    }

    private static String rulesIn(Payload payload) {
        var rules = payload.content() instanceof Map<?, ?> signed ? signed.get("rules") : null;
        return rules instanceof String version ? version : "";
    }
}
