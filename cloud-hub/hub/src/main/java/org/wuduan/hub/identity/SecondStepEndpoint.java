package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.AccessMessages.GiveCode;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** What comes after a right password: the code of the second factor, or setting one up. */
@RestController
class SecondStepEndpoint {
    private final SignIns signIns;
    private final SignInAnswers answers;

    SecondStepEndpoint(SignIns signIns, SignInAnswers answers) {
        this.signIns = signIns;
        this.answers = answers;
    }

    @PostMapping("/api/sessions/code")
    ResponseEntity<String> code(
            HttpServletRequest request,
            @CookieValue(name = SignInAnswers.HALF_COOKIE, required = false) @Nullable String half)
            throws IOException {
        return switch (given(request).then(code -> signIns.code(half, code, Device.of(request)))) {
            case Refused<Sessions.Opened> refused -> ProblemAnswers.of(refused.problem());
            case Outcome.Done<Sessions.Opened>(var session) -> answers.signedIn(session);
        };
    }

    @PostMapping("/api/sessions/second-factor")
    ResponseEntity<String> setUp(
            @CookieValue(name = SignInAnswers.HALF_COOKIE, required = false) @Nullable String half) {
        return ProblemAnswers.of(signIns.setUp(half), 200);
    }

    @PostMapping("/api/sessions/second-factor/confirm")
    ResponseEntity<String> confirm(
            HttpServletRequest request,
            @CookieValue(name = SignInAnswers.HALF_COOKIE, required = false) @Nullable String half)
            throws IOException {
        return switch (given(request).then(code -> signIns.confirm(half, code, Device.of(request)))) {
            case Refused<SignIns.Confirmed> refused -> ProblemAnswers.of(refused.problem());
            case Outcome.Done<SignIns.Confirmed>(var confirmed) -> answers.signedIn(confirmed);
        };
    }

    private static Outcome<String> given(HttpServletRequest request) throws IOException {
        return RequestBody.read(request, "access", GiveCode.class, RequestBody.COMMAND_BYTES_MAX)
                .then(parsed -> Outcome.of(parsed.body().code()));
    }
}
