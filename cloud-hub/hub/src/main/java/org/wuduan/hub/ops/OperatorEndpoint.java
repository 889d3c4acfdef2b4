package org.wuduan.hub.ops;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.hub.call.Bridges;
import org.wuduan.hub.call.NewCalls;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;

/**
 * The same for the programs of the operator, by token and not by session: the status is there while the database is away.
 * Its commands need no key, because repeating one changes nothing; in the audit trail the system itself has given them.
 */
@RestController
@RequestMapping("/operations")
class OperatorEndpoint {
    private static final String METRICS = "text/plain;version=0.0.4;charset=utf-8";
    private static final int DONE = 204;
    private static final UUID OPERATOR = new Subject.OfTheSystem().id();

    private final Seen seen;
    private final Bridges bridges;
    private final NewCalls newCalls;
    private final OperatorToken token;

    /** What is read. */
    @Component
    record Seen(Rounds rounds, OperationsMetrics metrics) {}

    OperatorEndpoint(Seen seen, Bridges bridges, NewCalls newCalls, OperatorToken token) {
        this.seen = seen;
        this.bridges = bridges;
        this.newCalls = newCalls;
        this.token = token;
    }

    @GetMapping("/status")
    ResponseEntity<String> status(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return ProblemAnswers.of(
                token.check(authorization).then(_ -> Outcome.of(seen.rounds().newest())), 200);
    }

    /** For Prometheus. */
    @GetMapping("/metrics")
    ResponseEntity<String> metrics(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return switch (token.check(authorization)) {
            case Outcome.Done<Outcome.Nothing> _ ->
                ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, METRICS)
                        .body(seen.metrics().scrape());
            case Refused<Outcome.Nothing>(var problem) -> ProblemAnswers.of(problem);
        };
    }

    /** @param move whether running calls move to another bridge */
    @PostMapping("/bridges/{name}/drain")
    ResponseEntity<String> drainBridge(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable("name") String name,
            @RequestParam(name = "move", defaultValue = "false") boolean move) {
        return run(authorization, () -> bridges.drain(OPERATOR, name, move));
    }

    @PostMapping("/bridges/{name}/resume")
    ResponseEntity<String> resumeBridge(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable("name") String name) {
        return run(authorization, () -> bridges.resume(OPERATOR, name));
    }

    @PostMapping("/hub/drain")
    ResponseEntity<String> drainHub(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return run(authorization, () -> newCalls.stop(OPERATOR));
    }

    @PostMapping("/hub/resume")
    ResponseEntity<String> resumeHub(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return run(authorization, () -> newCalls.resume(OPERATOR));
    }

    private ResponseEntity<String> run(@Nullable String authorization, Supplier<Outcome<Outcome.Nothing>> command) {
        return ProblemAnswers.of(token.check(authorization).then(_ -> command.get()), DONE);
    }
}
