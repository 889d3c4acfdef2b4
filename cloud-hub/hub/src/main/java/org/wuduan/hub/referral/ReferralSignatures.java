package org.wuduan.hub.referral;

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
                .signFirst(sender, new Signatures.Draft(DocumentKind.REFERRAL, referral.id(), Sent.of(referral)))
                .then(made -> Outcome.of(referral.signed(made.version())));
    }

    @Nullable
    Signature of(ReferralCase referral) {
        return referral.signedAs() == null
                ? null
                : signatures.signature(referral.id()).orElse(null);
    }

    /** What holds of the signature now, and whether it covers what is shown. */
    Outcome<SignedDocument> verified(Actor actor, UUID id) {
        return opened(actor, id, "open-signed", (document, shown) -> signatures.verified(document, Sent.of(shown)));
    }

    /** The same as a file to be verified elsewhere. */
    Outcome<SignedFile> file(Actor actor, UUID id) {
        return opened(actor, id, "export-signed", (document, _) -> signatures.file(document));
    }

    private <T> Outcome<T> opened(
            Actor actor, UUID id, String action, BiFunction<UUID, ReferralCase, Optional<T>> read) {
        return access.check(actor, Action.SEE_REFERRAL, new Subject.OfReferral(id))
                .then(_ -> {
                    var referral = book.find(id).orElseThrow();
                    var found = referral.signedAs() == null ? Optional.<T>empty() : read.apply(id, referral);
                    if (found.isEmpty()) {
                        return Refused.of(ProblemType.NOT_FOUND);
                    }
                    audit.record(Audit.Kind.OPENING, actor.id(), action, id);
                    // once more under the patient, who may see who had to do with the record
                    audit.record(Audit.Kind.OPENING, actor.id(), action, referral.patient());
                    return Outcome.of(found.get());
                });
    }
}
