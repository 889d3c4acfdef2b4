package org.wuduan.hub.prescribing;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Shows what doctor and pharmacist signed, to the doctors and pharmacists who see the prescription itself. */
@Service
class PrescriptionSignatures {
    private final SignedPrescriptions signed;
    private final PrescriptionBook book;
    private final Access access;
    private final Audit audit;

    PrescriptionSignatures(SignedPrescriptions signed, PrescriptionBook book, Access access, Audit audit) {
        this.signed = signed;
        this.book = book;
        this.access = access;
        this.audit = audit;
    }

    /** What holds of the doctor's signature now, and whether it covers the prescription that is kept. */
    Outcome<SignedDocument> verified(Actor actor, UUID id) {
        return opened(actor, id, "open-signed", signed::verified);
    }

    /** The same as a file to be verified elsewhere. */
    Outcome<SignedFile> file(Actor actor, UUID id) {
        return opened(actor, id, "export-signed", signed::file);
    }

    /** What holds of the signature of the last review. */
    Outcome<SignedDocument> verifiedReview(Actor actor, UUID id) {
        return opened(actor, id, "open-signed", signed::verifiedReview);
    }

    Outcome<SignedFile> reviewFile(Actor actor, UUID id) {
        return opened(actor, id, "export-signed", signed::reviewFile);
    }

    private <T> Outcome<T> opened(Actor actor, UUID id, String action, Function<KeptPrescription, Optional<T>> read) {
        var kept = book.find(id);
        if (kept.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        return maySee(actor, kept.get()).then(_ -> {
            var found = read.apply(kept.get());
            found.ifPresent(_ -> audit.record(
                    Audit.Kind.OPENING, actor.id(), action, kept.get().consultation()));
            return found.map(Outcome::of).orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
        });
    }

    private Outcome<Outcome.Nothing> maySee(Actor actor, KeptPrescription kept) {
        return actor.kind() == ActorKind.PHARMACIST
                ? access.check(actor, Action.REVIEW_PRESCRIPTIONS, new Subject.OfInstitution(kept.institution()))
                : access.check(actor, Action.SEE_PRESCRIPTIONS, new Subject.OfConsultation(kept.consultation()));
    }
}
