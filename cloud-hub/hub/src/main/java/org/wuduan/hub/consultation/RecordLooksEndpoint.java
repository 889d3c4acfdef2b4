package org.wuduan.hub.consultation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;

/** Who looked at a record, for whom it is about. */
@RestController
class RecordLooksEndpoint {
    private final RecordLooks looks;

    RecordLooksEndpoint(RecordLooks looks) {
        this.looks = looks;
    }

    @GetMapping("/api/patients/{id}/looks")
    ResponseEntity<String> looks(
            @PathVariable UUID id, @RequestParam(name = "before", required = false) @Nullable Long before) {
        var asker = SignedIn.current().orElseThrow().actor();
        return ProblemAnswers.of(looks.page(asker, id, before == null ? Long.MAX_VALUE : before), 200);
    }
}
