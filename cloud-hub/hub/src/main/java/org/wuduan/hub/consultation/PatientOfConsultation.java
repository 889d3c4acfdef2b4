package org.wuduan.hub.consultation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Whom a consultation is about; other modules decide by it what belongs to the patient. */
@Service
public class PatientOfConsultation {
    private final Consultations consultations;

    PatientOfConsultation(Consultations consultations) {
        this.consultations = consultations;
    }

    public Optional<UUID> patient(UUID consultation) {
        return consultations.find(consultation).map(Consultation::patient);
    }

    /** Whether consent was taken back in the middle of the talk: nothing new goes out of it. It stays so in this transaction. */
    public boolean consentWithdrawn(UUID consultation) {
        return consultations
                .hold(consultation)
                .filter(Consultation::consentWithdrawn)
                .isPresent();
    }
}
