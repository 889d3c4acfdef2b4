package org.wuduan.hub.consultation;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.journal.StreamName;

/** Whose inbox a consultation shows in. */
@Component
class Inboxes {
    private final Households households;
    private final Consortium consortium;

    Inboxes(Households households, Consortium consortium) {
        this.households = households;
        this.consortium = consortium;
    }

    Set<StreamName> concernedBy(Consultation consultation) {
        Set<UUID> owners = new HashSet<>();
        owners.addAll(households.boxesOf(consultation.household()));
        households.bindingsOfPatient(consultation.patient()).forEach(binding -> owners.add(binding.account()));
        owners.addAll(consortium.firstContactDoctors(consultation.institution()));
        if (consultation.doctor() != null) {
            owners.add(consultation.doctor());
        }
        consultation.invitations().forEach(invited -> owners.add(invited.doctor()));
        var streams = new HashSet<StreamName>();
        owners.forEach(owner -> streams.add(new StreamName("inbox", owner)));
        return streams;
    }
}
