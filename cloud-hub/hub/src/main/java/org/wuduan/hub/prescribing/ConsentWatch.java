package org.wuduan.hub.prescribing;

import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.wuduan.hub.consultation.ConsentWithdrawn;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** A prescription that waits for the patient's key is asked about no more once consent to its talk was taken back. */
@Component
class ConsentWatch {
    private final Journal journal;

    ConsentWatch(Journal journal) {
        this.journal = journal;
    }

    /** Repeating it changes nothing but the number of the view. */
    @ApplicationModuleListener
    void on(ConsentWithdrawn withdrawn) {
        journal.touch(List.of(new StreamName(PrescriptionTraces.HOME_STREAM, withdrawn.patient())));
    }
}
