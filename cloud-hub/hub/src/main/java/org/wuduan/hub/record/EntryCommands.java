package org.wuduan.hub.record;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ClinicalRecord.EditEntry;
import org.wuduan.contract.ClinicalRecord.RetireEntry;
import org.wuduan.contract.ClinicalRecord.WriteEntry;
import org.wuduan.contract.EntryKind;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Writes what is known of a patient; each in the transaction of its command. Nothing is ever deleted. */
@Service
class EntryCommands {
    private final Access access;
    private final EntryBook book;
    private final Audit audit;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryCommands(
            Access access,
            EntryBook book,
            Audit audit,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.book = book;
        this.audit = audit;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    Outcome<Outcome.Nothing> write(Actor actor, UUID patient, WriteEntry wish) {
        return may(actor, patient)
                .then(_ -> EntryRules.fits(wish.kind(), wish.content()))
                .then(_ -> {
                    if (book.count(patient) >= RecordLimits.ENTRIES_MAX) {
                        return Refused.of(ProblemType.LIMIT_REACHED);
                    }
                    var text = new KeptEntry.Text(wish.content(), null);
                    var entry =
                            new KeptEntry(wish.id(), patient, wish.kind(), 1, false, actor.id(), clock.instant(), text);
                    return book.add(entry, audited(actor, "record-write-entry", patient))
                            ? shown(actor, patient)
                            : Refused.field("id");
                });
    }

    Outcome<Outcome.Nothing> edit(Actor actor, Path path, EditEntry wish) {
        return seen(actor, path, wish.version())
                .then(kept -> EntryRules.fits(kept.kind(), wish.content())
                        .then(_ -> change(actor, kept, false, new KeptEntry.Text(wish.content(), null))));
    }

    Outcome<Outcome.Nothing> retire(Actor actor, Path path, RetireEntry wish) {
        return seen(actor, path, wish.version())
                .then(kept -> change(actor, kept, true, new KeptEntry.Text(kept.content(), wish.reason())));
    }

    /** The patient was asked for allergies and knows of none. */
    Outcome<Outcome.Nothing> noKnownAllergies(Actor actor, UUID patient, UUID id) {
        return may(actor, patient).then(_ -> {
            if (!book.current(patient, EntryKind.ALLERGY).isEmpty()) {
                return Refused.state("has_allergies");
            }
            var denial = new EntryBook.Denial(actor.id(), clock.instant());
            return book.addDenial(id, patient, denial, audited(actor, "record-no-allergies", patient))
                    ? shown(actor, patient)
                    : Refused.field("id");
        });
    }

    /** Where an entry is. */
    record Path(UUID patient, UUID entry) {}

    private Outcome<KeptEntry> seen(Actor actor, Path path, int version) {
        return may(actor, path.patient()).then(_ -> {
            var kept = book.lock(path.entry()).filter(one -> one.patient().equals(path.patient()));
            if (kept.isEmpty()) {
                return Refused.of(ProblemType.NOT_FOUND);
            }
            if (kept.get().version() != version) {
                return Refused.of(ProblemType.EDIT_CONFLICT);
            }
            return kept.get().retired() ? Refused.state("retired") : Outcome.of(kept.get());
        });
    }

    private Outcome<Outcome.Nothing> change(Actor actor, KeptEntry kept, boolean retired, KeptEntry.Text text) {
        var next = new KeptEntry(
                kept.id(), kept.patient(), kept.kind(), kept.version() + 1, retired, actor.id(), clock.instant(), text);
        book.change(next, audited(actor, retired ? "record-retire-entry" : "record-edit-entry", kept.patient()));
        return shown(actor, kept.patient());
    }

    private Outcome<Outcome.Nothing> may(Actor actor, UUID patient) {
        return access.check(actor, Action.WRITE_RECORD, new Subject.OfPatient(patient));
    }

    private long audited(Actor actor, String action, UUID patient) {
        return audit.record(Audit.Kind.WRITE, actor.id(), action, patient);
    }

    private Outcome<Outcome.Nothing> shown(Actor actor, UUID patient) {
        journal.touch(List.of(new StreamName(RecordViews.STREAM, patient)));
        events.publishEvent(new RecordChanged(patient, actor.id()));
        return Outcome.done();
    }
}
