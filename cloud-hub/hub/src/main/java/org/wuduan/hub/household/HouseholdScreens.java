package org.wuduan.hub.household;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** The inboxes that show a household: its televisions' and those of the children of whoever lives there. */
@Component
class HouseholdScreens {
    private static final String INBOX = "inbox";

    private final Households households;
    private final Journal journal;

    HouseholdScreens(Households households, Journal journal) {
        this.households = households;
        this.journal = journal;
    }

    /** Within the transaction that changed the household. */
    void renew(UUID household) {
        Set<StreamName> streams = new HashSet<>();
        households.boxesOf(household).forEach(box -> streams.add(new StreamName(INBOX, box)));
        households.patientsOf(household).stream()
                .flatMap(patient -> households.bindingsOfPatient(patient.id()).stream())
                .forEach(binding -> streams.add(new StreamName(INBOX, binding.account())));
        journal.touch(streams);
    }

    /** The own screen of somebody who has just lost a part in it. */
    void renewInbox(UUID actor) {
        journal.touch(Set.of(new StreamName(INBOX, actor)));
    }
}
