package org.wuduan.hub.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/**
 * Runs a command once per actor and key, in one transaction with what it changes. A repeat of a command that was done
 * is done by doing nothing; a refused one is tried anew, because nothing of it was kept.
 */
@Component
public class CommandLog {
    /** A terminal repeats a command for minutes; a page that slept in a drawer may come back after days. */
    static final Duration REMEMBERED_FOR = Duration.ofDays(7);

    /** Commands forgotten in one transaction, so that the table is never locked for long. */
    static final int FORGOTTEN_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CommandLog(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param actor who commands; keys of different actors never meet
     * @param fingerprint path and body of the command; the same key with another fingerprint is refused
     */
    public Outcome<Outcome.Nothing> once(
            UUID actor, UUID key, String fingerprint, Supplier<Outcome<Outcome.Nothing>> command) {
        try {
            return transactions.execute(status -> {
                var earlier = earlierFingerprint(actor, key);
                if (earlier != null) {
                    return repeat(earlier, fingerprint);
                }
                jdbc.sql("insert into command_log (actor, key, fingerprint, at) values (?, ?, ?, ?)")
                        .params(actor, key, fingerprint, Timestamp.from(clock.instant()))
                        .update();
                var outcome = command.get();
                if (outcome instanceof Refused<Outcome.Nothing>) {
                    status.setRollbackOnly();
                }
                return outcome;
            });
        } catch (DuplicateKeyException sameKeyAtTheSameTime) {
            var earlier = earlierFingerprint(actor, key);
            if (earlier == null) {
                throw sameKeyAtTheSameTime;
            }
            return repeat(earlier, fingerprint);
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        var before = Timestamp.from(clock.instant().minus(REMEMBERED_FOR));
        int forgotten;
        do {
            forgotten = jdbc.sql("delete from command_log where (actor, key) in"
                            + " (select actor, key from command_log where at < ? order by at limit ?)")
                    .params(before, FORGOTTEN_AT_ONCE)
                    .update();
        } while (forgotten == FORGOTTEN_AT_ONCE);
    }

    private static Outcome<Outcome.Nothing> repeat(String earlier, String fingerprint) {
        return earlier.equals(fingerprint) ? Outcome.done() : Refused.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    private @Nullable String earlierFingerprint(UUID actor, UUID key) {
        return jdbc.sql("select fingerprint from command_log where actor = ? and key = ?")
                .params(actor, key)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
