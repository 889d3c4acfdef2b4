package org.wuduan.hub.consultation;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Commands;
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

/** Opinions and decisions: signed by whoever has a signing key, submitted without a signature only by who has none. */
@Service
class Opinions {
    private final ConsultationCommands commands;
    private final Consultations consultations;
    private final Signatures signatures;
    private final SignedContent contents;
    private final Access access;
    private final Audit audit;

    Opinions(
            ConsultationCommands commands,
            Consultations consultations,
            Signatures signatures,
            SignedContent contents,
            Access access,
            Audit audit) {
        this.commands = commands;
        this.consultations = consultations;
        this.signatures = signatures;
        this.contents = contents;
        this.access = access;
        this.audit = audit;
    }

    Outcome<Outcome.Nothing> submit(Actor actor, UUID id, Commands.SubmitOpinion wish) {
        var step = new Step.SubmitOpinion(wish.id(), actor.id(), wish.text());
        return commands.take(actor, Action.SUBMIT_OPINION, id, step)
                .then(_ -> signed(
                        actor,
                        true,
                        new Signatures.Draft(
                                DocumentKind.OPINION,
                                wish.id(),
                                new SignedContent.OfOpinion(id, patient(id), wish.text()))));
    }

    Outcome<Outcome.Nothing> decide(Actor actor, UUID id, Step.Decide step) {
        return commands.take(actor, Action.DECIDE, id, step).then(_ -> {
            var opinion = signatures.versions(step.opinion());
            var content = new SignedContent.OfDecision(
                    id,
                    patient(id),
                    step.opinion(),
                    opinion.isEmpty() ? null : opinion.getLast().hash(),
                    step.adoption(),
                    step.reason());
            return signed(
                    actor,
                    step.corrects() == null,
                    new Signatures.Draft(DocumentKind.CONSULTATION_DECISION, step.id(), content));
        });
    }

    /**
     * Whoever has no key may not take the id of a signed document either: its signature would be shown as theirs, and
     * its file given to them.
     *
     * @param first a new document, whose id must be nobody else's: else it would become another's next version
     */
    private Outcome<Outcome.Nothing> signed(Actor actor, boolean first, Signatures.Draft draft) {
        boolean taken = signatures.versions(draft.document()).stream()
                .anyMatch(version -> first || !version.signer().account().equals(actor.id()));
        if (taken) {
            return Refused.field("id");
        }
        if (!signatures.hasKey(actor.id())) {
            return Outcome.done();
        }
        return (first ? signatures.signFirst(actor, draft) : signatures.sign(actor, draft)).then(_ -> Outcome.done());
    }

    private UUID patient(UUID consultation) {
        return consultations.find(consultation).orElseThrow().patient();
    }

    Outcome<SignedDocument> verified(Actor actor, UUID id, UUID document) {
        return opened(actor, "open-signed", new Wanted(id, document), shown -> signatures.verified(document, shown));
    }

    Outcome<SignedFile> file(Actor actor, UUID id, UUID document) {
        return opened(actor, "export-signed", new Wanted(id, document), _ -> signatures.file(document));
    }

    private record Wanted(UUID consultation, UUID document) {}

    /** @param read given what the screens show of the document now */
    private <T> Outcome<T> opened(Actor actor, String action, Wanted wanted, Function<Object, Optional<T>> read) {
        return access.check(actor, Action.SEE_OPINIONS, new Subject.OfConsultation(wanted.consultation()))
                .then(_ -> {
                    var consultation = consultations.find(wanted.consultation()).orElseThrow();
                    var found = contents.of(consultation, wanted.document()).flatMap(read);
                    found.ifPresent(_ -> audit.record(Audit.Kind.OPENING, actor.id(), action, wanted.consultation()));
                    return found.map(Outcome::of).orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
                });
    }
}
