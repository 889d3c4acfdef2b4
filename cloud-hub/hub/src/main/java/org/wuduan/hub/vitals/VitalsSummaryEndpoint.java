package org.wuduan.hub.vitals;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;

/** What a patient's vital signs were like in the last days and months (PROTOCOL.md, section 16). */
@RestController
class VitalsSummaryEndpoint {
    private final VitalsSummaries summaries;

    VitalsSummaryEndpoint(VitalsSummaries summaries) {
        this.summaries = summaries;
    }

    @GetMapping("/api/patients/{id}/vitals/summary")
    ResponseEntity<String> summary(@PathVariable UUID id) {
        var reader = SignedIn.current().orElseThrow().actor();
        return ProblemAnswers.of(summaries.open(reader, id), 200);
    }
}
