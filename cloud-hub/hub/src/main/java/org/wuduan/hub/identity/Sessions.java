package org.wuduan.hub.identity;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wuduan.contract.AccessMessages.Browser;
import org.wuduan.contract.AccessMessages.OpenSession;
import org.wuduan.contract.AccessMessages.Platform;
import org.wuduan.contract.ActorKind;
import org.wuduan.hub.shared.Uuid7;

/** Browser sessions and box tokens. The database knows their hashes only. */
@Service
public class Sessions {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A new session and the secret that only its terminal holds. */
    record Opened(SignedIn signedIn, String secret, Instant expiresAt) {
        @Override
        public String toString() {
            return "Opened[" + signedIn + "]";
        }
    }

    /** What was found for a secret. */
    enum Standing {
        GOOD,
        EXPIRED,
        UNKNOWN
    }

    record Found(Standing standing, Optional<SignedIn> signedIn) {}

    Opened open(Actor actor, String name, Duration lifetime, Device device) {
        var secret = Secrets.random();
        var now = clock.instant();
        var session = new SignedIn(actor, Uuid7.at(now), name);
        var expires = now.plus(lifetime);
        jdbc.sql("insert into session (id, secret_hash, actor, kind, name, opened_at, active_at, expires_at, address,"
                        + " browser, system) values (:id, :secret, :actor, :kind, :name, :now, :now, :expires, :address,"
                        + " :browser, :system)")
                .param("id", session.sessionId())
                .param("secret", Secrets.hash(secret))
                .param("actor", actor.id())
                .param("kind", Accounts.wire(actor.kind()))
                .param("name", name)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .param("address", device.address(), Types.VARCHAR)
                .param("browser", Accounts.wire(device.browser()))
                .param("system", Accounts.wire(device.system()))
                .update();
        return new Opened(session, secret, expires);
    }

