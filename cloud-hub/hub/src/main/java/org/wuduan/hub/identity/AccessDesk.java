package org.wuduan.hub.identity;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.AccessMessages.AccountAccess;
import org.wuduan.contract.AccessMessages.AccountAccessList;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Administration.ActivationLink;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** What the security administrator does for other people's accounts; each step runs in its command's transaction. */
@Service
class AccessDesk {
    private final JdbcClient jdbc;
    private final SignInLocks locks;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Activations activations;
    private final Audit audit;
    private final Clock clock;

    AccessDesk(
            JdbcClient jdbc,
            SignInLocks locks,
            Sessions sessions,
            SecondFactors factors,
            Activations activations,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.sessions = sessions;
        this.factors = factors;
        this.activations = activations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Accounts whose login or name holds a text; all of them for an empty one. */
    AccountAccessList accounts(String search) {
        var like = "%" + search.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
        var found = jdbc.sql("select a.id, a.login, a.name, a.kind, a.role, a.deactivated_at is null as active,"
                        + " exists (select 1 from second_factor f where f.account = a.id and f.confirmed_at is not null)"
                        + " as factor, (select count(*) from session s where s.actor = a.id and s.expires_at > now())"
                        + " as sessions from account a where lower(a.login) like :like or lower(a.name) like :like"
                        + " order by a.login limit :max")
                .param("like", like)
                .param("max", IdentityLimits.ACCOUNTS_SHOWN_MAX + 1)
                .query((row, _) -> {
                    var role = Optional.ofNullable(row.getString("role"));
                    return new AccountAccess(
                            row.getObject("id", UUID.class),
                            row.getString("login"),
                            row.getString("name"),
                            ActorKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                            row.getBoolean("active"),
                            row.getBoolean("factor"),
                            row.getInt("sessions"),
                            role.map(text -> AdministratorRole.valueOf(text.toUpperCase(Locale.ROOT)))
                                    .orElse(null),
                            null);
                })
                .list();
        return new AccountAccessList(
                found.stream()
                        .limit(IdentityLimits.ACCOUNTS_SHOWN_MAX)
                        .map(this::withLock)
                        .toList(),
                found.size() > IdentityLimits.ACCOUNTS_SHOWN_MAX);
    }

    /** Beside the search and not within it, which would hold two connections at once. */
    private AccountAccess withLock(AccountAccess one) {
        return new AccountAccess(
                one.id(),
                one.login(),
                one.name(),
                one.kind(),
                one.active(),
                one.secondFactor(),
                one.sessions(),
                one.role(),
                locks.locked(one.login())
                        .map(left -> clock.instant().plus(left))
                        .orElse(null));
    }

    Outcome<Outcome.Nothing> unlock(Actor actor, UUID account) {
        return login(account).then(login -> {
            locks.unlock(login);
            return done(actor, "unlock-account", account);
        });
    }

    Outcome<Outcome.Nothing> endSessions(Actor actor, UUID account) {
        return login(account).then(_ -> {
            sessions.endAllOf(account);
            return done(actor, "end-sessions", account);
        });
    }

    /** For a lost phone. Never one's own: whoever found an open page would be rid of the second factor. */
    Outcome<Outcome.Nothing> resetSecondFactor(Actor actor, UUID account) {
        if (actor.id().equals(account)) {
            audit.recordDenial(actor.id(), "reset-second-factor", account);
            return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        return login(account).then(_ -> {
            factors.remove(account);
            sessions.endAllOf(account);
            return done(actor, "reset-second-factor", account);
        });
    }

    /**
     * For a forgotten password: who gets the link chooses another one, which ends the sessions of the old. The second
     * factor stays. Never one's own, for the same reason as above.
     */
    @Transactional
    Outcome<ActivationLink> makeLink(Actor actor, UUID account) {
        if (actor.id().equals(account)) {
            audit.recordDenial(actor.id(), "make-activation-link", account);
            return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        return isActive(account).then(active -> {
            if (!active) {
                return Refused.state("deactivated");
            }
            audit.record(Audit.Kind.WRITE, actor.id(), "make-activation-link", account);
            return Outcome.of(activations.make(account));
        });
    }

    private Outcome<Boolean> isActive(UUID account) {
        return jdbc.sql("select deactivated_at is null from account where id = ?")
                .param(account)
                .query(Boolean.class)
                .optional()
                .map(Outcome::of)
                .orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
    }

    private Outcome<Outcome.Nothing> done(Actor actor, String action, UUID account) {
        audit.record(Audit.Kind.WRITE, actor.id(), action, account);
        return Outcome.done();
    }

    private Outcome<String> login(UUID account) {
        List<String> logins = jdbc.sql("select login from account where id = ?")
                .param(account)
                .query((row, _) -> row.getString("login"))
                .list();
        return logins.isEmpty() ? Refused.of(ProblemType.NOT_FOUND) : Outcome.of(logins.getFirst());
    }
}
