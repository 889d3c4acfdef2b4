package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.CarePackage.Ended;
import org.wuduan.contract.Prescribed.HomePrescription;
import org.wuduan.contract.Prescribed.Prescription;
import org.wuduan.contract.Prescribed.ReturnedPrescription;
import org.wuduan.contract.Signing.Signature;
import org.wuduan.contract.Wearables.Pairing;

/** What a stream shows to one viewer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = View.DoctorInbox.class, name = "inbox.doctor"),
    @JsonSubTypes.Type(value = View.FamilyInbox.class, name = "inbox.family"),
    @JsonSubTypes.Type(value = View.BoxInbox.class, name = "inbox.box"),
    @JsonSubTypes.Type(value = View.ConsultationView.class, name = "consultation"),
    @JsonSubTypes.Type(value = View.VitalsView.class, name = "vitals"),
    @JsonSubTypes.Type(value = View.WearablesView.class, name = "wearables"),
    @JsonSubTypes.Type(value = View.RecordView.class, name = "record"),
    @JsonSubTypes.Type(value = View.NotesView.class, name = "notes"),
    @JsonSubTypes.Type(value = View.PrescriptionsView.class, name = "prescriptions"),
    @JsonSubTypes.Type(value = View.PharmacistInbox.class, name = "inbox.pharmacist"),
    @JsonSubTypes.Type(value = View.MedicinesView.class, name = "medicines"),
    @JsonSubTypes.Type(value = View.DoctorReferrals.class, name = "referrals"),
    @JsonSubTypes.Type(value = View.PlanView.class, name = "plan")
})
public sealed interface View {
    /** What waits for a doctor. */
    record DoctorInbox(
            Doctor me,
            boolean onDuty,
            List<Waiting> waiting,
            List<Case> invitations,
            List<ActiveConsultation> current,
            List<Followed> followed,
            List<Summary> recent,
            List<ReturnedPrescription> returned)
            implements View {
        public DoctorInbox {
            waiting = List.copyOf(waiting);
            invitations = List.copyOf(invitations);
            current = List.copyOf(current);
            followed = List.copyOf(followed);
            recent = List.copyOf(recent);
            returned = List.copyOf(returned);
        }

        /** A request in the queue of the doctor's institution. */
        public record Waiting(
                UUID consultationId,
                Patient patient,
                RequestedBy requestedBy,
                Instant requestedAt,
                LatestVitals vitals,
                @Nullable String complaint) {
            @Override
            public String toString() {
                return "Waiting[" + consultationId + " ‹redacted›]";
            }
        }

        /** The doctor is rung into a consultation; a one-page case. */
        public record Case(
                UUID consultationId,
                UUID invitationId,
                Doctor from,
                Patient patient,
                RemoteInvitation invitation,
                Instant invitedAt,
                LatestVitals vitals) {}

        /** A patient whom the doctor follows (随转) is live with the doctor who is named: the follower may come in. */
        public record Followed(UUID consultationId, Patient patient, Doctor doctor) {}
    }

    /** What a son or daughter sees. */
    record FamilyInbox(Me me, List<Parent> patients, List<Summary> summaries) implements View {
        public FamilyInbox {
            patients = List.copyOf(patients);
            summaries = List.copyOf(summaries);
        }

        /** The account. */
        public record Me(UUID id, String name) {
            @Override
            public String toString() {
                return "Me[" + id + " ‹redacted›]";
            }
        }

        /** A parent. */
        public record Parent(
                Patient patient,
                String relation,
                List<FamilyRight> rights,
                LatestVitals vitals,
                @Nullable ActiveConsultation consultation,
                @Nullable NamedHousehold household,
                @Nullable Instant until,
                @Nullable NobodyOnDuty nobodyOnDuty) {
            public Parent {
                rights = List.copyOf(rights);
            }

            @Override
            public String toString() {
                return "Parent[" + patient + " ‹redacted›]";
            }
        }
    }

    /** What the television shows. */
    record BoxInbox(
            NamedHousehold household,
            List<Resident> patients,
            List<Summary> summaries,
            List<UnclaimedReading> unclaimed,
            @Nullable ActiveConsultation consultation,
            @Nullable NobodyOnDuty nobodyOnDuty)
            implements View {
        public BoxInbox {
            unclaimed = List.copyOf(unclaimed);
            patients = List.copyOf(patients);
            summaries = List.copyOf(summaries);
        }

        /** Somebody who lives here. */
        public record Resident(Patient patient, LatestVitals vitals, List<BoundChild> family) {
            public Resident {
                family = List.copyOf(family);
            }
        }
    }

    /** A consultation as this viewer may see it. Family and television get neither legalBasis nor opinions nor the fields of an invitation nor report. */
    record ConsultationView(
            UUID id,
            ConsultationState state,
            Patient patient,
            RequestedBy requestedBy,
            Instant requestedAt,
            List<Invitation> invitations,
            List<Opinion> opinions,
            List<Action> actions,
            @Nullable String complaint,
            @Nullable Doctor doctor,
            @Nullable Ring ring,
            @Nullable Consent consent,
            @Nullable LegalBasis legalBasis,
            @Nullable UUID myInvitationId,
            @Nullable RemoteInvitation invitation,
            @Nullable Call call,
            @Nullable Summary summary,
            @Nullable Cancelled cancelled,
            @Nullable Report report)
            implements View {
        public ConsultationView {
            invitations = List.copyOf(invitations);
            opinions = List.copyOf(opinions);
            actions = List.copyOf(actions);
        }

        @Override
        public String toString() {
            return "ConsultationView[" + id + " " + state + " " + actions + " " + call + " ‹redacted›]";
        }

        /** Choices of actions. */
        public enum Action {
            @JsonProperty("accept")
            ACCEPT,
            @JsonProperty("ring")
            RING,
            @JsonProperty("withdraw-ring")
            WITHDRAW_RING,
            @JsonProperty("answer")
            ANSWER,
            @JsonProperty("inconvenient")
            INCONVENIENT,
            @JsonProperty("consent")
            CONSENT,
            @JsonProperty("withdraw-consent")
            WITHDRAW_CONSENT,
            @JsonProperty("cancel")
            CANCEL,
            @JsonProperty("invite")
            INVITE,
            @JsonProperty("accept-invitation")
            ACCEPT_INVITATION,
            @JsonProperty("decline-invitation")
            DECLINE_INVITATION,
            @JsonProperty("withdraw-invitation")
            WITHDRAW_INVITATION,
            @JsonProperty("join")
            JOIN,
            @JsonProperty("leave")
            LEAVE,
            @JsonProperty("submit-opinion")
            SUBMIT_OPINION,
            @JsonProperty("decide")
            DECIDE,
            @JsonProperty("conclude")
            CONCLUDE,
            @JsonProperty("confirm-understanding")
            CONFIRM_UNDERSTANDING
        }

        /** The newest ring of the television. */
        public record Ring(
                Instant startedAt, int count, @Nullable RingOutcome outcome) {}

        /** The newest version of the report, and where it lies, the inviting institution first. */
        public record Report(int version, List<Archived> archived) {
            public Report {
                archived = List.copyOf(archived);
            }
        }

        /** In the archive of one institution, by its name. */
        public record Archived(String institution, Instant at) {
            @Override
            public String toString() {
                return "Archived[" + at + " ‹redacted›]";
            }
        }

        /** Who ended it before its conclusion. */
        public record Cancelled(
                By by, Reason reason, Instant at, @Nullable String source) {
            /** Choices of by. */
            public enum By {
                @JsonProperty("patient")
                PATIENT,
                @JsonProperty("family")
                FAMILY,
                @JsonProperty("doctor")
                DOCTOR
            }

            /** Choices of reason. */
            public enum Reason {
                @JsonProperty("changed_mind")
                CHANGED_MIND,
                @JsonProperty("consent_refused")
                CONSENT_REFUSED,
                @JsonProperty("consent_withdrawn")
                CONSENT_WITHDRAWN,
                @JsonProperty("unreachable")
                UNREACHABLE,
                @JsonProperty("other")
                OTHER
            }
        }
    }

    /** The wearables of a household, and the one that is being added. */
    record WearablesView(
            NamedHousehold household,
            List<Patient> patients,
            List<Wearables.KnownWearable> wearables,
            @Nullable Pairing pairing)
            implements View {
        public WearablesView {
            patients = List.copyOf(patients);
            wearables = List.copyOf(wearables);
        }
    }

    /** A patient's vital signs. */
    record VitalsView(Patient patient, LatestVitals latest, Trend trend) implements View {
        /** Older readings, oldest first, at most 132 of each kind; implausible ones are left out. */
        public record Trend(
                List<VitalSign> bloodPressure,
                List<VitalSign> heartRate,
                List<VitalSign> pulseOximeter,
                List<VitalSign> glucose,
                List<VitalSign> temperature,
                List<VitalSign> weight) {
            public Trend {
                bloodPressure = List.copyOf(bloodPressure);
                heartRate = List.copyOf(heartRate);
                pulseOximeter = List.copyOf(pulseOximeter);
                glucose = List.copyOf(glucose);
                temperature = List.copyOf(temperature);
                weight = List.copyOf(weight);
            }
        }
    }

    /** A patient's record, for doctors. @param mayWrite whether this viewer may change entries now */
    record RecordView(
            Patient patient,
            ClinicalRecord.KnownAllergies allergies,
            List<ClinicalRecord.RecordEntry> entries,
            List<ClinicalRecord.Visit> visits,
            boolean mayWrite)
            implements View {
        public RecordView {
            entries = List.copyOf(entries);
            visits = List.copyOf(visits);
        }
    }

    /** The notes of a consultation, for its doctors; that of the case doctor first. */
    record NotesView(Patient patient, @Nullable String complaint, List<ClinicalRecord.Note> notes, boolean mayWrite)
            implements View {
        public NotesView {
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            return "NotesView[" + notes.size() + " ‹redacted›]";
        }
    }

    /** The prescriptions of a consultation. */
    record PrescriptionsView(List<Prescription> prescriptions) implements View {
        public PrescriptionsView {
            prescriptions = List.copyOf(prescriptions);
        }
    }

    /** What waits for a pharmacist, and what was decided last. */
    record PharmacistInbox(List<Prescription> waiting, List<Prescription> decided) implements View {
        public PharmacistInbox {
            waiting = List.copyOf(waiting);
            decided = List.copyOf(decided);
        }
    }

    /** The medicines of a patient, for the home. */
    record MedicinesView(Patient patient, List<HomePrescription> prescriptions) implements View {
        public MedicinesView {
            prescriptions = List.copyOf(prescriptions);
        }
    }

    /** Referrals that a doctor has to do with, and what home plans ask of the doctor. */
    record DoctorReferrals(List<Referrals.Line> received, List<Referrals.Line> sent, List<Alerted> alerts)
            implements View {
        public DoctorReferrals {
            received = List.copyOf(received);
            sent = List.copyOf(sent);
            alerts = List.copyOf(alerts);
        }

        /** An alert that no doctor has acknowledged. */
        public record Alerted(Patient patient, CarePackage.Alert alert) {}
    }

    /**
     * The plan at home of a patient, where one is in force.
     *
     * @param ended how the newest one ended, where a doctor ended it and nothing took its place
     */
    record PlanView(
            Patient patient,
            @Nullable HomePlan plan,
            @Nullable Ended ended,
            List<CarePackage.Alert> alerts,
            boolean mayAcknowledge,
            boolean mayEnd)
            implements View {
        public PlanView {
            alerts = List.copyOf(alerts);
        }

        /**
         * The package as it was accepted or ordered.
         *
         * @param consultationId in which it was ordered; null for one that a referral brought
         * @param signature over an order; null for a doctor who had no signing key, and for what a referral brought
         */
        public record HomePlan(
                UUID id,
                @Nullable UUID consultationId,
                Doctor from,
                Doctor acceptedBy,
                Instant acceptedAt,
                @Nullable Signature signature,
                @JsonProperty("package") CarePackage carePackage,
                List<CarePackage.Planned> measures) {
            public HomePlan {
                measures = List.copyOf(measures);
            }
        }
    }
}
