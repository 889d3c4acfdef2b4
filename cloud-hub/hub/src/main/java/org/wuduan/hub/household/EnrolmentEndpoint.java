package org.wuduan.hub.household;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Commands;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.RequestBody;

/** Where a new box presents its code. */
@RestController
class EnrolmentEndpoint {
    private final Enrolment enrolment;

    EnrolmentEndpoint(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    @PostMapping("/api/boxes/enrolments")
    ResponseEntity<String> enrol(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, "commands", Commands.EnrolBox.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(read.then(parsed -> enrolment.enrol(parsed.body(), request.getRemoteAddr())), 200);
    }
}
