package org.wuduan.hub.record;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.View;
import org.wuduan.contract.View.NotesView;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;

/** Shows the notes of a consultation to its doctors. */
@Component
class NoteViews implements ViewSource {
    static final String STREAM = "notes";

    private final NotePages pages;
    private final CareCases cases;
    private final Households households;
    private final Access access;

    NoteViews(NotePages pages, CareCases cases, Households households, Access access) {
        this.pages = pages;
        this.cases = cases;
        this.households = households;
        this.access = access;
    }

    @Override
    public String kind() {
        return STREAM;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID consultation) {
        return access.permitting(actor, Action.SEE_RECORD, new Subject.OfConsultation(consultation))
                .then(allowed -> Outcome.of(view(cases.find(consultation).orElseThrow(), allowed)));
    }

    private View view(CareCases.CareCase care, Set<Action> allowed) {
        return new NotesView(
                households.resident(care.patient()).orElseThrow().patient(),
                care.complaint(),
                pages.ofConsultation(care),
                allowed.contains(Action.WRITE_NOTE) && care.takesNotes());
    }
}
