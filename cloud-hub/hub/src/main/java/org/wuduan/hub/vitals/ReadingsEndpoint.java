package org.wuduan.hub.vitals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** Where boxes deliver readings. A faulty reading is refused alone; its batch goes on. */
@RestController
class ReadingsEndpoint {
    /** Largest batch, in bytes. */
    static final int BYTES_MAX = 1024 * 1024;

    private static final Counter ACKNOWLEDGED = Metrics.counter("wuduan.readings", "outcome", "acknowledged");
    private static final Counter REFUSED = Metrics.counter("wuduan.readings", "outcome", "refused");
    private static final Counter BATCHES = Metrics.counter("wuduan.reading.batches", "outcome", "acknowledged");
    private static final Counter BATCHES_SENT_AWAY = Metrics.counter("wuduan.reading.batches", "outcome", "busy");

    private final SharedCommit commits;
    private final WhereReceived whereReceived;
    private final Clock clock;
    private final BatchReader reader = new BatchReader();
    private final Households households;
    private final Audit audit;

    ReadingsEndpoint(
            SharedCommit commits, WhereReceived whereReceived, Clock clock, Households households, Audit audit) {
        this.whereReceived = whereReceived;
        this.commits = commits;
        this.clock = clock;
        this.households = households;
        this.audit = audit;
    }

    @PostMapping("/api/readings")
    ResponseEntity<String> accept(HttpServletRequest request) throws IOException {
        var actor = SignedIn.current().orElseThrow().actor();
        var household = households.householdOfBox(actor.id());
        if (household.isEmpty()) {
            audit.recordDenial(actor.id(), "upload-readings", null);
            return ProblemAnswers.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        if (!RequestBody.isJson(request.getContentType())) {
            return ProblemAnswers.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        var bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            return ProblemAnswers.of(ProblemType.PAYLOAD_TOO_LARGE);
        }
        return ProblemAnswers.of(reader.read(bytes).then(sorted -> acknowledge(actor.id(), sorted)), 200);
    }

    /** The acknowledgement is a promise: it is given after the commit. */
    private Outcome<Answers.ReadingsAck> acknowledge(UUID box, BatchReader.Sorted sorted) {
        var good = sorted.good();
        if (!good.isEmpty()) {
            var batch = new ReadingBatch(good, sorted.sentAt());
            for (var delivery : whereReceived.deliveries(box, batch, clock.instant())) {
                if (!commits.commit(delivery)) {
                    BATCHES_SENT_AWAY.increment();
                    return Refused.of(ProblemType.BUSY);
                }
            }
        }
        BATCHES.increment();
        ACKNOWLEDGED.increment(good.size());
        REFUSED.increment(sorted.refused().size());
        return Outcome.of(new Answers.ReadingsAck(good.stream().map(Reading::id).toList(), sorted.refused()));
    }
}
