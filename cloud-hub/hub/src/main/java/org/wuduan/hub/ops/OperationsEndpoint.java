package org.wuduan.hub.ops;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Operations.DrainBridge;
import org.wuduan.hub.call.Bridges;
import org.wuduan.hub.call.NewCalls;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.RequestBody;

/** The page of administrators that says how everything runs (PROTOCOL.md, section 15). */
@RestController
@RequestMapping("/api/operations")
class OperationsEndpoint {
    private static final int DONE = 204;
    private static final HttpCommands.Form<DrainBridge> DRAIN =
            new HttpCommands.Form<>("operations", DrainBridge.class, RequestBody.COMMAND_BYTES_MAX);

    private final Rounds rounds;
    private final Bridges bridges;
    private final NewCalls newCalls;
    private final Gate gate;

    /** How a command comes in. */
    @Component
    record Gate(Access access, HttpCommands commands) {
        Outcome<Outcome.Nothing> check(Actor actor, Action action) {
            return access.check(actor, action, new Subject.OfTheSystem());
        }
    }

    OperationsEndpoint(Rounds rounds, Bridges bridges, NewCalls newCalls, Gate gate) {
        this.rounds = rounds;
        this.bridges = bridges;
        this.newCalls = newCalls;
        this.gate = gate;
    }

    @GetMapping("/status")
    ResponseEntity<String> status() {
        var actor = SignedIn.current().orElseThrow().actor();
        return ProblemAnswers.of(gate.check(actor, Action.SEE_OPERATIONS).then(_ -> Outcome.of(rounds.newest())), 200);
    }

    @PostMapping("/bridges/{name}/drain")
    ResponseEntity<String> drainBridge(HttpServletRequest request, @PathVariable("name") String name)
            throws IOException {
        return gate.commands()
                .run(
                        request,
                        DRAIN,
                        DONE,
                        (actor, wish) -> gate.check(actor, Action.RUN_OPERATIONS)
                                .then(_ -> bridges.drain(actor.id(), name, wish.moveCalls())));
    }

    @PostMapping("/bridges/{name}/resume")
    ResponseEntity<String> resumeBridge(HttpServletRequest request, @PathVariable("name") String name) {
        return run(request, actor -> bridges.resume(actor.id(), name));
    }

    @PostMapping("/hub/drain")
    ResponseEntity<String> drainHub(HttpServletRequest request) {
        return run(request, actor -> newCalls.stop(actor.id()));
    }

    @PostMapping("/hub/resume")
    ResponseEntity<String> resumeHub(HttpServletRequest request) {
        return run(request, actor -> newCalls.resume(actor.id()));
    }

    private ResponseEntity<String> run(HttpServletRequest request, Function<Actor, Outcome<Outcome.Nothing>> command) {
        return gate.commands()
                .run(
                        request,
                        DONE,
                        actor -> gate.check(actor, Action.RUN_OPERATIONS).then(_ -> command.apply(actor)));
    }
}
