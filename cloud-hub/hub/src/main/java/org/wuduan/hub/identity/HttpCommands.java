package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.wuduan.hub.journal.CommandLog;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** The one way in which a change enters by HTTP: signed in, keyed, checked against its schema, done once. */
@Component
public class HttpCommands {
    private static final String KEY = "Idempotency-Key";

    private final CommandLog log;
    private final Sessions sessions;
    /** Every command counts, also one that is refused. */
    private final Attempts rate;

    HttpCommands(CommandLog log, Sessions sessions, Clock clock) {
        this.log = log;
        this.sessions = sessions;
        this.rate = new Attempts(IdentityLimits.COMMANDS_OF_ONE_SESSION_MAX, Attempts.UNBOUNDED, clock);
    }

    /** Runs a command that has a body of the contract's commands file. */
    public <T> ResponseEntity<String> run(
            HttpServletRequest request,
            Class<T> type,
            int status,
            BiFunction<Actor, T, Outcome<Outcome.Nothing>> command)
            throws IOException {
        return run(request, new Form<>("commands", type, RequestBody.COMMAND_BYTES_MAX), status, command);
    }

    /**
     * The form of a body.
     *
     * @param file schema file of the contract without its ending, for example administration
     * @param bytesMax largest body
     */
    public record Form<T>(String file, Class<T> type, int bytesMax) {}

    /** Runs a command whose body is of this form. */
    public <T> ResponseEntity<String> run(
            HttpServletRequest request,
            Form<T> form,
            int status,
            BiFunction<Actor, T, Outcome<Outcome.Nothing>> command)
            throws IOException {
        var key = key(request);
        if (key == null) {
            return ProblemAnswers.of(ProblemType.IDEMPOTENCY_KEY_MISSING);
        }
        var read = RequestBody.read(request, form.file(), form.type(), form.bytesMax());
        return ProblemAnswers.of(
                read.then(parsed -> once(request, key, parsed.text(), actor -> command.apply(actor, parsed.body()))),
                status);
    }

    /**
     * A file that is a command's body.
     *
     * @param bytesMax largest file
     */
    public record Upload(String contentType, int bytesMax) {}

    /** Runs a command whose body is a file. */
    public ResponseEntity<String> run(
            HttpServletRequest request,
            Upload upload,
            int status,
            BiFunction<Actor, byte[], Outcome<Outcome.Nothing>> command)
            throws IOException {
        var key = key(request);
        if (key == null) {
            return ProblemAnswers.of(ProblemType.IDEMPOTENCY_KEY_MISSING);
        }
        var read = RequestBody.file(request, upload.contentType(), upload.bytesMax());
        return ProblemAnswers.of(
                read.then(bytes -> once(
                        request,
                        key,
                        // every byte is a character of this encoding
                        new String(bytes, StandardCharsets.ISO_8859_1),
                        actor -> command.apply(actor, bytes))),
                status);
    }

    /** Runs a command that has no body. */
    public ResponseEntity<String> run(
            HttpServletRequest request, int status, Function<Actor, Outcome<Outcome.Nothing>> command) {
        var key = key(request);
        return key == null
                ? ProblemAnswers.of(ProblemType.IDEMPOTENCY_KEY_MISSING)
                : ProblemAnswers.of(once(request, key, "", command), status);
    }

    private Outcome<Outcome.Nothing> once(
            HttpServletRequest request, UUID key, String body, Function<Actor, Outcome<Outcome.Nothing>> command) {
        var signedIn = SignedIn.current();
        if (signedIn.isEmpty()) {
            return Refused.of(ProblemType.NOT_SIGNED_IN);
        }
        var wait = rate.begin(signedIn.get().sessionId().toString());
        if (wait.isPresent()) {
            return Refused.retryAfter(ProblemType.TOO_MANY_COMMANDS, wait.get());
        }
        sessions.active(signedIn.get().sessionId());
        var actor = signedIn.get().actor();
        var fingerprint = request.getRequestURI() + "\n" + HexFormat.of().formatHex(Secrets.hash(body));
        return log.once(actor.id(), key, fingerprint, () -> command.apply(actor));
    }

    private static @Nullable UUID key(HttpServletRequest request) {
        var key = request.getHeader(KEY);
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException notAUuid) {
            return null;
        }
    }
}
