package org.wuduan.hub.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
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
