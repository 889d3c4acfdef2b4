package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient's record: entries, notes, diagnoses. */
public final class ClinicalRecord {
    private ClinicalRecord() {}

    /** What an entry says. @param usage of a drug, in words. @param since in words */
    public record EntryContent(
            String text,
            @Nullable String code,
            @Nullable String reaction,
            @Nullable AllergySeverity severity,
            @Nullable AllergyCertainty certainty,
            @Nullable String usage,
            @Nullable String since) {
        @Override
        public String toString() {
            return "EntryContent[‹redacted›]";
        }
    }

    /** An entry of a patient's record. */
    public record RecordEntry(
            UUID id,
            EntryKind kind,
            int version,
            EntryContent content,
            String recordedBy,
            Instant recordedAt,
            @Nullable Retirement retired) {
        @Override
        public String toString() {
            return "RecordEntry[" + id + " " + kind + " ‹redacted›]";
        }

        /** No longer true. */
        public record Retirement(String by, Instant at, String reason) {
            @Override
            public String toString() {
                return "Retirement[" + at + " ‹redacted›]";
            }
        }
    }

    /** POST /api/patients/{id}/record/entries */
    public record WriteEntry(UUID id, EntryKind kind, EntryContent content) {}

    /** POST /api/patients/{id}/record/entries/{entryId} */
    public record EditEntry(int version, EntryContent content) {}

    /** POST /api/patients/{id}/record/entries/{entryId}/retire */
    public record RetireEntry(int version, String reason) {
        @Override
        public String toString() {
            return "RetireEntry[" + version + " ‹redacted›]";
        }
    }

    /** POST /api/patients/{id}/record/no-known-allergies */
    public record StateNoAllergies(UUID id) {}

    /** GET /api/patients/{id}/record/entries/{entryId}/versions, the newest first. */
    public record EntryVersions(List<Version> versions) {
        public EntryVersions {
            versions = List.copyOf(versions);
        }

        /** One version, kept for good. */
        public record Version(
                int version,
                String by,
                Instant at,
                EntryContent content,
                @Nullable String retiredFor) {
            @Override
            public String toString() {
                return "Version[" + version + " ‹redacted›]";
            }
        }
    }

    /**
     * The fields of an outpatient note (门诊病历).
     *
     * @param prefilled fields that still stand as the system filled them in
     */
    public record NoteContent(
            String complaint,
            String presentIllness,
            String pastHistory,
            String findings,
            List<Diagnosis> diagnoses,
            String treatment,
            String advice,
            List<NoteField> prefilled) {
        public NoteContent {
            diagnoses = List.copyOf(diagnoses);
            prefilled = List.copyOf(prefilled);
        }

        @Override
        public String toString() {
            return "NoteContent[‹redacted›]";
        }
    }

    /**
     * A doctor's note of one consultation.
     *
     * @param reason of an amendment
     * @param signature of this very version
     */
    public record Note(
            UUID id,
            Doctor owner,
            int version,
            NoteState state,
            NoteTemplate template,
            NoteContent content,
            Doctor savedBy,
            Instant savedAt,
            @Nullable String reason,
            Signing.@Nullable Signature signature) {
        @Override
        public String toString() {
            return "Note[" + id + " " + version + " " + state + " ‹redacted›]";
        }
    }

    /** POST /api/consultations/{id}/note/save. @param baseVersion on which the text stands; 0 makes the note */
    public record SaveNote(UUID noteId, int baseVersion, NoteTemplate template, NoteContent content) {}

    /** POST /api/consultations/{id}/note/submit and …/note/archive */
    public record SeenNote(UUID noteId, int version) {}

    /** POST /api/consultations/{id}/note/amend */
    public record AmendNote(UUID noteId, int version, String reason, NoteContent content) {
        @Override
        public String toString() {
            return "AmendNote[" + noteId + " " + version + " ‹redacted›]";
        }
    }

    /** GET /api/consultations/{id}/notes/{noteId}/versions, the newest first. */
    public record NoteVersions(List<Version> versions) {
        public NoteVersions {
            versions = List.copyOf(versions);
        }

