package org.wuduan.hub.consultation;

import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Patient;
import org.wuduan.hub.household.HomeChanged;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** Who belongs to a household decides who may sit in its consultations: a box or a child who is gone leaves the seat. */
@Component
class HomeWatch {
    private final Consultations consultations;
    private final Households households;
    private final CallArrangement arrangement;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    HomeWatch(
            Consultations consultations,
            Households households,
            CallArrangement arrangement,
            Journal journal,
            ApplicationEventPublisher events) {
        this.consultations = consultations;
        this.households = households;
        this.arrangement = arrangement;
        this.journal = journal;
        this.events = events;
    }

    /** Repeating it changes nothing. */
    @ApplicationModuleListener
    void on(HomeChanged changed) {
        households.patientsOf(changed.household()).stream()
                .map(Patient::id)
                .flatMap(patient -> consultations.openOf(patient).stream())
                .flatMap(open -> consultations.lock(open.id()).stream())
                .filter(open -> !open.ended())
                .forEach(this::arrange);
    }

    private void arrange(Consultation open) {
        if (open.state() == ConsultationState.LIVE) {
            arrangement.arrange(open);
        }
        journal.touch(Set.of(new StreamName("consultation", open.id())));
        events.publishEvent(new ConsultationChanged(open.id()));
    }
}
