package org.wuduan.hub.prescribing;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;

/** What was signed of a prescription, what holds of it now, and both as files to be verified elsewhere. */
@RestController
class SignedPrescriptionEndpoint {
    private static final int OK = 200;

    private final PrescriptionSignatures signatures;

    SignedPrescriptionEndpoint(PrescriptionSignatures signatures) {
        this.signatures = signatures;
    }

    @GetMapping("/api/prescriptions/{id}/signed")
    ResponseEntity<String> signed(@PathVariable UUID id) {
        return ProblemAnswers.of(signatures.verified(asker(), id), OK);
    }

    @GetMapping("/api/prescriptions/{id}/signed/file")
    ResponseEntity<String> file(@PathVariable UUID id) {
        return ProblemAnswers.of(signatures.file(asker(), id), OK);
    }

    @GetMapping("/api/prescription-reviews/{id}/signed")
    ResponseEntity<String> review(@PathVariable UUID id) {
        return ProblemAnswers.of(signatures.verifiedReview(asker(), id), OK);
    }

    @GetMapping("/api/prescription-reviews/{id}/signed/file")
    ResponseEntity<String> reviewFile(@PathVariable UUID id) {
        return ProblemAnswers.of(signatures.reviewFile(asker(), id), OK);
    }

    private static Actor asker() {
        return SignedIn.current().orElseThrow().actor();
    }
}
