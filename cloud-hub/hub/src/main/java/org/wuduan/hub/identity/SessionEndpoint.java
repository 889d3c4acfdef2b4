package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Commands;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** Signing in and out; tokens of boxes. */
@RestController
class SessionEndpoint {
    private final SignIns signIns;
    private final SignInAnswers answers;
    private final Sessions sessions;
    private final BoxKeys boxes;

    SessionEndpoint(SignIns signIns, SignInAnswers answers, Sessions sessions, BoxKeys boxes) {
        this.signIns = signIns;
        this.answers = answers;
        this.sessions = sessions;
        this.boxes = boxes;
    }

    @PostMapping("/api/sessions")
    ResponseEntity<String> signIn(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, "commands", Commands.SignIn.class, RequestBody.COMMAND_BYTES_MAX);
        var entered = read.then(
                parsed -> signIns.password(parsed.body().login(), parsed.body().password(), Device.of(request)));
        return switch (entered) {
            case Refused<SignIns.Entered> refused -> ProblemAnswers.of(refused.problem());
            case Outcome.Done<SignIns.Entered>(SignIns.In(var session)) -> answers.signedIn(session);
            case Outcome.Done<SignIns.Entered>(SignIns.HalfWay(var half, var step)) -> answers.halfWay(half, step);
        };
    }

    @DeleteMapping("/api/sessions/current")
    ResponseEntity<String> signOut() {
        SignedIn.current().ifPresent(signedIn -> sessions.end(signedIn.sessionId()));
        return answers.signedOut();
    }

    @GetMapping("/api/me")
    ResponseEntity<String> me() {
        return ProblemAnswers.of(Outcome.of(answers.me(SignedIn.current().orElseThrow())), 200);
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
}
