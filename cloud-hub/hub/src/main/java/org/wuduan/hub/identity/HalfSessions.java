package org.wuduan.hub.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Between the password and the second factor. A table and a cookie of its own: nothing that asks who is signed in ever
 * finds a half session.
 */
@Repository
class HalfSessions {
    private final JdbcClient jdbc;
    private final Clock clock;

    HalfSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The secret that only the terminal holds. */
    record Half(String secret, Instant expiresAt) {
        @Override
        public String toString() {
            return "Half[‹redacted›]";
        }
    }

    Half open(UUID account) {
        var secret = Secrets.random();
        var expires = clock.instant().plus(IdentityLimits.HALF_SESSION_FOR);
        jdbc.sql("insert into half_session (secret_hash, account, expires_at) values (?, ?, ?)")
                .params(Secrets.hash(secret), account, Timestamp.from(expires))
                .update();
        return new Half(secret, expires);
    }

    /** Whose it is, while it lasts. */
    Optional<UUID> account(@Nullable String secret) {
        return secret == null
                ? Optional.empty()
                : jdbc.sql("select account from half_session where secret_hash = ? and expires_at > ?")
                        .params(Secrets.hash(secret), Timestamp.from(clock.instant()))
                        .query(UUID.class)
                        .optional();
    }

    void end(UUID account) {
        jdbc.sql("delete from half_session where account = ?").param(account).update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpired() {
        jdbc.sql("delete from half_session where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
