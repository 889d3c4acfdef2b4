package org.wuduan.hub.signing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.Signing.Signature;
import org.wuduan.contract.Signing.SignedBy;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.signed.Digests;
import org.wuduan.signed.Payload;

/**
 * Signs for whoever is signed in and has the key unlocked, and shows what was signed. The module that owns a document
 * decides who may sign or see it; this one never asks.
 */
@Service
public class Signatures {
    private final SignedVersions versions;
    private final SigningKeys keys;
    private final UnlockedKeys unlocked;
    private final Signatories signatories;
    private final Verdicts verdicts;
    private final Audit audit;
    private final Clock clock;

    Signatures(
            SignedVersions versions,
            SigningKeys keys,
            UnlockedKeys unlocked,
            Signatories signatories,
            Verdicts verdicts,
            Audit audit,
            Clock clock) {
        this.versions = versions;
        this.keys = keys;
        this.unlocked = unlocked;
        this.signatories = signatories;
        this.verdicts = verdicts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be signed.
     *
     * @param document its id, the same for each of its versions
     * @param content written as JSON; numbers that a double can't hold are refused as a bug, so write them as texts
     */
    public record Draft(DocumentKind kind, UUID document, Object content) {
        @Override
        public String toString() {
            return "Draft[" + kind + " " + document + " ‹redacted›]";
        }
    }

    /** Whether this person has a key, so that nothing of theirs need stay unsigned. */
    public boolean hasKey(UUID account) {
        return keys.inUse(account).isPresent();
    }

    /**
     * Signs the next version of a document in the caller's transaction: it is kept with what it belongs to, or not at all.
     * Refused with signing-key-missing or signing-key-locked, or when the id is that of a document of another kind. For a new
     * document whose id a client chose there is {@link #signFirst}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<SignedVersion> sign(Actor signer, Draft draft) {
        var session = SignedIn.current()
                .filter(signedIn -> signedIn.actor().equals(signer))
                .map(SignedIn::sessionId);
        var key = session.flatMap(unlocked::of).filter(one -> keys.holdInUse(one.key()));
        if (key.isEmpty()) {
            return Refused.of(hasKey(signer.id()) ? ProblemType.SIGNING_KEY_LOCKED : ProblemType.SIGNING_KEY_MISSING);
        }
        var number = versions.nextNumber(draft.document(), draft.kind());
        if (number.isEmpty()) {
            return Refused.field("id");
        }
        var signed = add(key.get(), draft, number.getAsInt());
        audit.record(
                Audit.Kind.WRITE, signer.id(), "sign-" + draft.kind().wire().replace('_', '-'), draft.document());
        session.ifPresent(unlocked::used);
        return Outcome.of(signed);
    }

    /**
     * Signs a new document, whose id a client chose. Refused as {@link #sign}, and where that is the id of a document that
     * was signed already, which the new one would otherwise become the next version of.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<SignedVersion> signFirst(Actor signer, Draft draft) {
        return sign(signer, draft).then(signed -> signed.version() == 1 ? Outcome.of(signed) : Refused.field("id"));
    }

    private SignedVersion add(UnlockedKeys.Unlocked key, Draft draft, int number) {
        var previous = previousHash(draft.document(), number);
        var by = signatories.of(key.account(), Digests.of(key.signer().publicKey()));
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var payload =
                new Payload(draft.kind().wire(), draft.document(), number, previous, by, at, draft.content()).text();
        if (payload.length() > SigningLimits.PAYLOAD_CHARS_MAX) {
            throw new IllegalArgumentException("longer than what can be verified");
        }
        var unsigned = new SignedVersions.Row(
                draft.document(),
                draft.kind().wire(),
                number,
                payload,
                Digests.of(payload),
                previous,
                key.key(),
                key.signer().algorithm(),
                new byte[0],
                at);
        versions.add(unsigned.signed(key.signer().sign(unsigned.message())));
        return new SignedVersion(draft.document(), number, by, at, unsigned.hash());
    }

    private @Nullable String previousHash(UUID document, int number) {
        return number == 1 ? null : versions.hash(document, number - 1).orElseThrow();
    }

    /** The signed versions of a document, the oldest first; none for one that was never signed. */
    public List<SignedVersion> versions(UUID document) {
        return versions.of(document).stream().map(this::version).toList();
    }

    /** The newest signature of a document, as a screen shows it. */
    public Optional<Signature> signature(UUID document) {
        return versions.newestOf(List.of(document)).stream()
                .map(row -> version(row).signature())
                .findFirst();
    }

    /** The newest signed version of each of these documents, for those that have one. */
    public Map<UUID, SignedVersion> newest(Collection<UUID> documents) {
        return versions.newestOf(documents).stream()
                .map(this::version)
                .collect(Collectors.toMap(SignedVersion::document, Function.identity()));
    }

    /** The versions of a document with what holds of each now. */
    public Optional<SignedDocument> verified(UUID document) {
        return verdicts.verified(document);
    }

    /**
     * The same where the owner of the document keeps what was signed once more, to show it.
     *
     * @param shown what is shown now; where it is not what the newest version signed, the content of that does not hold
     */
    public Optional<SignedDocument> verified(UUID document, Object shown) {
        return verdicts.verified(document, shown);
    }

    /** The versions of a document as a file that can be verified without this hub. */
    public Optional<SignedFile> file(UUID document) {
        var rows = versions.of(document);
        return rows.isEmpty() ? Optional.empty() : Optional.of(verdicts.file(document, rows));
    }

    /** Of a payload that was changed until it can't be read, what else is known: a talk must not end on it. */
    private SignedVersion version(SignedVersions.Row row) {
        var payload = Payload.read(row.payload());
        var by = payload.map(Payload::signer).orElseGet(() -> ownerOf(row.key()));
        var at = payload.map(Payload::signedAt).orElseGet(row::signedAt);
        return new SignedVersion(row.document(), row.version(), by, at, row.hash());
    }

    private SignedBy ownerOf(UUID id) {
        var key = keys.find(id).orElseThrow();
        return signatories.of(key.account(), key.fingerprint());
    }
}
