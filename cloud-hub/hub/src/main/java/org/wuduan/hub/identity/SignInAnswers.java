package org.wuduan.hub.identity;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.wuduan.contract.AccessMessages.SecondFactorOn;
import org.wuduan.contract.AccessMessages.SecondStep;
import org.wuduan.contract.Answers;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;

/** What a terminal is told when it signs in and out, with the cookies that go with it. */
@Component
class SignInAnswers {
    /** Sent to the second step alone. */
    static final String HALF_COOKIE = "wuduan_half";

    private static final String HALF_PATH = "/api/sessions";
    private static final int ACCEPTED = 202;

    private final Accounts accounts;
    private final StaffPosts posts;

    SignInAnswers(Accounts accounts, StaffPosts posts) {
        this.accounts = accounts;
        this.posts = posts;
    }

    ResponseEntity<String> signedIn(Sessions.Opened session) {
        return in(ProblemAnswers.of(Outcome.of(me(session.signedIn())), 200), session);
    }

    ResponseEntity<String> signedIn(SignIns.Confirmed confirmed) {
        var session = confirmed.session();
        var on = new SecondFactorOn(confirmed.recoveryCodes(), me(session.signedIn()));
        return in(ProblemAnswers.of(Outcome.of(on), 200), session);
    }

    ResponseEntity<String> halfWay(HalfSessions.Half half, SecondStep.Step step) {
        var answer = ProblemAnswers.of(Outcome.of(new SecondStep(step, half.expiresAt())), ACCEPTED);
        return with(answer, cookie(HALF_COOKIE, HALF_PATH, half.secret(), IdentityLimits.HALF_SESSION_FOR));
    }

    ResponseEntity<String> signedOut() {
        return with(ResponseEntity.noContent().build(), cookie(SessionFilter.COOKIE, "/", "", Duration.ZERO));
    }

    private static ResponseEntity<String> in(ResponseEntity<String> answer, Sessions.Opened session) {
        return with(
                answer,
                cookie(SessionFilter.COOKIE, "/", session.secret(), IdentityLimits.SESSION_MAX),
                cookie(HALF_COOKIE, HALF_PATH, "", Duration.ZERO));
    }

    Answers.Me me(SignedIn signedIn) {
        var post = posts.of(signedIn.actor().id()).orElse(null);
        return new Answers.Me(
                signedIn.actor().id(),
                signedIn.actor().kind(),
                signedIn.name(),
                Math.toIntExact(IdentityLimits.IDLE_LOGOUT.toMinutes()),
                post,
                accounts.role(signedIn.actor().id()).orElse(null),
                posts.institutionOf(signedIn.actor().id()).orElse(null));
    }

    private static ResponseEntity<String> with(ResponseEntity<String> answer, ResponseCookie... cookies) {
        var whole = ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders());
        for (var cookie : cookies) {
            whole.header(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return whole.body(answer.getBody());
    }

    private static ResponseCookie cookie(String name, String path, String secret, Duration lifetime) {
        return ResponseCookie.from(name, secret)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path(path)
                .maxAge(lifetime)
                .build();
    }
}
