package org.wuduan.hub.consultation;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.NobodyOnDuty;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.consortium.DutyChanged;
import org.wuduan.hub.consortium.Rosters;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** Whether anybody can take a home's request now: an elderly person must not wait before a screen for nobody. */
@Component
class DutyForHomes {
    private final Households households;
    private final Consortium consortium;
    private final Rosters rosters;
    private final Journal journal;

    DutyForHomes(Households households, Consortium consortium, Rosters rosters, Journal journal) {
        this.households = households;
        this.consortium = consortium;
        this.rosters = rosters;
        this.journal = journal;
    }

    /** Null while somebody is there. */
    @Nullable
    NobodyOnDuty nobody(UUID household) {
        var institution = households.institutionOf(household);
        return consortium.firstContactOnDuty(institution)
                ? null
                : new NobodyOnDuty(rosters.nextAt(institution).orElse(null));
    }

    /**
     * In the transaction of the change: no home is left with what is over. All inboxes in one go, because row locks are
     * taken in the order of their names.
     */
    @EventListener
    @Transactional
    void on(DutyChanged changed) {
        var inboxes = new HashSet<StreamName>();
        if (changed.doctor() != null) {
            inboxes.add(new StreamName("inbox", changed.doctor()));
        }
        if (changed.forHomes()) {
            households.householdsOf(changed.institution()).forEach(household -> addHome(inboxes, household));
        }
        journal.touch(inboxes);
    }

    private void addHome(Set<StreamName> inboxes, UUID household) {
        households.boxesOf(household).forEach(box -> inboxes.add(new StreamName("inbox", box)));
        for (var patient : households.patientsOf(household)) {
            households
                    .bindingsOfPatient(patient.id())
                    .forEach(binding -> inboxes.add(new StreamName("inbox", binding.account())));
        }
    }
}
