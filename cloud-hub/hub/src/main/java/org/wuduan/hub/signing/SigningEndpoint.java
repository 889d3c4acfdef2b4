package org.wuduan.hub.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Signing.SetUpSigningKey;
import org.wuduan.contract.Signing.SigningState;
import org.wuduan.contract.Signing.UnlockSigningKey;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Sessions;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/**
 * The own signing key (PROTOCOL.md, "Signing"), for doctors and pharmacists. The commands are repeatable by themselves or
 * take a code that counts once: none has an Idempotency-Key.
 */
@RestController
@RequestMapping("/api/signing")
class SigningEndpoint {
    private static final int OK = 200;

    private final SigningDesk desk;
    private final Sessions sessions;
    private final Audit audit;

    SigningEndpoint(SigningDesk desk, Sessions sessions, Audit audit) {
        this.desk = desk;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping
    ResponseEntity<String> state() {
        return ProblemAnswers.of(signatory("see-signing-key").then(me -> Outcome.of(desk.state(me))), OK);
    }

    @PostMapping("/key")
    ResponseEntity<String> setUp(HttpServletRequest request) throws IOException {
        return take(request, SetUpSigningKey.class, desk::setUp);
    }

    @PostMapping("/unlock")
    ResponseEntity<String> unlock(HttpServletRequest request) throws IOException {
        return take(request, UnlockSigningKey.class, desk::unlock);
    }

    @PostMapping("/lock")
    ResponseEntity<String> lock() {
        return ProblemAnswers.of(signatory("lock-signing-key").then(me -> Outcome.of(desk.lock(me))), OK);
    }

    private <T> ResponseEntity<String> take(
            HttpServletRequest request, Class<T> type, BiFunction<SignedIn, T, Outcome<SigningState>> step)
            throws IOException {
        var read = RequestBody.read(request, "signing", type, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                signatory("use-signing-key")
                        .then(me -> read.then(parsed -> {
                            sessions.active(me.sessionId());
                            return step.apply(me, parsed.body());
                        })),
                OK);
    }

    private Outcome<SignedIn> signatory(String wish) {
        var me = SignedIn.current().orElseThrow();
        if (me.actor().kind() == ActorKind.DOCTOR || me.actor().kind() == ActorKind.PHARMACIST) {
            return Outcome.of(me);
        }
        audit.recordDenial(me.actor().id(), wish, null);
        return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
    }
}
