package org.wuduan.hub.prescribing;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.hub.record.RecordChanged;

/**
 * What becomes known after a prescription was signed and would have been a warning, such as an allergy, puts it back
 * before a pharmacist, once, and what the pharmacy has in hand of it is withdrawn there. An allergy that speaks against
 * what was delivered and is not used up is told to its doctor and the home.
 */
@Component
class RecordWatch {
    private final PrescriptionBook book;
    private final Supplies supplies;
    private final ReviewCommands reviews;

    RecordWatch(PrescriptionBook book, Supplies supplies, ReviewCommands reviews) {
        this.book = book;
        this.supplies = supplies;
        this.reviews = reviews;
    }

    /** Repeated, or beside another that runs at the same time, it finds that everything was said. */
    @ApplicationModuleListener
    void on(RecordChanged changed) {
        book.openOf(changed.patient())
                .forEach(kept -> reviews.again(kept.id(), changed.by(), ReviewAgain.ALLERGY_ADDED));
        supplies.atHome(changed.patient()).forEach(kept -> reviews.toldAfterDelivery(kept.id(), changed.by()));
    }
}
