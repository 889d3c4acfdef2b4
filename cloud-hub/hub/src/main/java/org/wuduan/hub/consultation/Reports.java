package org.wuduan.hub.consultation;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.signing.Signatures;
import org.wuduan.signed.Digests;

/** Reports of concluded consultations: a version for each content, kept as it was made and archived by who took part. */
@Service
class Reports {
    private final Consultations consultations;
    private final Signatures signatures;
    private final SignedContent contents;
    private final People people;
    private final ReportFont font;
    private final Shelf shelf;
    private final Gate gate;
    private final Clock clock;

    /** Who is told of in a report, and on which rules it rests. */
    @Service
    record People(Households households, Consortium consortium, LegalRules rules) {}

    /** Where reports lie. */
    @Service
    record Shelf(ReportBook book, ReportArchive archive) {}

    /** Who may open one, that it is written down, and who sees that there is another. */
    @Service
    record Gate(Access access, Audit audit, Journal journal) {}

    Reports(
            Consultations consultations,
            Signatures signatures,
            SignedContent contents,
            People people,
            ReportFont font,
            Shelf shelf,
            Gate gate,
            Clock clock) {
        this.consultations = consultations;
        this.signatures = signatures;
        this.contents = contents;
        this.people = people;
        this.font = font;
        this.shelf = shelf;
        this.gate = gate;
        this.clock = clock;
    }

    @Transactional
    Outcome<byte[]> open(Actor actor, UUID id) {
        return gate.access()
                .check(actor, Action.SEE_OPINIONS, new Subject.OfConsultation(id))
                .then(_ -> kept(consultations.lock(id).orElseThrow()))
                .then(pdf -> {
                    gate.audit().record(Audit.Kind.OPENING, actor.id(), "open-report", id);
                    return Outcome.of(pdf);
                });
    }

    /** Makes what is not made yet, as nobody's command; the same again changes nothing. */
    @Transactional
    Outcome<byte[]> archive(UUID id) {
        return consultations.lock(id).map(this::kept).orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
    }

    private Outcome<byte[]> kept(Consultation consultation) {
        if (consultation.state() != ConsultationState.CONCLUDED) {
            return ConsultationRules.impossible(consultation);
        }
        var content = content(consultation);
        var source = HexFormat.of().parseHex(Digests.of(WireJson.mapper().writeValueAsString(content.told())));
        return shelf.book()
                .made(consultation.id(), source)
                .map(Outcome::of)
                .orElseGet(() -> make(content, source))
                .then(pdf -> {
                    shelf.book().settle(consultation.id());
                    return Outcome.of(pdf);
                });
    }

    private Outcome<byte[]> make(ReportContent content, byte[] source) {
        var id = content.consultation().id();
        var found = font.find();
        if (found.isEmpty()) {
            shelf.book().owe(id);
            return Refused.of(ProblemType.REPORT_FONT_MISSING);
        }
        var edition = new ReportEdition(
                id, shelf.book().next(id), clock.instant(), shelf.archive().institutions(content.consultation()));
        var pdf = ReportPdf.of(content, edition, found.get());
        shelf.book().add(edition, source, pdf);
        edition.institutions()
                .keySet()
                .forEach(place -> gate.audit().record(Audit.Kind.WRITE, place, "archive-report", id));
        gate.journal().touch(List.of(new StreamName("consultation", id)));
        return Outcome.of(pdf);
    }

    private ReportContent content(Consultation consultation) {
        return new ReportContent(
                consultation.asConcluded(),
                people.households()
                        .resident(consultation.patient())
                        .orElseThrow()
                        .patient(),
                Optional.ofNullable(consultation.doctor())
                        .flatMap(people.consortium()::of)
                        .orElseThrow(),
                Optional.ofNullable(consultation.legalBasis())
                        .map(basis -> people.rules().source(LegalGate.ruleOf(basis.kind()), basis.met()))
                        .orElse(null),
                consultation.invitations().stream().map(this::asked).toList(),
                consultation.opinions().stream()
                        .map(opinion -> part(consultation, opinion))
                        .toList(),
                consultation.invitations().isEmpty() ? null : people.rules().cited(LegalGate.REMOTE_ARCHIVE));
    }

    private ReportContent.Asked asked(Consultation.Invited invited) {
        var ground = invited.ground();
        var then = invited.institution();
        return new ReportContent.Asked(
                invited,
                people.consortium().of(invited.doctor()).orElseThrow(),
                ground == null ? List.of() : people.rules().cited(ground.rules()),
                then == null ? null : people.consortium().namesOf(List.of(then)).get(then));
    }

    private ReportContent.Part part(Consultation consultation, Consultation.SubmittedOpinion opinion) {
        return new ReportContent.Part(
                opinion,
                people.consortium().of(opinion.doctor()).orElseThrow(),
                signed(consultation, opinion.id()),
                opinion.decision()
                        .map(decided -> signed(consultation, decided.id()))
                        .orElse(null));
    }

    private @Nullable SignedDocument signed(Consultation consultation, UUID document) {
        return contents.of(consultation, document)
                .flatMap(shown -> signatures.verified(document, shown))
                .orElse(null);
    }
}
