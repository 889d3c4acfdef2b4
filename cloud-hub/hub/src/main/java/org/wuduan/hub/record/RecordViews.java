package org.wuduan.hub.record;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.View;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;

/** Shows a patient's record to the doctors who may see it. */
@Component
class RecordViews implements ViewSource {
    static final String STREAM = "record";

    private final RecordPages pages;
    private final Access access;

    RecordViews(RecordPages pages, Access access) {
        this.pages = pages;
        this.access = access;
    }

    @Override
    public String kind() {
        return STREAM;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID patient) {
        return access.permitting(actor, Action.SEE_RECORD, new Subject.OfPatient(patient))
                .then(allowed -> Outcome.of(pages.page(patient, allowed.contains(Action.WRITE_RECORD))));
    }
}
