package org.wuduan.hub.consultation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.signing.Signatures;
import org.wuduan.signed.Digests;

/** Reports of concluded consultations: made when they are first opened, kept as they were made. */
@Service
class Reports {
    private final JdbcClient jdbc;
    private final Consultations consultations;
    private final Signatures signatures;
    private final SignedContent contents;
    private final People people;
    private final ReportFont font;
    private final Gate gate;
    private final Clock clock;

    /** Who is told of in a report, and on which rules it rests. */
    @Service
    record People(Households households, Consortium consortium, LegalRules rules) {}

    /** Who may open one, and that it is written down. */
    @Service
    record Gate(Access access, Audit audit) {}

    Reports(
            JdbcClient jdbc,
            Consultations consultations,
            Signatures signatures,
            SignedContent contents,
            People people,
            ReportFont font,
            Gate gate,
            Clock clock) {
        this.jdbc = jdbc;
        this.consultations = consultations;
        this.signatures = signatures;
        this.contents = contents;
        this.people = people;
        this.font = font;
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

    private Outcome<byte[]> kept(Consultation consultation) {
        if (consultation.state() != ConsultationState.CONCLUDED) {
            return ConsultationRules.impossible(consultation);
        }
        var content = content(consultation);
        var source = HexFormat.of().parseHex(Digests.of(WireJson.mapper().writeValueAsString(content)));
        var made = jdbc.sql("select pdf from consultation_report where consultation = ? and source = ?"
                        + " order by version desc limit 1")
                .params(consultation.id(), source)
                .query(byte[].class)
                .optional();
        return made.map(Outcome::of)
                .orElseGet(() -> font.find()
                        .map(found -> Outcome.of(keep(consultation.id(), source, ReportPdf.of(content, found))))
                        .orElseGet(() -> Refused.of(ProblemType.REPORT_FONT_MISSING)));
    }

    private byte[] keep(UUID consultation, byte[] source, byte[] pdf) {
        jdbc.sql("insert into consultation_report (consultation, version, made_at, source, pdf)"
                        + " select ?, 1 + count(*), ?, ?, ? from consultation_report where consultation = ?")
                .params(consultation, Timestamp.from(clock.instant()), source, pdf, consultation)
                .update();
        return pdf;
    }

    private ReportContent content(Consultation consultation) {
        var parts = consultation.opinions().stream()
                .map(opinion -> new ReportContent.Part(
                        opinion,
                        people.consortium().of(opinion.doctor()).orElseThrow(),
                        signed(consultation, opinion.id()),
                        opinion.decision()
                                .map(decided -> signed(consultation, decided.id()))
                                .orElse(null)))
                .toList();
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
                parts);
    }

    private @Nullable SignedDocument signed(Consultation consultation, UUID document) {
        return contents.of(consultation, document)
                .flatMap(shown -> signatures.verified(document, shown))
                .orElse(null);
    }
}
