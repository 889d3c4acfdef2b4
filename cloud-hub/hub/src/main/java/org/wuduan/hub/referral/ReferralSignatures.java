package org.wuduan.hub.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.Department;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.Urgency;
import org.wuduan.contract.Signing.Signature;
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
import org.wuduan.hub.signing.DocumentKind;
import org.wuduan.hub.signing.Signatures;

/** Signs what is sent, for senders who have a key, and shows what was signed. What comes after it is not signed. */
@Service
class ReferralSignatures {
    private final Signatures signatures;
    private final ReferralBook book;
    private final Access access;
    private final Audit audit;

    ReferralSignatures(Signatures signatures, ReferralBook book, Access access, Audit audit) {
        this.signatures = signatures;
        this.book = book;
        this.access = access;
        this.audit = audit;
    }

    /** What a signature covers: all that the sender wrote, and to whom. */
    private record Sent(
            UUID patient,
            Direction direction,
            UUID institution,
            Department department,
            Disease disease,
            Urgency urgency,
            @Nullable String greenChannel,
            String summary,
            @Nullable CarePackage carePackage,
            @Nullable UUID consultation,
            @Nullable UUID answers) {
        static Sent of(ReferralCase referral) {
            return new Sent(
                    referral.patient(),
                    referral.direction(),
                    referral.institution(),
                    referral.department(),
                    referral.disease(),
                    referral.urgency(),
                    referral.greenChannel(),
                    referral.summary(),
                    referral.carePackage(),
                    referral.consultation(),
                    referral.answers());
        }

        @Override
        public String toString() {
            return "Sent[" + direction + " ‹redacted›]";
        }
    }

    /** The referral as it is to be kept. Refused when the id is that of a document that was signed already. */
    Outcome<ReferralCase> signed(Actor sender, ReferralCase referral) {
        if (!signatures.hasKey(sender.id())) {
            return Outcome.of(referral);
        }
        return signatures
                .sign(sender, new Signatures.Draft(DocumentKind.REFERRAL, referral.id(), Sent.of(referral)))
                .then(made -> made.version() == 1 ? Outcome.of(referral.signed(made.version())) : Refused.field("id"));
    }

    @Nullable
    Signature of(ReferralCase referral) {
        if (referral.signedAs() == null) {
            return null;
        }
        var newest = signatures.newest(List.of(referral.id())).get(referral.id());
        return newest == null ? null : newest.signature();
    }

    /** What holds of the signature now, and whether it covers what is shown. */
    Outcome<SignedDocument> verified(Actor actor, UUID id) {
        return opened(actor, id, "open-signed", (document, shown) -> signatures.verified(document, Sent.of(shown)));
    }

    /** The same as a file to be verified elsewhere. */
    Outcome<SignedFile> file(Actor actor, UUID id) {
        return opened(actor, id, "export-signed", (document, _) -> signatures.file(document));
    }

    /** Also under the patient, who may see who had to do with the record. */
    private void opening(Actor actor, String action, UUID id) {
        audit.record(Audit.Kind.OPENING, actor.id(), action, id);
        audit.record(
                Audit.Kind.OPENING,
                actor.id(),
                action,
                book.find(id).orElseThrow().patient());
    }

    private <T> Outcome<T> opened(
            Actor actor, UUID id, String action, BiFunction<UUID, ReferralCase, Optional<T>> read) {
        return access.check(actor, Action.SEE_REFERRAL, new Subject.OfReferral(id))
                .then(_ -> {
                    var found = book.find(id)
                            .filter(referral -> referral.signedAs() != null)
                            .flatMap(referral -> read.apply(id, referral));
                    found.ifPresent(_ -> opening(actor, action, id));
                    return found.map(Outcome::of).orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
                });
    }
}
