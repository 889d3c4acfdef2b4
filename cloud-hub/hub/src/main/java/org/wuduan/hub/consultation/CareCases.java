package org.wuduan.hub.consultation;

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
    private final Consultations consultations;

    CareCases(Consultations consultations) {
        this.consultations = consultations;
    }

    /**
     * A consultation as the record knows it.
     *
     * @param doctor who accepted the request
     */
    public record CareCase(
            UUID id,
            UUID patient,
            UUID institution,
            ConsultationState state,
            @Nullable UUID doctor,
            Instant requestedAt,
            @Nullable String complaint) {
        @Override
        public String toString() {
            return "CareCase[" + id + " " + state + " ‹redacted›]";
        }
    }

    public Optional<CareCase> find(UUID consultation) {
        return consultations.find(consultation).map(CareCases::of);
    }

    /** The newest first. */
    public List<CareCase> ofPatient(UUID patient, int limit) {
        return consultations.ofPatient(patient, limit).stream()
                .map(CareCases::of)
                .toList();
    }

    private static CareCase of(Consultation consultation) {
        return new CareCase(
                consultation.id(),
                consultation.patient(),
                consultation.institution(),
                consultation.state(),
                consultation.doctor(),
                consultation.requestedAt(),
                consultation.complaint());
    }
}
