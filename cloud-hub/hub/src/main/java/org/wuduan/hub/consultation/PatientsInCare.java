package org.wuduan.hub.consultation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.hub.household.CareUnderWay;

/** A patient with an open consultation is being cared for. */
@Component
class PatientsInCare implements CareUnderWay {
    private final Consultations consultations;

    PatientsInCare(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public boolean isOpenFor(UUID patient) {
        return consultations.openOf(patient).isPresent();
    }
}
