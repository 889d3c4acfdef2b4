package org.wuduan.hub.vitals;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Answers;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.RequestBody;

/** Where boxes deliver readings. A faulty reading is refused alone; its batch goes on. */
@RestController
class ReadingsEndpoint {
    /** Largest batch, in bytes. */
    static final int BYTES_MAX = 1024 * 1024;

    private final Intake intake;
    private final BatchReader reader = new BatchReader();
    private final Households households;
    private final Audit audit;

    ReadingsEndpoint(Intake intake, Households households, Audit audit) {
        this.intake = intake;
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
        return ProblemAnswers.of(
                reader.read(bytes).then(sorted -> Outcome.of(acknowledge(actor.id(), household.get(), sorted))), 200);
    }

    private Answers.ReadingsAck acknowledge(UUID box, UUID household, BatchReader.Sorted sorted) {
        if (sorted.good().isEmpty()) {
            return new Answers.ReadingsAck(List.of(), sorted.refused());
        }
        var accepted = intake.accept(box, household, new ReadingBatch(sorted.good(), sorted.sentAt()));
        return new Answers.ReadingsAck(accepted.acknowledged(), sorted.refused());
    }
}
