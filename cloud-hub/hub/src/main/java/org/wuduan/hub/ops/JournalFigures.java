package org.wuduan.hub.ops;

import io.micrometer.core.instrument.Metrics;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wuduan.hub.journal.StreamAdvanced;

/** Counts the changes of streams by their kind; the id of a stream is no label. */
@Component
class JournalFigures {
    @EventListener
    void on(StreamAdvanced advanced) {
        Metrics.counter("wuduan.journal.advances", "kind", advanced.stream().kind())
                .increment();
    }
}
