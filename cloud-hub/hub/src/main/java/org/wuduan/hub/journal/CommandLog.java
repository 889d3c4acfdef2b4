package org.wuduan.hub.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.Problem;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/**
 * Runs a command once per actor and key, in one transaction with what it changes. A repeat gets the first answer: what was
 * told to be refused must not be done by a copy that comes late. Only what the hub can't do at the moment (5xx, 429) is
 * tried anew.
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
            var answer = transactions.execute(status -> {
                var earlier = earlier(actor, key);
                if (earlier.isPresent()) {
                    return new Answer(earlier.get().to(fingerprint), false);
                }
                jdbc.sql("insert into command_log (actor, key, fingerprint, at) values (?, ?, ?, ?)")
                        .params(actor, key, fingerprint, Timestamp.from(clock.instant()))
                        .update();
                var outcome = command.get();
                if (outcome instanceof Refused<Outcome.Nothing>) {
                    status.setRollbackOnly();
                }
                return new Answer(outcome, true);
            });
            return answer.isNew() && answer.outcome() instanceof Refused<Outcome.Nothing>(var why) && isFinal(why)
                    ? refused(actor, key, new Entry(fingerprint, why))
                    : answer.outcome();
        } catch (DuplicateKeyException sameKeyAtTheSameTime) {
            return earlier(actor, key).orElseThrow(() -> sameKeyAtTheSameTime).to(fingerprint);
        }
    }

    private record Answer(Outcome<Outcome.Nothing> outcome, boolean isNew) {}

    /** A command that was given under a key; {@code refusal} is null when it was done. */
    private record Entry(String fingerprint, @Nullable Problem refusal) {
        /** The first answer, for a repeat that is the same command. */
        Outcome<Outcome.Nothing> to(String repeated) {
            if (!fingerprint.equals(repeated)) {
                return Refused.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
            }
            return refusal == null ? Outcome.done() : new Refused<>(refusal);
        }
    }

    private static boolean isFinal(Problem why) {
        return why.status() < ProblemType.INTERNAL.status() && why.status() != ProblemType.TOO_MANY_COMMANDS.status();
    }

    /** After the rollback. When a copy was quicker meanwhile, its answer is the first one. */
    private Outcome<Outcome.Nothing> refused(UUID actor, UUID key, Entry entry) {
        jdbc.sql("insert into command_log (actor, key, fingerprint, at, refusal) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(
                        actor,
                        key,
                        entry.fingerprint(),
                        Timestamp.from(clock.instant()),
                        WireJson.mapper().writeValueAsString(entry.refusal()))
                .update();
        return earlier(actor, key).orElse(entry).to(entry.fingerprint());
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

    private Optional<Entry> earlier(UUID actor, UUID key) {
        return jdbc.sql("select fingerprint, refusal from command_log where actor = ? and key = ?")
                .params(actor, key)
                .query((row, _) -> {
                    var refusal = row.getString("refusal");
                    return new Entry(
                            row.getString("fingerprint"),
                            refusal == null ? null : WireJson.mapper().readValue(refusal, Problem.class));
                })
                .optional();
    }
}
