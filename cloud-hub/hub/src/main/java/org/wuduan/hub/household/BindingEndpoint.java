package org.wuduan.hub.household;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Bindings;
import org.wuduan.hub.household.ChildBindings.Pair;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.RequestBody;

/** Sons and daughters by HTTP (PROTOCOL.md, section 10). */
@RestController
class BindingEndpoint {
    private static final String FILE = "bindings";
    private static final int CREATED = 201;
    private static final int DONE = 204;

    private final HttpCommands commands;
    private final BindingCommands bindings;
    private final FamilyAccounts families;
    private final ChildLists lists;

    BindingEndpoint(HttpCommands commands, BindingCommands bindings, FamilyAccounts families, ChildLists lists) {
        this.commands = commands;
        this.bindings = bindings;
        this.families = families;
        this.lists = lists;
    }

    @PostMapping("/api/bindings/codes")
    ResponseEntity<String> makeCode(HttpServletRequest request) throws IOException {
        return commands.run(request, form(Bindings.MakeBindingCode.class), CREATED, bindings::makeCode);
    }

    @PostMapping("/api/bindings")
    ResponseEntity<String> bind(HttpServletRequest request) throws IOException {
        return commands.run(request, form(Bindings.Bind.class), CREATED, bindings::bind);
    }

    @PostMapping("/api/family-accounts")
    ResponseEntity<String> register(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, FILE, Bindings.RegisterFamily.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                read.then(parsed -> families.register(parsed.body(), request.getRemoteAddr())), CREATED);
    }

    @PostMapping("/api/patients/{id}/children/{accountId}/rights")
    ResponseEntity<String> grant(@PathVariable UUID id, @PathVariable UUID accountId, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                form(Bindings.GrantRights.class),
                DONE,
                (actor, wish) -> bindings.grant(actor, new Pair(accountId, id), wish));
    }

    @PostMapping("/api/patients/{id}/children/{accountId}/end")
    ResponseEntity<String> end(@PathVariable UUID id, @PathVariable UUID accountId, HttpServletRequest request) {
        return commands.run(request, DONE, actor -> bindings.end(actor, new Pair(accountId, id)));
    }

    @GetMapping("/api/patients/{id}/children")
    ResponseEntity<String> children(@PathVariable UUID id) {
        var actor = SignedIn.current().orElseThrow().actor();
        return ProblemAnswers.of(
                bindings.permitted(actor, Action.GRANT_RIGHTS, id).then(_ -> Outcome.of(lists.of(id))), 200);
    }

    private static <T> HttpCommands.Form<T> form(Class<T> type) {
        return new HttpCommands.Form<>(FILE, type, RequestBody.COMMAND_BYTES_MAX);
    }
}
