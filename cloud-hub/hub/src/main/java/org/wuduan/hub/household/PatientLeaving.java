package org.wuduan.hub.household;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wuduan.hub.identity.AccessChanged;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** What a patient's coming and going does to the screens of the household and of the children. */
@Component
class PatientLeaving {
    private final JdbcClient jdbc;
    private final Households households;
    private final HouseholdScreens screens;
    private final ObjectProvider<CareUnderWay> care;
    private final ApplicationEventPublisher events;

    PatientLeaving(
            JdbcClient jdbc,
            Households households,
            HouseholdScreens screens,
            ObjectProvider<CareUnderWay> care,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.households = households;
        this.screens = screens;
        this.care = care;
        this.events = events;
    }

    /** Nobody leaves out of an open consultation. The caller holds the patient's row, so that none begins meanwhile. */
    Outcome<PatientPages.Kept> mayLeave(PatientPages.Kept patient) {
        return care.orderedStream().anyMatch(one -> one.isOpenFor(patient.id()))
                ? Refused.of(ProblemType.PATIENT_BUSY)
                : Outcome.of(patient);
    }

    /** Before the change: whoever sees the patient now has to look anew after it. */
    void leaves(PatientPages.Kept patient) {
        Set<UUID> watching = new HashSet<>(households.boxesOf(patient.household()));
        households.bindingsOfPatient(patient.id()).forEach(binding -> watching.add(binding.account()));
        watching.forEach(actor -> {
            screens.renewInbox(actor);
            events.publishEvent(new AccessChanged(actor));
        });
    }

    /** After the change. */
    void arrived(UUID household) {
        screens.renew(household);
    }

    /** What the wearables of the old home measure is not this patient's any more. */
    void returnsWearables(UUID patient) {
        jdbc.sql("delete from wearable where patient = ?").param(patient).update();
    }
}
