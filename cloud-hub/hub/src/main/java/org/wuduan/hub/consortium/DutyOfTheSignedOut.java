package org.wuduan.hub.consortium;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.SignedOut;

/** Who is signed in nowhere is not on duty: no home is told that a doctor knows of it where none can. */
@Component
class DutyOfTheSignedOut {
    private final Consortium consortium;
    private final Audit audit;

    DutyOfTheSignedOut(Consortium consortium, Audit audit) {
        this.consortium = consortium;
        this.audit = audit;
    }

    /** In a transaction of its own: that of the session has ended by then. */
    @EventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(SignedOut gone) {
        consortium.post(gone.account()).filter(Consortium.Post::onDuty).ifPresent(_ -> {
            consortium.setDuty(gone.account(), false);
            audit.record(Audit.Kind.WRITE, gone.account(), "duty-off", gone.account());
        });
    }
}
