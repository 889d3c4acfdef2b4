package org.wuduan.hub.prescribing;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.View;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;

/** Shows a patient's medicines to the home, in plain words: no codes, no warnings, no diagnoses. */
@Component
class MedicinesViews implements ViewSource {
    private static final int SHOWN_MAX = 20;

    private final Access access;
    private final Households households;
    private final PrescriptionBook book;
    private final PrescriptionPages pages;

    MedicinesViews(Access access, Households households, PrescriptionBook book, PrescriptionPages pages) {
        this.access = access;
        this.households = households;
        this.book = book;
        this.pages = pages;
    }

    @Override
    public String kind() {
        return PrescriptionTraces.HOME_STREAM;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID patient) {
        return access.check(actor, Action.SEE_MEDICINES, new Subject.OfPatient(patient))
                .then(_ -> Outcome.of(new View.MedicinesView(
                        households.resident(patient).orElseThrow().patient(),
                        book.ofPatient(patient, SHOWN_MAX).stream()
                                .flatMap(kept -> pages.homePage(kept).stream())
                                .toList())));
    }
}
