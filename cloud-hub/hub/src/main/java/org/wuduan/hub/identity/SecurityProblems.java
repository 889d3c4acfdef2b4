package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Refusals that are sent before any controller is reached. */
final class SecurityProblems {
    private SecurityProblems() {}

    static void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                response,
                request.getAttribute(SessionFilter.EXPIRED) == null
                        ? ProblemType.NOT_SIGNED_IN
                        : ProblemType.SESSION_EXPIRED);
    }

    static void write(HttpServletResponse response, ProblemType type) throws IOException {
        response.setStatus(type.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(WireJson.mapper()
                        .writeValueAsString(Refused.of(type).problem())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
