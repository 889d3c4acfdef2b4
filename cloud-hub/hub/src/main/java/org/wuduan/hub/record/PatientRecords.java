package org.wuduan.hub.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.AllergyCertainty;
import org.wuduan.contract.AllergySeverity;
import org.wuduan.contract.ClinicalRecord.AllergyState;
import org.wuduan.contract.Diagnosis;
import org.wuduan.contract.EntryKind;

/** What the other clinical modules may know of a patient's record. Whoever asks has checked that the reader may. */
@Service
public class PatientRecords {
    private final EntryBook book;
    private final NoteBook notes;

    PatientRecords(EntryBook book, NoteBook notes) {
        this.book = book;
        this.notes = notes;
    }

    /**
     * What is known of allergies.
     *
     * @param askedBy who asked and heard of none
     */
    public record Allergies(
            AllergyState state,
            List<Allergy> known,
            @Nullable UUID askedBy,
            @Nullable Instant askedAt) {
        public Allergies {
            known = List.copyOf(known);
        }
    }

    /** An allergy that is true now. */
    public record Allergy(
            UUID id,
            String substance,
            @Nullable String reaction,
            AllergySeverity severity,
            AllergyCertainty certainty,
            Instant recordedAt) {
        @Override
        public String toString() {
            return "Allergy[" + id + " ‹redacted›]";
        }
    }

    /** A problem that is true now. @param code of its diagnosis (ICD-10) */
    public record KnownProblem(
            UUID id,
            String name,
            @Nullable String code,
            @Nullable String since) {
        @Override
        public String toString() {
            return "KnownProblem[" + id + " ‹redacted›]";
        }
    }

    /** A drug that is taken now. @param usage in words */
    public record Medication(UUID id, String text, @Nullable String usage) {
        @Override
        public String toString() {
            return "Medication[" + id + " ‹redacted›]";
        }
    }

    public Allergies allergies(UUID patient) {
        var known = book.current(patient, EntryKind.ALLERGY).stream()
                .map(entry -> new Allergy(
                        entry.id(),
                        entry.content().text(),
                        entry.content().reaction(),
                        orUnknown(entry.content().severity()),
                        orSuspected(entry.content().certainty()),
                        entry.at()))
                .toList();
        if (!known.isEmpty()) {
            return new Allergies(AllergyState.SOME, known, null, null);
        }
        var denied = book.denial(patient)
                .filter(denial -> book.lastWordOfAllergies(patient)
                        .filter(denial.askedAt()::isBefore)
                        .isEmpty());
        return denied.map(
                        denial -> new Allergies(AllergyState.NONE_KNOWN, List.of(), denial.askedBy(), denial.askedAt()))
                .orElseGet(() -> new Allergies(AllergyState.NEVER_ASKED, List.of(), null, null));
    }

    public List<KnownProblem> problems(UUID patient) {
        return book.current(patient, EntryKind.PROBLEM).stream()
                .map(entry -> new KnownProblem(
                        entry.id(),
                        entry.content().text(),
                        entry.content().code(),
                        entry.content().since()))
                .toList();
    }

    public List<Medication> medications(UUID patient) {
        return book.current(patient, EntryKind.MEDICATION).stream()
                .map(entry -> new Medication(
                        entry.id(), entry.content().text(), entry.content().usage()))
                .toList();
    }

    /** Those of all notes of a consultation, also of drafts, each once; those of the note begun first come first. */
    public List<Diagnosis> diagnoses(UUID consultation) {
        return notes.ofConsultation(consultation).stream()
                .flatMap(note -> note.content().diagnoses().stream())
                .distinct()
                .toList();
    }

    private static AllergySeverity orUnknown(@Nullable AllergySeverity severity) {
        return severity == null ? AllergySeverity.UNKNOWN : severity;
    }

    private static AllergyCertainty orSuspected(@Nullable AllergyCertainty certainty) {
        return certainty == null ? AllergyCertainty.SUSPECTED : certainty;
    }
}
