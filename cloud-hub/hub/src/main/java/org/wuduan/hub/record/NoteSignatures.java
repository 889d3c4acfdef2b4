package org.wuduan.hub.record;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ClinicalRecord.NoteContent;
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
import org.wuduan.hub.signing.SignedVersion;

/** Signs notes for owners who have a key, and shows what was signed. A note without a signature is never called signed. */
@Component
class NoteSignatures {
    private final Signatures signatures;
    private final NoteBook book;
    private final Access access;
    private final Audit audit;

    NoteSignatures(Signatures signatures, NoteBook book, Access access, Audit audit) {
        this.signatures = signatures;
        this.book = book;
        this.access = access;
        this.audit = audit;
    }

    /** What a signature covers. */
    private record Signed(
            UUID consultation,
            UUID patient,
            int noteVersion,
            NoteContent note,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Signed[" + noteVersion + " ‹redacted›]";
        }
    }

    /**
     * The version as it is to be kept.
     *
     * @param wanted whether this step is signed at all
     */
    Outcome<KeptNote> signed(Actor actor, KeptNote note, boolean wanted) {
        if (!wanted || !signatures.hasKey(actor.id())) {
            return Outcome.of(note);
        }
        var head = note.head();
        var content = new Signed(
                head.consultation(),
                head.patient(),
                note.version(),
                note.content(),
                note.text().reason());
        return signatures
                .sign(actor, new Signatures.Draft(DocumentKind.NOTE, head.id(), content))
                .then(signed -> Outcome.of(note.signed(signed.version())));
    }

    /** The newest signed versions of these notes. */
    Map<UUID, SignedVersion> newest(Collection<UUID> notes) {
        return signatures.newest(notes);
    }

    /** The signature of this very version. */
    static @Nullable Signature of(KeptNote note, Map<UUID, SignedVersion> newest) {
        var signed = newest.get(note.head().id());
        var number = note.signedAs();
        return signed == null || number == null || signed.version() != number ? null : signed.signature();
    }

    /** Where a note is. */
    record Path(UUID consultation, UUID note) {}

    /** What holds of each signed version now. */
    Outcome<SignedDocument> verified(Actor actor, Path path) {
        return opened(actor, path, "open-signed", signatures::verified);
    }

    /** The same as a file to be verified elsewhere. */
    Outcome<SignedFile> file(Actor actor, Path path) {
        return opened(actor, path, "export-signed", signatures::file);
    }

    private <T> Outcome<T> opened(Actor actor, Path path, String action, Function<UUID, Optional<T>> read) {
        return access.check(actor, Action.SEE_RECORD, new Subject.OfConsultation(path.consultation()))
                .then(_ -> {
                    // a note that was never signed has nothing to show, whatever is signed under its id elsewhere
                    boolean isThere = book.ofConsultation(path.consultation()).stream()
                            .anyMatch(note -> note.head().id().equals(path.note()) && note.signedAs() != null);
                    var found = isThere ? read.apply(path.note()) : Optional.<T>empty();
                    found.ifPresent(_ -> audit.record(Audit.Kind.OPENING, actor.id(), action, path.consultation()));
                    return found.map(Outcome::of).orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
                });
    }
}
