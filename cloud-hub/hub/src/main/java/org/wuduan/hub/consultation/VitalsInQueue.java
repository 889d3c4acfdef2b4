package org.wuduan.hub.consultation;

import java.util.HashSet;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.vitals.VitalsRecorded;

/** New readings show in inboxes too: on the phone, on the television, beside a waiting request. */
@Component
class VitalsInQueue {
    private final Consultations consultations;
    private final Households households;
    private final Inboxes inboxes;
    private final Journal journal;

    VitalsInQueue(Consultations consultations, Households households, Inboxes inboxes, Journal journal) {
        this.consultations = consultations;
        this.households = households;
        this.inboxes = inboxes;
        this.journal = journal;
    }

    @ApplicationModuleListener
    void on(VitalsRecorded recorded) {
        Set<StreamName> streams = new HashSet<>();
        for (var patient : recorded.patients()) {
            households
                    .bindingsOfPatient(patient)
                    .forEach(binding -> streams.add(new StreamName("inbox", binding.account())));
            households
                    .resident(patient)
                    .ifPresent(resident -> households
                            .boxesOf(resident.household())
                            .forEach(box -> streams.add(new StreamName("inbox", box))));
            consultations.openOf(patient).ifPresent(open -> streams.addAll(inboxes.showingVitals(open)));
        }
        journal.touch(streams);
    }
}
