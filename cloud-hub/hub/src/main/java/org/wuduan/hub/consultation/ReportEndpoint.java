package org.wuduan.hub.consultation;

import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;

/** The report of a consultation, for the doctors who took part, also long afterwards. */
@RestController
class ReportEndpoint {
    private final Reports reports;

    ReportEndpoint(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/consultations/{id}/report")
    ResponseEntity<?> report(@PathVariable UUID id) {
        var actor = SignedIn.current().orElseThrow().actor();
        return switch (reports.open(actor, id)) {
            case Refused<byte[]>(var problem) -> ProblemAnswers.of(problem);
            case Outcome.Done<byte[]>(var pdf) ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"report-" + id + ".pdf\"")
                        .body(pdf);
        };
    }
}
