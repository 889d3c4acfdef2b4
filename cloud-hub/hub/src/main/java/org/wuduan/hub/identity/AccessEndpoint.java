package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;

/** Who gets in: the desk of the security administrator. */
@RestController
class AccessEndpoint {
    private static final int SEARCH_MAX = 64;

    private final AccessDesk desk;
    private final Access access;
    private final HttpCommands commands;

    AccessEndpoint(AccessDesk desk, Access access, HttpCommands commands) {
        this.desk = desk;
        this.access = access;
        this.commands = commands;
    }

    @GetMapping("/api/access/accounts")
    ResponseEntity<String> accounts(@RequestParam(name = "search", defaultValue = "") String search) {
        return ProblemAnswers.of(
                may(SignedIn.current().orElseThrow().actor())
                        .then(_ -> search.length() > SEARCH_MAX
                                ? Refused.field("search")
                                : Outcome.of(desk.accounts(search.strip()))),
                200);
    }

    @PostMapping("/api/access/accounts/{id}/unlock")
    ResponseEntity<String> unlock(HttpServletRequest request, @PathVariable("id") UUID id) {
        return commands.run(request, 204, actor -> may(actor).then(_ -> desk.unlock(actor, id)));
    }

    @PostMapping("/api/access/accounts/{id}/end-sessions")
    ResponseEntity<String> endSessions(HttpServletRequest request, @PathVariable("id") UUID id) {
        return commands.run(request, 204, actor -> may(actor).then(_ -> desk.endSessions(actor, id)));
    }

    @PostMapping("/api/access/accounts/{id}/reset-second-factor")
    ResponseEntity<String> resetSecondFactor(HttpServletRequest request, @PathVariable("id") UUID id) {
        return commands.run(request, 204, actor -> may(actor).then(_ -> desk.resetSecondFactor(actor, id)));
    }

    /** Repeatable by itself: the newest link is the good one. */
    @PostMapping("/api/access/accounts/{id}/activation-link")
    ResponseEntity<String> makeLink(@PathVariable("id") UUID id) {
        var actor = SignedIn.current().orElseThrow().actor();
        return ProblemAnswers.of(may(actor).then(_ -> desk.makeLink(actor, id)), 200);
    }

    private Outcome<Outcome.Nothing> may(Actor actor) {
        return access.check(actor, Action.MANAGE_ACCESS, new Subject.OfTheSystem());
    }
}
