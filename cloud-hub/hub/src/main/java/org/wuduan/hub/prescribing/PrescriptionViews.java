package org.wuduan.hub.prescribing;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.View;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;

/** Shows the prescriptions of a consultation to the doctors who have a part in it. */
@Component
class PrescriptionViews implements ViewSource {
    private final Access access;
    private final PrescriptionBook book;
    private final PrescriptionPages pages;

    PrescriptionViews(Access access, PrescriptionBook book, PrescriptionPages pages) {
        this.access = access;
        this.book = book;
        this.pages = pages;
    }

    @Override
    public String kind() {
        return PrescriptionTraces.STREAM;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID consultation) {
        return access.check(actor, Action.SEE_PRESCRIPTIONS, new Subject.OfConsultation(consultation))
                .then(_ -> Outcome.of(new View.PrescriptionsView(
                        pages.pages(book.ofConsultation(consultation, PrescriptionCommands.OF_CONSULTATION_MAX)))));
    }
}