        /** One version, kept for good. */
        public record Version(
                int version,
                Doctor by,
                Instant at,
                NoteState state,
                NoteContent content,
                @Nullable String reason) {
            @Override
            public String toString() {
                return "Version[" + version + " " + state + " ‹redacted›]";
            }
        }
    }

    /** GET /api/patients/{id}/record/visits/{consultationId} */
    public record VisitNotes(List<Note> notes) {
        public VisitNotes {
            notes = List.copyOf(notes);
        }
    }

    /** GET /api/diagnoses?words=. @param source where the list comes from */
    public record DiagnosisList(List<Diagnosis> diagnoses, String source) {
        public DiagnosisList {
            diagnoses = List.copyOf(diagnoses);
        }

        @Override
        public String toString() {
            return "DiagnosisList[" + diagnoses.size() + " ‹redacted›]";
        }
    }

    /** Whether anything is known of a patient's allergies. */
    public enum AllergyState {
        @JsonProperty("never_asked")
        NEVER_ASKED,
        @JsonProperty("none_known")
        NONE_KNOWN,
        @JsonProperty("some")
        SOME
    }

    /** What is known of a patient's allergies. @param askedBy who asked and heard of none */
    public record KnownAllergies(
            AllergyState state,
            @Nullable String askedBy,
            @Nullable Instant askedAt) {
        @Override
        public String toString() {
            return "KnownAllergies[‹redacted›]";
        }
    }

    /** A consultation in the record. @param notes how many were submitted */
    public record Visit(
            UUID consultationId,
            Instant at,
            ConsultationState state,
            @Nullable String doctor,
            @Nullable String complaint,
            List<Diagnosis> diagnoses,
            int notes) {
        public Visit {
            diagnoses = List.copyOf(diagnoses);
        }

        @Override
        public String toString() {
            return "Visit[" + consultationId + " " + state + " ‹redacted›]";
        }
    }

    /**
     * GET /api/patients/{id}/record/documents?before=&beforeId=
     *
     * @param next leads to what is older; null at the end
     */
    public record DocumentPage(
            List<Document> documents, @Nullable Place next) {
        public DocumentPage {
            documents = List.copyOf(documents);
        }

        /** The last document of a page; the next page begins behind it. */
        public record Place(Instant before, UUID beforeId) {}
    }

    /**
     * A document that stands in another part of the product.
     *
     * @param id of the consultation of a report; otherwise the document's own
     * @param consultationId in which it was written; null for one that came otherwise
     * @param at when it was concluded, signed, sent, or came into force
     */
    public record Document(
            Kind kind,
            UUID id,
            @Nullable UUID consultationId,
            Instant at,
            String institution,
            String author,
            State state) {
        /** Choices of kind. */
        public enum Kind {
            @JsonProperty("report")
            REPORT,
            @JsonProperty("referral")
            REFERRAL,
            @JsonProperty("prescription")
            PRESCRIPTION,
            @JsonProperty("home_plan")
            HOME_PLAN
        }

        /** Choices of state: of a report, a prescription, a referral, a plan at home. */
        public enum State {
            @JsonProperty("concluded")
            CONCLUDED,
            @JsonProperty("awaiting_review")
            AWAITING_REVIEW,
            @JsonProperty("approved")
            APPROVED,
            @JsonProperty("rejected")
            REJECTED,
            @JsonProperty("cancelled")
            CANCELLED,
            @JsonProperty("dispensed")
            DISPENSED,
            @JsonProperty("expired")
            EXPIRED,
            @JsonProperty("sent")
            SENT,
            @JsonProperty("accepted")
            ACCEPTED,
            @JsonProperty("declined")
            DECLINED,
            @JsonProperty("in_force")
            IN_FORCE,
            @JsonProperty("replaced")
            REPLACED,
            @JsonProperty("ended")
            ENDED
        }

        @Override
        public String toString() {
            return "Document[" + kind + " " + id + " " + state + " ‹redacted›]";
        }
    }
}
