package org.wuduan.hub.consultation;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Adoption;
import org.wuduan.hub.signing.Signatures;

/** What is signed of opinions and decisions, and what of them stands in the consultation that the screens show. */
@Component
class SignedContent {
    private final Signatures signatures;

    SignedContent(Signatures signatures) {
        this.signatures = signatures;
    }

    record OfOpinion(UUID consultation, UUID patient, String text) {
        @Override
        public String toString() {
            return "OfOpinion[" + consultation + " ‹redacted›]";
        }
    }

    /** @param opinionHash of the signed opinion, null where that has no signature */
    record OfDecision(
            UUID consultation,
            UUID patient,
            UUID opinion,
            @Nullable String opinionHash,
            Adoption adoption,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "OfDecision[" + consultation + " ‹redacted›]";
        }
    }

    /** What is shown now of the opinion or the decision with this id; empty where the consultation has none. */
    Optional<Object> of(Consultation consultation, UUID document) {
        for (var opinion : consultation.opinions()) {
            if (opinion.id().equals(document)) {
                return Optional.of(new OfOpinion(consultation.id(), consultation.patient(), opinion.text()));
            }
            var decided = opinion.decision().filter(one -> one.id().equals(document));
            if (decided.isPresent()) {
                return Optional.of(of(consultation, opinion.id(), decided.get()));
            }
        }
        return Optional.empty();
    }

    private OfDecision of(Consultation consultation, UUID opinion, Consultation.Decided decided) {
        var signed = signatures.versions(opinion);
        return new OfDecision(
                consultation.id(),
                consultation.patient(),
                opinion,
                signed.isEmpty() ? null : signed.getLast().hash(),
                decided.adoption(),
                decided.reason());
    }
}
