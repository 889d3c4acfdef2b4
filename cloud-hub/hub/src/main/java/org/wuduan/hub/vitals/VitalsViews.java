package org.wuduan.hub.vitals;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.View;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;

/** Shows a patient's vital signs to those who may see them. */
@Component
class VitalsViews implements ViewSource {
    static final String STREAM = "vitals";

    private final Vitals vitals;
    private final Households households;
    private final Access access;

    VitalsViews(Vitals vitals, Households households, Access access) {
        this.vitals = vitals;
        this.households = households;
        this.access = access;
    }

    @Override
    public String kind() {
        return STREAM;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID patient) {
        return access.check(actor, Action.SEE_VITALS, new Subject.OfPatient(patient))
                .then(_ -> Outcome.of(view(patient)));
    }

    private View view(UUID patient) {
        return new View.VitalsView(
                households.resident(patient).orElseThrow().patient(),
                vitals.latest(patient),
                new View.VitalsView.Trend(
                        vitals.trend(patient, VitalKind.BLOOD_PRESSURE),
                        vitals.trend(patient, VitalKind.HEART_RATE),
                        vitals.trend(patient, VitalKind.PULSE_OXIMETER),
                        vitals.trend(patient, VitalKind.GLUCOSE),
                        vitals.trend(patient, VitalKind.TEMPERATURE),
                        vitals.trend(patient, VitalKind.WEIGHT)));
    }
}
