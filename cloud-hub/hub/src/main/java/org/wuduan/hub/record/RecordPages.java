package org.wuduan.hub.record;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ClinicalRecord.EntryVersions;
import org.wuduan.contract.ClinicalRecord.KnownAllergies;
import org.wuduan.contract.ClinicalRecord.RecordEntry;
import org.wuduan.contract.ClinicalRecord.Visit;
import org.wuduan.contract.View.RecordView;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** A record as doctors read it. */
@Component
class RecordPages {
    /** Shown of one visit. */
    private static final int DIAGNOSES_MAX = 20;

    private final EntryBook entries;
    private final NoteBook notes;
    private final PatientRecords records;
    private final CareCases cases;
    private final Names names;
    private final Doors doors;

    RecordPages(EntryBook entries, NoteBook notes, PatientRecords records, CareCases cases, Names names, Doors doors) {
        this.entries = entries;
        this.notes = notes;
        this.records = records;
        this.cases = cases;
        this.names = names;
        this.doors = doors;
    }

    /** Who may read, and what is kept of it. */
    @Component
    record Doors(Access access, Audit audit, Households households) {}

    RecordView page(UUID patient, boolean mayWrite) {
        var kept = entries.ofPatient(patient, RecordLimits.ENTRIES_MAX);
        var allergies = records.allergies(patient);
        var visits = cases.ofPatient(patient, RecordLimits.VISITS_MAX);
        var known = names.known(accounts(kept, allergies, visits));
        var askedBy = allergies.askedBy();
        return new RecordView(
                doors.households().resident(patient).orElseThrow().patient(),
                new KnownAllergies(
                        allergies.state(),
                        askedBy == null ? null : known.of(askedBy).name(),
                        allergies.askedAt()),
                kept.stream().map(entry -> entry(entry, known)).toList(),
                visits(patient, visits, known),
                mayWrite);
    }

    private static Set<UUID> accounts(
            List<KeptEntry> kept, PatientRecords.Allergies allergies, List<CareCases.CareCase> visits) {
        var accounts = new HashSet<UUID>();
        kept.forEach(entry -> accounts.add(entry.author()));
        visits.stream().map(CareCases.CareCase::doctor).forEach(doctor -> add(accounts, doctor));
        add(accounts, allergies.askedBy());
        return accounts;
    }

    private static void add(Set<UUID> accounts, @Nullable UUID account) {
        if (account != null) {
            accounts.add(account);
        }
    }

    private static RecordEntry entry(KeptEntry kept, Names.Known known) {
        var author = known.of(kept.author()).name();
        var why = kept.text().retiredFor();
        return new RecordEntry(
                kept.id(),
                kept.kind(),
                kept.version(),
                kept.content(),
                author,
                kept.at(),
                why == null ? null : new RecordEntry.Retirement(author, kept.at(), why));
    }

    private List<Visit> visits(UUID patient, List<CareCases.CareCase> visits, Names.Known known) {
        Map<UUID, List<KeptNote>> submitted = notes.finishedOfPatient(patient, RecordLimits.VISITS_MAX).stream()
                .collect(Collectors.groupingBy(note -> note.head().consultation()));
        return visits.stream()
                .map(care -> visit(care, submitted.getOrDefault(care.id(), List.of()), known))
                .toList();
    }

    private static Visit visit(CareCases.CareCase care, List<KeptNote> submitted, Names.Known known) {
        var doctor = care.doctor();
        return new Visit(
                care.id(),
                care.requestedAt(),
                care.state(),
                doctor == null ? null : known.of(doctor).name(),
                care.complaint(),
                submitted.stream()
                        .flatMap(note -> note.content().diagnoses().stream())
                        .distinct()
                        .limit(DIAGNOSES_MAX)
                        .toList(),
                submitted.size());
    }

    /** Who said what and when in an entry, also what is no longer true; the opening is kept in the trail. */
    Outcome<EntryVersions> versions(Actor actor, UUID patient, UUID entry) {
        return doors.access()
                .check(actor, Action.SEE_RECORD, new Subject.OfPatient(patient))
                .then(_ -> {
                    var versions = entries.versions(entry, RecordLimits.VERSIONS_SHOWN_MAX);
                    if (versions.isEmpty() || !versions.getFirst().patient().equals(patient)) {
                        return Refused.of(ProblemType.NOT_FOUND);
                    }
                    doors.audit().record(Audit.Kind.OPENING, actor.id(), "open-record", patient);
                    var known =
                            names.known(versions.stream().map(KeptEntry::author).toList());
                    return Outcome.of(new EntryVersions(versions.stream()
                            .map(one -> new EntryVersions.Version(
                                    one.version(),
                                    known.of(one.author()).name(),
                                    one.at(),
                                    one.content(),
                                    one.text().retiredFor()))
                            .toList()));
                });
    }
}
