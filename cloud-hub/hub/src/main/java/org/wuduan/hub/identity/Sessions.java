package org.wuduan.hub.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    Opened open(Actor actor, String name, Duration lifetime) {
        var secret = Secrets.random();
        var now = clock.instant();
        var session = new SignedIn(actor, Uuid7.at(now), name);
        var expires = now.plus(lifetime);
        jdbc.sql("insert into session (id, secret_hash, actor, kind, name, opened_at, active_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        session.sessionId(),
                        Secrets.hash(secret),
                        actor.id(),
                        Accounts.wire(actor.kind()),
                        name,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Timestamp.from(expires))
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
                            ActorKind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)));
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
        jdbc.sql("delete from session where id = ?").param(sessionId).update();
        events.publishEvent(new SessionEnded(sessionId));
    }

    /** Ends every session of somebody; within the transaction of what it follows from. */
    @Transactional
    public void endAllOf(UUID actor) {
        var ended = jdbc.sql("delete from session where actor = ? returning id")
                .param(actor)
                .query(UUID.class)
                .list();
        // not before the commit: until then a closed terminal could come back with the same session
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ended.forEach(id -> events.publishEvent(new SessionEnded(id)));
            }
        });
    }

    private boolean good(Actor actor, Instant activeAt, Instant expiresAt) {
        var now = clock.instant();
        boolean idle = actor.kind() != ActorKind.BOX && now.isAfter(activeAt.plus(IdentityLimits.IDLE_LOGOUT));
        return !idle && now.isBefore(expiresAt);
    }
}
