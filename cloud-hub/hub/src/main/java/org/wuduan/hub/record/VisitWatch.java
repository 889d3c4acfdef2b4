package org.wuduan.hub.record;

import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.consultation.ConsultationChanged;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** A record lists its patient's consultations: what happens to one shows there, and decides who may write. */
@Component
class VisitWatch {
    private final CareCases cases;
    private final Journal journal;

    VisitWatch(CareCases cases, Journal journal) {
        this.cases = cases;
        this.journal = journal;
    }

    /** Repeating it changes nothing but the number of the view. */
    @ApplicationModuleListener
    void on(ConsultationChanged changed) {
        cases.find(changed.consultation())
                .ifPresent(care -> journal.touch(List.of(
                        new StreamName(NoteViews.STREAM, care.id()),
                        new StreamName(RecordViews.STREAM, care.patient()))));
    }
}
