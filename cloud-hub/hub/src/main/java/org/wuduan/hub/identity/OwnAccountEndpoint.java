package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.AccessMessages.ChangePassword;
import org.wuduan.contract.AccessMessages.GiveCode;
import org.wuduan.contract.AccessMessages.SessionList;
import org.wuduan.contract.ActorKind;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** What people do with their own account: password, second factor, where they are signed in. Boxes have none of it. */
@RestController
class OwnAccountEndpoint {
    private final Accounts accounts;
    private final OwnSecondFactor factor;
    private final Sessions sessions;
    private final HttpCommands commands;
    private final Audit audit;

    OwnAccountEndpoint(
            Accounts accounts, OwnSecondFactor factor, Sessions sessions, HttpCommands commands, Audit audit) {
        this.accounts = accounts;
        this.factor = factor;
        this.sessions = sessions;
        this.commands = commands;
        this.audit = audit;
    }

    @PostMapping("/api/me/password")
    ResponseEntity<String> changePassword(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, "access", ChangePassword.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                person("change-password")
                        .then(me -> read.then(parsed -> accounts.confirmPassword(
                                        me, parsed.body().current(), request.getRemoteAddr())
                                .then(accounts::forgive)
                                .then(_ -> accounts.changePassword(
                                        me,
                                        parsed.body().password(),
                                        SignedIn.current().orElseThrow().sessionId())))),
                204);
    }

    @GetMapping("/api/me/sessions")
    ResponseEntity<String> sessions() {
        return ProblemAnswers.of(
                person("see-sessions")
                        .then(me -> Outcome.of(new SessionList(sessions.of(
                                me.actor().id(),
                                SignedIn.current().orElseThrow().sessionId())))),
                200);
    }

    @PostMapping("/api/me/sessions/{id}/revoke")
    ResponseEntity<String> revoke(HttpServletRequest request, @PathVariable("id") UUID id) {
        return commands.run(request, 204, actor -> {
            if (!sessions.endOneOf(actor.id(), id)) {
                return Refused.of(ProblemType.NOT_FOUND);
            }
            audit.record(Audit.Kind.WRITE, actor.id(), "revoke-session", actor.id());
            return Outcome.done();
        });
    }

    @GetMapping("/api/me/second-factor")
    ResponseEntity<String> secondFactor() {
        return ProblemAnswers.of(person("see-second-factor").then(factor::state), 200);
    }

    @PostMapping("/api/me/second-factor")
    ResponseEntity<String> setUp() {
        return ProblemAnswers.of(person("set-up-second-factor").then(factor::setUp), 200);
    }

    @PostMapping("/api/me/second-factor/confirm")
    ResponseEntity<String> confirm(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, "access", GiveCode.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                person("confirm-second-factor")
                        .then(me -> read.then(
                                parsed -> factor.confirm(me, parsed.body().code()))),
                200);
    }

    @PostMapping("/api/me/second-factor/remove")
    ResponseEntity<String> remove(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, "access", GiveCode.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                person("remove-second-factor")
                        .then(me -> read.then(
                                parsed -> factor.remove(me, parsed.body().code()))),
                204);
    }

    @PostMapping("/api/me/second-factor/recovery-codes")
    ResponseEntity<String> renewRecoveryCodes(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, "access", GiveCode.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                person("renew-recovery-codes")
                        .then(me -> read.then(parsed ->
                                factor.renewRecoveryCodes(me, parsed.body().code()))),
                200);
    }

    private Outcome<Accounts.Person> person(String wish) {
        var actor = SignedIn.current().orElseThrow().actor();
        if (actor.kind() == ActorKind.BOX) {
            audit.recordDenial(actor.id(), wish, null);
            return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        return accounts.person(actor.id()).map(Outcome::of).orElseGet(() -> Refused.of(ProblemType.NOT_SIGNED_IN));
    }
}
