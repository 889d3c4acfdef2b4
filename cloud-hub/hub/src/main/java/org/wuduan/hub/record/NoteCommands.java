package org.wuduan.hub.record;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ClinicalRecord.AmendNote;
import org.wuduan.contract.ClinicalRecord.NoteContent;
import org.wuduan.contract.ClinicalRecord.SaveNote;
import org.wuduan.contract.ClinicalRecord.SeenNote;
import org.wuduan.contract.Diagnosis;
import org.wuduan.contract.NoteState;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/**
 * Writes notes; each in the transaction of its command. The note of the case doctor is written together by the doctors of
 * the consultation while it is a draft; only its owner submits, amends and archives it. Of two who save at once, the second
 * is refused, and both texts are kept: one in the hub, one with its writer.
 */
@Service
class NoteCommands {
    private final Access access;
    private final CareCases cases;
    private final NoteBook book;
    private final DiagnosisCodes codes;
    private final NoteSignatures signatures;
    private final Traces traces;
    private final Clock clock;

    NoteCommands(
            Access access,
            CareCases cases,
            NoteBook book,
            DiagnosisCodes codes,
            NoteSignatures signatures,
            Traces traces,
            Clock clock) {
        this.access = access;
        this.cases = cases;
        this.book = book;
        this.codes = codes;
        this.signatures = signatures;
        this.traces = traces;
        this.clock = clock;
    }

    /** What is done to a note, and how it is afterwards. */
    private enum Deed {
        SAVE(NoteState.DRAFT, false),
        SUBMIT(NoteState.SUBMITTED, true),
        AMEND(NoteState.SUBMITTED, true),
        ARCHIVE(NoteState.ARCHIVED, false);

        private final NoteState state;
        private final boolean isSigned;

        Deed(NoteState state, boolean isSigned) {
            this.state = state;
            this.isSigned = isSigned;
        }

        private String inTheTrail() {
            return "record-" + name().toLowerCase(Locale.ROOT) + "-note";
        }
    }

    /** Where a change of a note leaves its traces. */
    @Service
    record Traces(Audit audit, Journal journal) {
        long audited(Actor actor, String action, UUID consultation) {
            return audit.record(Audit.Kind.WRITE, actor.id(), action, consultation);
        }

        Outcome<Outcome.Nothing> shown(KeptNote note) {
            var notes = new StreamName(NoteViews.STREAM, note.head().consultation());
            var record = new StreamName(RecordViews.STREAM, note.head().patient());
            // a draft is on no page of the record
            journal.touch(note.state() == NoteState.DRAFT ? List.of(notes) : List.of(notes, record));
            return Outcome.done();
        }
    }

    Outcome<Outcome.Nothing> save(Actor actor, UUID consultation, SaveNote wish) {
        return may(actor, consultation)
                .then(care -> wish.baseVersion() == 0 ? begin(actor, care, wish) : saveAgain(actor, care, wish));
    }

    private Outcome<Outcome.Nothing> begin(Actor actor, CareCases.CareCase care, SaveNote wish) {
        return known(wish.content(), List.of()).then(_ -> {
            var head = new KeptNote.Head(wish.noteId(), care.id(), care.patient(), actor.id(), wish.template());
            var text = new KeptNote.Text(wish.content(), null);
            var note = new KeptNote(head, 1, NoteState.DRAFT, actor.id(), clock.instant(), text, null);
            return book.add(note, traces.audited(actor, "record-begin-note", care.id()))
                    ? traces.shown(note)
                    : Refused.of(ProblemType.EDIT_CONFLICT);
        });
    }

    private Outcome<Outcome.Nothing> saveAgain(Actor actor, CareCases.CareCase care, SaveNote wish) {
        return seen(care, wish.noteId(), wish.baseVersion()).then(kept -> {
            boolean mine = kept.head().owner().equals(actor.id());
            boolean ofTheCase = kept.head().owner().equals(care.doctor());
            if (!mine && !ofTheCase) {
                return notTheirs(actor, care);
            }
            if (kept.state() != NoteState.DRAFT) {
                return Refused.state(word(kept.state()));
            }
            if (kept.version() >= RecordLimits.NOTE_VERSIONS_MAX) {
                return Refused.of(ProblemType.LIMIT_REACHED);
            }
            return known(wish.content(), kept.content().diagnoses())
                    .then(_ -> change(actor, kept, Deed.SAVE, new KeptNote.Text(wish.content(), null)));
        });
    }

