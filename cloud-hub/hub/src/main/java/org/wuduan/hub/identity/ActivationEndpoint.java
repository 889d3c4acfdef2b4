package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Administration;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.RequestBody;

/** The page behind an activation link. The token comes in the body: an address would be kept in logs and histories. */
@RestController
class ActivationEndpoint {
    private static final String FORMS = "administration";

    private final Activations activations;

    ActivationEndpoint(Activations activations) {
        this.activations = activations;
    }

    @PostMapping("/api/activations/lookup")
    ResponseEntity<String> lookUp(HttpServletRequest request) throws IOException {
        var read =
                RequestBody.read(request, FORMS, Administration.LookUpActivation.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                read.then(parsed -> activations.lookUp(parsed.body().token(), request.getRemoteAddr())), 200);
    }

    @PostMapping("/api/activations")
    ResponseEntity<String> activate(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, FORMS, Administration.Activate.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                read.then(parsed -> activations.activate(
                        parsed.body().token(), parsed.body().password(), request.getRemoteAddr())),
                204);
    }
}
