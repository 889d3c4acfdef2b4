package org.wuduan.hub.record;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ClinicalRecord.Note;
import org.wuduan.contract.ClinicalRecord.NoteVersions;
import org.wuduan.contract.ClinicalRecord.VisitNotes;
import org.wuduan.contract.NoteState;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Notes as doctors read them. */
@Component
class NotePages {
    private final NoteBook book;
    private final Names names;
    private final NoteSignatures signatures;
    private final CareCases cases;
    private final Access access;
    private final Audit audit;

    NotePages(NoteBook book, Names names, NoteSignatures signatures, CareCases cases, Access access, Audit audit) {
        this.book = book;
        this.names = names;
        this.signatures = signatures;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
    }

    /** Of the doctors of a consultation; drafts are among them. That of the case doctor first. */
    List<Note> ofConsultation(CareCases.CareCase care) {
        var notes = book.ofConsultation(care.id());
        var mainFirst = Stream.concat(
                notes.stream().filter(note -> note.head().owner().equals(care.doctor())),
                notes.stream().filter(note -> !note.head().owner().equals(care.doctor())));
        return shown(mainFirst.toList());
    }

    /** What was submitted at one visit; the opening is kept in the trail. */
    Outcome<VisitNotes> visit(Actor actor, UUID patient, UUID consultation) {
        return access.check(actor, Action.SEE_RECORD, new Subject.OfPatient(patient))
                .then(_ -> {
                    var care =
                            cases.find(consultation).filter(one -> one.patient().equals(patient));
                    if (care.isEmpty()) {
                        return Refused.of(ProblemType.NOT_FOUND);
                    }
                    audit.record(Audit.Kind.OPENING, actor.id(), "open-notes", consultation);
                    var submitted = ofConsultation(care.get()).stream()
                            .filter(note -> note.state() != NoteState.DRAFT)
                            .toList();
                    return Outcome.of(new VisitNotes(submitted));
                });
    }

    /** Who wrote what and when into a note of a consultation; the opening is kept in the trail. */
    Outcome<NoteVersions> versions(Actor actor, UUID consultation, UUID note) {
        return access.check(actor, Action.SEE_RECORD, new Subject.OfConsultation(consultation))
                .then(_ -> {
                    var versions = book.versions(note, RecordLimits.VERSIONS_SHOWN_MAX);
                    if (versions.isEmpty()
                            || !versions.getFirst().head().consultation().equals(consultation)) {
                        return Refused.of(ProblemType.NOT_FOUND);
                    }
                    audit.record(Audit.Kind.OPENING, actor.id(), "open-notes", consultation);
                    var known =
                            names.known(versions.stream().map(KeptNote::author).toList());
                    return Outcome.of(new NoteVersions(versions.stream()
                            .map(one -> new NoteVersions.Version(
                                    one.version(),
                                    known.of(one.author()),
                                    one.at(),
                                    one.state(),
                                    one.content(),
                                    one.text().reason()))
                            .toList()));
                });
    }

    private List<Note> shown(List<KeptNote> notes) {
        var known = names.known(notes.stream()
                .flatMap(note -> Stream.of(note.head().owner(), note.author()))
                .distinct()
                .toList());
        var newest =
                signatures.newest(notes.stream().map(note -> note.head().id()).toList());
        return notes.stream()
                .map(note -> new Note(
                        note.head().id(),
                        known.of(note.head().owner()),
                        note.version(),
                        note.state(),
                        note.head().template(),
                        note.content(),
                        known.of(note.author()),
                        note.at(),
                        note.text().reason(),
                        NoteSignatures.of(note, newest)))
                .toList();
    }
}
