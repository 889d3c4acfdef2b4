package org.wuduan.hub.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Administration;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/**
 * One-time links (激活链接) with which people choose their password. Whoever makes an account never knows it. The database
 * knows the hash of a token only.
 */
@Service
public class Activations {
    private static final String PATH = "/admin/activate#";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;

    Activations(JdbcClient jdbc, Accounts accounts, Sessions sessions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = new Attempts(IdentityLimits.CODES_FROM_ONE_ADDRESS_MAX, IdentityLimits.CODES_IN_ALL_MAX, clock);
        this.audit = audit;
        this.clock = clock;
    }

    private record Invited(UUID account, String login, String name, String kind) {
        @Override
        public String toString() {
            return "Invited[" + account + " ‹redacted›]";
        }
    }

    /** A new link; an older one of the same person is over from now on. */
    @Transactional
    public Administration.ActivationLink make(UUID account) {
        var token = Secrets.random();
        var expires = clock.instant().plus(IdentityLimits.ACTIVATION_FOR);
        jdbc.sql("insert into activation_link (account, token_hash, expires_at) values (?, ?, ?)"
                        + " on conflict (account) do update"
                        + " set token_hash = excluded.token_hash, expires_at = excluded.expires_at")
                .params(account, Secrets.hash(token), Timestamp.from(expires))
                .update();
        return new Administration.ActivationLink(PATH + token, expires);
    }

    /** Whether a link that was made earlier can still be used. */
    public boolean isGood(String path) {
        return path.startsWith(PATH) && invited(path.substring(PATH.length())) != null;
    }

    /** Until when somebody's link is good; empty when there is none. */
    public Optional<Instant> goodUntil(UUID account) {
        return jdbc.sql("select expires_at from activation_link where account = ? and expires_at > ?")
                .params(account, Timestamp.from(clock.instant()))
                .query((row, _) -> row.getTimestamp("expires_at").toInstant())
                .optional();
    }

    /** Whose link it is. */
    Outcome<Administration.Activation> lookUp(String token, String address) {
        return find(token, address)
                .then(invited -> Outcome.of(new Administration.Activation(
                        invited.login(),
                        invited.name(),
                        ActorKind.valueOf(invited.kind().toUpperCase(Locale.ROOT)))));
    }

    /**
     * Uses a link up: the password is the person's from now on, and whoever was signed in with an older one is signed
     * out. A password that the rule refuses leaves the link as it was.
     */
    @Transactional
    Outcome<Outcome.Nothing> activate(String token, String password, String address) {
        return find(token, address).then(invited -> {
            if (PasswordRules.tooEasy(password, invited.login(), invited.name())) {
                return Refused.of(ProblemType.PASSWORD_TOO_EASY);
            }
            int used = jdbc.sql("delete from activation_link where token_hash = ?")
                    .param(Secrets.hash(token))
                    .update();
            if (used == 0) {
                return Refused.of(ProblemType.ACTIVATION_OVER);
            }
            accounts.setPassword(invited.account(), password);
            sessions.endAllOf(invited.account());
            audit.record(Audit.Kind.WRITE, invited.account(), "activate", invited.account());
            return Outcome.done();
        });
    }

    private Outcome<Invited> find(String token, String address) {
        var wait = attempts.begin(address);
        if (wait.isPresent()) {
            return Refused.retryAfter(ProblemType.LOCKED_OUT, wait.get());
        }
        var invited = invited(token);
        if (invited == null) {
            return Refused.of(ProblemType.ACTIVATION_OVER);
        }
        attempts.right(address);
        return Outcome.of(invited);
    }

    private @Nullable Invited invited(String token) {
        return jdbc.sql("select a.id, a.login, a.name, a.kind from activation_link l join account a on a.id = l.account"
                        + " where l.token_hash = ? and l.expires_at > ? and a.deactivated_at is null")
                .params(Secrets.hash(token), Timestamp.from(clock.instant()))
                .query((row, _) -> new Invited(
                        row.getObject("id", UUID.class),
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("kind")))
                .optional()
                .orElse(null);
    }
}
