package org.wuduan.hub.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Locks a login after too many failures, in the same way whether or not it exists. */
@Repository
class SignInLocks {
    private final JdbcClient jdbc;
    private final Clock clock;

    SignInLocks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long a login is still locked. */
    Optional<Duration> locked(String login) {
        return jdbc.sql("select locked_until from sign_in_failure where login_hash = ? and locked_until > ?")
                .params(Secrets.hash(login), now())
                .query((row, _) -> left(row.getTimestamp("locked_until").toInstant()))
                .optional();
    }

    /** @return how long the login is locked now, if this failure was one too many */
    Optional<Duration> failed(String login) {
        var hash = Secrets.hash(login);
        int failures = jdbc.sql("insert into sign_in_failure (login_hash, failures, failed_at) values (?, 1, ?)"
                        + " on conflict (login_hash) do update"
                        + " set failures = sign_in_failure.failures + 1, failed_at = excluded.failed_at"
                        + " returning failures")
                .params(hash, now())
                .query(Integer.class)
                .single();
        if (failures < IdentityLimits.FAILURES_MAX) {
            return Optional.empty();
        }
        jdbc.sql("update sign_in_failure set failures = 0, locked_until = ? where login_hash = ?")
                .params(Timestamp.from(clock.instant().plus(IdentityLimits.LOCKED_FOR)), hash)
                .update();
        return Optional.of(IdentityLimits.LOCKED_FOR);
    }

    /**
     * Forgets the failures of a login that was signed in to; within the transaction that admits the person.
     *
     * @return how long to wait, when others guessed wrong meanwhile and the login is locked
     */
    Optional<Duration> forgive(String login) {
        var hash = Secrets.hash(login);
        jdbc.sql("delete from sign_in_failure where login_hash = ? and (locked_until is null or locked_until <= ?)")
                .params(hash, now())
                .update();
        return locked(login);
    }

    /** Forgets failures and lock. */
    void unlock(String login) {
        jdbc.sql("delete from sign_in_failure where login_hash = ?")
                .param(Secrets.hash(login))
                .update();
    }

    /** Nobody tries to sign in with it any more; a guesser's invented logins must not stay for ever. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        jdbc.sql("delete from sign_in_failure where failed_at < ?")
                .param(Timestamp.from(clock.instant().minus(IdentityLimits.FAILURES_KEPT_FOR)))
                .update();
    }

    private Duration left(Instant until) {
        return Duration.between(clock.instant(), until);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
