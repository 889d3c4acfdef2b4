package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Doctor;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** Signing in and out; tokens of boxes. */
@RestController
class SessionEndpoint {
    private final Accounts accounts;
    private final Sessions sessions;
    private final BoxKeys boxes;
    private final StaffPosts posts;

    SessionEndpoint(Accounts accounts, Sessions sessions, BoxKeys boxes, StaffPosts posts) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.boxes = boxes;
        this.posts = posts;
    }

    @PostMapping("/api/sessions")
    ResponseEntity<String> signIn(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, "commands", Commands.SignIn.class, RequestBody.COMMAND_BYTES_MAX);
        var opened = read.then(parsed ->
                        accounts.check(parsed.body().login(), parsed.body().password(), request.getRemoteAddr()))
                .then(person -> Outcome.of(sessions.open(person.actor(), person.name(), IdentityLimits.SESSION_MAX)));
        return switch (opened) {
            case Refused<Sessions.Opened> refused -> ProblemAnswers.of(refused.problem());
            case Outcome.Done<Sessions.Opened>(var session) ->
                withCookie(
                        ProblemAnswers.of(Outcome.of(me(session.signedIn())), 200),
                        session.secret(),
                        IdentityLimits.SESSION_MAX);
        };
    }

    @DeleteMapping("/api/sessions/current")
    ResponseEntity<String> signOut() {
        SignedIn.current().ifPresent(signedIn -> sessions.end(signedIn.sessionId()));
        return withCookie(ResponseEntity.noContent().build(), "", Duration.ZERO);
    }

    @GetMapping("/api/me")
    ResponseEntity<String> me() {
        return ProblemAnswers.of(Outcome.of(me(SignedIn.current().orElseThrow())), 200);
    }

    @PostMapping("/api/box-tokens/challenges")
    ResponseEntity<String> challenge(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, "commands", Commands.AskBoxChallenge.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                read.then(parsed -> Outcome.of(boxes.challenge(parsed.body().boxId()))), 200);
    }

    @PostMapping("/api/box-tokens")
    ResponseEntity<String> token(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, "commands", Commands.AskBoxToken.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                read.then(parsed -> boxes.token(
                        parsed.body().boxId(),
                        parsed.body().challengeId(),
                        parsed.body().signature())),
                200);
    }

    private Answers.Me me(SignedIn signedIn) {
        Doctor post = posts.of(signedIn.actor().id()).orElse(null);
        return new Answers.Me(
                signedIn.actor().id(),
                signedIn.actor().kind(),
                signedIn.name(),
                Math.toIntExact(IdentityLimits.IDLE_LOGOUT.toMinutes()),
                post,
                accounts.role(signedIn.actor().id()).orElse(null),
                posts.institutionOf(signedIn.actor().id()).orElse(null));
    }

    private static ResponseEntity<String> withCookie(ResponseEntity<String> answer, String secret, Duration lifetime) {
        var cookie = ResponseCookie.from(SessionFilter.COOKIE, secret)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(lifetime)
                .build();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .body(answer.getBody());
    }
}