    Found find(String secret) {
        return jdbc.sql(
                        "select id, actor, kind, name, active_at, expires_at from session where secret_hash = ?"
                                + " and not exists (select 1 from box_key where box = actor and revoked_at is not null)"
                                + " and not exists (select 1 from account a where a.id = actor and a.deactivated_at is not null)")
                .param(Secrets.hash(secret))
                .query((row, _) -> {
                    var actor = new Actor(
                            row.getObject("actor", UUID.class),
                            ActorKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));
                    var signedIn = new SignedIn(actor, row.getObject("id", UUID.class), row.getString("name"));
                    return good(
                                    actor,
                                    row.getTimestamp("active_at").toInstant(),
                                    row.getTimestamp("expires_at").toInstant())
                            ? new Found(Standing.GOOD, Optional.of(signedIn))
                            : new Found(Standing.EXPIRED, Optional.empty());
                })
                .optional()
                .orElse(new Found(Standing.UNKNOWN, Optional.empty()));
    }

    /**
     * The ids of those sessions whose connections may go on. A box's token is renewed beside its open socket, a person's
     * session is not. Two questions to the database, however many sessions are asked for.
     */
    public Set<UUID> stillValid(Collection<SignedIn> all) {
        var valid = new HashSet<UUID>();
        var boxes = boxesWithAKey(all);
        var persons = goodSessions(all);
        for (var one : all) {
            boolean good = one.actor().kind() == ActorKind.BOX
                    ? boxes.contains(one.actor().id())
                    : persons.contains(one.sessionId());
            if (good) {
                valid.add(one.sessionId());
            }
        }
        return valid;
    }

    private Set<UUID> boxesWithAKey(Collection<SignedIn> all) {
        var boxes = all.stream()
                .filter(one -> one.actor().kind() == ActorKind.BOX)
                .map(one -> one.actor().id().toString())
                .toArray(String[]::new);
        return boxes.length == 0
                ? Set.of()
                : Set.copyOf(jdbc.sql("select box from box_key where box = any(:boxes::uuid[]) and revoked_at is null")
                        .param("boxes", boxes)
                        .query(UUID.class)
                        .list());
    }

    private Set<UUID> goodSessions(Collection<SignedIn> all) {
        var persons = new HashMap<UUID, Actor>();
        all.stream()
                .filter(one -> one.actor().kind() != ActorKind.BOX)
                .forEach(one -> persons.put(one.sessionId(), one.actor()));
        var good = new HashSet<UUID>();
        if (!persons.isEmpty()) {
            jdbc.sql(
                            "select id, active_at, expires_at from session where id = any(:ids::uuid[])"
                                    + " and not exists (select 1 from account a where a.id = actor and a.deactivated_at is not null)")
                    .param("ids", persons.keySet().stream().map(UUID::toString).toArray(String[]::new))
                    .query(row -> {
                        var id = row.getObject("id", UUID.class);
                        if (good(
                                Objects.requireNonNull(persons.get(id)),
                                row.getTimestamp("active_at").toInstant(),
                                row.getTimestamp("expires_at").toInstant())) {
                            good.add(id);
                        }
                    });
        }
        return good;
    }

    /** A command, or a seat in a running call, keeps a session from idling out. */
    public void active(UUID sessionId) {
        var now = clock.instant();
        jdbc.sql("update session set active_at = ? where id = ? and active_at < ?")
                .params(Timestamp.from(now), sessionId, Timestamp.from(now.minus(IdentityLimits.ACTIVE_KEPT_EXACT_TO)))
                .update();
    }

    /** Forgets sessions that ended long ago; until then their terminals are told that they expired. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpired() {
        jdbc.sql("delete from session where expires_at < ?")
                .param(Timestamp.from(clock.instant().minus(IdentityLimits.EXPIRED_KEPT_FOR)))
                .update();
    }

    void end(UUID sessionId) {
        var actor = jdbc.sql("delete from session where id = ? returning actor")
                .param(sessionId)
                .query(UUID.class)
                .optional();
        events.publishEvent(new SessionEnded(sessionId));
        actor.ifPresent(this::tellIfSignedOut);
    }

    private void tellIfSignedOut(UUID actor) {
        boolean elsewhere = goodOf("select exists (select 1", actor, ")")
                .query(Boolean.class)
                .single();
        if (!elsewhere) {
            events.publishEvent(new SignedOut(actor));
        }
    }

    /** Ends every session of somebody; within the transaction of what it follows from. */
    @Transactional
    public void endAllOf(UUID actor) {
        endAfterCommit(
                actor,
                jdbc.sql("delete from session where actor = ? returning id")
                        .param(actor)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list());
    }

    /** Ends every session of an actor but one. */
    void endOthersOf(UUID actor, UUID kept) {
        endAfterCommit(
                actor,
                jdbc.sql("delete from session where actor = ? and id <> ? returning id")
                        .params(actor, kept)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list());
    }

    /** @return whether the actor had such a session */
    boolean endOneOf(UUID actor, UUID session) {
        var ended = jdbc.sql("delete from session where actor = ? and id = ? returning id")
                .params(actor, session)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        endAfterCommit(actor, ended);
        return !ended.isEmpty();
    }

    /** Where an actor is signed in, the newest first. */
    List<OpenSession> of(UUID actor, UUID asking) {
        return goodOf(
                        "select id, opened_at, active_at, browser, system, address",
                        actor,
                        " order by opened_at desc limit :max")
                .param("max", IdentityLimits.SESSIONS_SHOWN_MAX)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new OpenSession(
                            id,
                            id.equals(asking),
                            row.getTimestamp("opened_at").toInstant(),
                            row.getTimestamp("active_at").toInstant(),
                            Browser.valueOf(row.getString("browser").toUpperCase(Locale.ROOT)),
                            Platform.valueOf(row.getString("system").toUpperCase(Locale.ROOT)),
                            row.getString("address"));
                })
                .list();
    }

    /** A question about the sessions of a person that are neither idle nor over. */
    private JdbcClient.StatementSpec goodOf(String select, UUID person, String rest) {
        var now = clock.instant();
        return jdbc.sql(select + " from session where actor = :actor and expires_at > :now and active_at > :idle"
                        + rest)
                .param("actor", person)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IdentityLimits.IDLE_LOGOUT)));
    }

    private void endAfterCommit(UUID actor, List<UUID> ended) {
        // not before the commit: until then a closed terminal could come back with the same session
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ended.forEach(id -> events.publishEvent(new SessionEnded(id)));
                if (!ended.isEmpty()) {
                    tellIfSignedOut(actor);
                }
            }
        });
    }

    private boolean good(Actor actor, Instant activeAt, Instant expiresAt) {
        var now = clock.instant();
        boolean idle = actor.kind() != ActorKind.BOX && now.isAfter(activeAt.plus(IdentityLimits.IDLE_LOGOUT));
        return !idle && now.isBefore(expiresAt);
    }
}
