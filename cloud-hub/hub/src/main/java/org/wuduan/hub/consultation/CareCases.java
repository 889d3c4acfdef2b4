package org.wuduan.hub.consultation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ConsultationState;

/** What the other clinical modules may know of consultations. */
@Component
public class CareCases {
    /** After the talk a doctor may still order: a pharmacist sends back, a test comes in. */
    public static final Duration ORDERED_AFTER_MAX = Duration.ofDays(3);

    private final Consultations consultations;

    CareCases(Consultations consultations) {
        this.consultations = consultations;
    }

    /**
     * A consultation as the record knows it.
     *
     * @param doctor who accepted the request
     * @param consentWithdrawn whether it was cancelled in the middle of the talk, because consent was taken back
     */
    public record CareCase(
            UUID id,
            UUID patient,
            UUID institution,
            ConsultationState state,
            @Nullable UUID doctor,
            Instant requestedAt,
            @Nullable String complaint,
            boolean consentWithdrawn) {
        /**
         * Whether a note may be written of it: also of a talk that ended because consent was taken back, what was done
         * until then; not where there was no talk.
         */
        public boolean takesNotes() {
            return state != ConsultationState.CANCELLED || consentWithdrawn;
        }

        /** Whether medicines or measurements may be ordered out of it: while it is live, and for a time after it. */
        public boolean takesOrders(Instant now) {
            return state == ConsultationState.LIVE
                    || state == ConsultationState.CONCLUDED && now.isBefore(requestedAt.plus(ORDERED_AFTER_MAX));
        }

        @Override
        public String toString() {
            return "CareCase[" + id + " " + state + " ‹redacted›]";
        }
    }

    public Optional<CareCase> find(UUID consultation) {
        return consultations.find(consultation).map(CareCases::of);
    }

    /** The same; nobody ends it or takes consent to it back before the transaction ends. Take it before rows of your own. */
    public Optional<CareCase> hold(UUID consultation) {
        return consultations.hold(consultation).map(CareCases::of);
    }

    /** The newest first. */
    public List<CareCase> ofPatient(UUID patient, int limit) {
        return consultations.ofPatient(patient, limit).stream()
                .map(CareCases::of)
                .toList();
    }

    /** A concluded consultation, of which there is a report. */
    public record Report(UUID consultation, Instant concludedAt, UUID institution, UUID doctor) {
        /** Where in the list of them. */
        public record Place(Instant at, UUID id) {}
    }

    /** Those of a patient in which a doctor has or had a part, older than a place, the newest first. */
    public List<Report> reports(UUID doctor, UUID patient, Report.Place before, int limit) {
        return consultations.reports(doctor, patient, before, limit);
    }

    /** Consultations of a patient in which a doctor has or had a part, the newest first. */
    public List<UUID> partsOf(UUID doctor, UUID patient) {
        return consultations.partsOf(doctor, patient);
    }

    private static CareCase of(Consultation consultation) {
        return new CareCase(
                consultation.id(),
                consultation.patient(),
                consultation.institution(),
                consultation.state(),
                consultation.doctor(),
                consultation.requestedAt(),
                consultation.complaint(),
                consultation.consentWithdrawn());
    }
}