    Outcome<Outcome.Nothing> submit(Actor actor, UUID consultation, SeenNote wish) {
        return own(actor, consultation, wish.noteId(), wish.version())
                .then(kept -> in(NoteState.DRAFT, kept))
                .then(kept -> isEmpty(kept.content()) ? Refused.field("content") : Outcome.of(kept))
                .then(kept -> change(actor, kept, Deed.SUBMIT, kept.text()));
    }

    Outcome<Outcome.Nothing> amend(Actor actor, UUID consultation, AmendNote wish) {
        return own(actor, consultation, wish.noteId(), wish.version())
                .then(kept -> in(NoteState.SUBMITTED, kept))
                .then(kept -> known(wish.content(), kept.content().diagnoses())
                        .then(_ -> change(actor, kept, Deed.AMEND, new KeptNote.Text(wish.content(), wish.reason()))));
    }

    Outcome<Outcome.Nothing> archive(Actor actor, UUID consultation, SeenNote wish) {
        return own(actor, consultation, wish.noteId(), wish.version())
                .then(kept -> in(NoteState.SUBMITTED, kept))
                .then(kept -> change(actor, kept, Deed.ARCHIVE, kept.text()));
    }

    private Outcome<CareCases.CareCase> may(Actor actor, UUID consultation) {
        return access.check(actor, Action.WRITE_NOTE, new Subject.OfConsultation(consultation))
                .then(_ -> Outcome.of(cases.find(consultation).orElseThrow()))
                .then(care -> care.takesNotes() ? Outcome.of(care) : Refused.state("cancelled"));
    }

    private Outcome<KeptNote> own(Actor actor, UUID consultation, UUID note, int version) {
        return may(actor, consultation)
                .then(care -> seen(care, note, version)
                        .then(kept ->
                                kept.head().owner().equals(actor.id()) ? Outcome.of(kept) : notTheirs(actor, care)));
    }

    private <T> Outcome<T> notTheirs(Actor actor, CareCases.CareCase care) {
        traces.audit().recordDenial(actor.id(), "write_note", care.id());
        return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
    }

    private Outcome<KeptNote> seen(CareCases.CareCase care, UUID note, int version) {
        var kept = book.lock(note).filter(one -> one.head().consultation().equals(care.id()));
        if (kept.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        return kept.get().version() == version ? Outcome.of(kept.get()) : Refused.of(ProblemType.EDIT_CONFLICT);
    }

    private static Outcome<KeptNote> in(NoteState needed, KeptNote kept) {
        return kept.state() == needed ? Outcome.of(kept) : Refused.state(word(kept.state()));
    }

    /** A diagnosis is in the list, or the note had it already: a list that was replaced takes none away. */
    private Outcome<Outcome.Nothing> known(NoteContent content, List<Diagnosis> before) {
        return content.diagnoses().stream().allMatch(one -> before.contains(one) || codes.holds(one))
                ? Outcome.done()
                : Refused.field("content.diagnoses");
    }

    private static boolean isEmpty(NoteContent content) {
        return content.diagnoses().isEmpty()
                && List.of(
                                content.complaint(),
                                content.presentIllness(),
                                content.pastHistory(),
                                content.findings(),
                                content.treatment(),
                                content.advice())
                        .stream()
                        .allMatch(String::isBlank);
    }

    private Outcome<Outcome.Nothing> change(Actor actor, KeptNote kept, Deed deed, KeptNote.Text text) {
        var carried = deed == Deed.ARCHIVE ? kept.signedAs() : null;
        var next =
                new KeptNote(kept.head(), kept.version() + 1, deed.state, actor.id(), clock.instant(), text, carried);
        return signatures.signed(actor, next, deed.isSigned).then(made -> {
            book.change(
                    made, traces.audited(actor, deed.inTheTrail(), kept.head().consultation()));
            return traces.shown(made);
        });
    }

    private static String word(NoteState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
