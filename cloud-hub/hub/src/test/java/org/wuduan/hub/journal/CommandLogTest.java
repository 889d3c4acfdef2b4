package org.wuduan.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** A command is done once for each actor and key. */
class CommandLogTest extends HubTest {
    @Autowired
    CommandLog log;

    private final AtomicInteger done = new AtomicInteger();
    private final UUID actor = UUID.randomUUID();
    private final UUID key = UUID.randomUUID();

    private Outcome<Outcome.Nothing> command() {
        done.incrementAndGet();
        return Outcome.done();
    }

    @Test
    void a_repeat_is_answered_alike_and_not_done_again() {
        assertThat(log.once(actor, key, "body", this::command)).isEqualTo(Outcome.done());
        assertThat(log.once(actor, key, "body", this::command)).isEqualTo(Outcome.done());

        assertThat(done).hasValue(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused_and_another_actors_key_is_another() {
        log.once(actor, key, "body", this::command);

        assertThat(log.once(actor, key, "other", this::command))
                .isEqualTo(Refused.of(ProblemType.IDEMPOTENCY_KEY_REUSED));
        assertThat(log.once(UUID.randomUUID(), key, "other", this::command)).isEqualTo(Outcome.done());
        assertThat(done).hasValue(2);
    }

    @Test
    void a_refused_command_stays_refused_also_when_a_copy_of_it_comes_late() {
        var because = Refused.<Outcome.Nothing>state("live");
        assertThat(log.once(actor, key, "body", () -> because)).isEqualTo(because);

        assertThat(log.once(actor, key, "body", this::command)).isEqualTo(because);
        assertThat(log.once(actor, key, "other", this::command))
                .isEqualTo(Refused.of(ProblemType.IDEMPOTENCY_KEY_REUSED));

        assertThat(done).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL", "BUSY", "NO_NEW_CALLS", "TOO_MANY_COMMANDS", "LOCKED_OUT"})
    void what_the_hub_can_not_do_at_the_moment_may_succeed_later(ProblemType type) {
        assertThat(log.once(actor, key, "body", () -> Refused.of(type))).isEqualTo(Refused.of(type));

        assertThat(log.once(actor, key, "body", this::command)).isEqualTo(Outcome.done());
    }

    @Test
    void nothing_of_a_refused_command_is_kept_but_its_answer() {
        var other = UUID.randomUUID();

        log.once(actor, key, "body", () -> {
            log.once(other, key, "inside", this::command);
            return Refused.of(ProblemType.WRONG_STATE);
        });

        assertThat(commandsOf(other)).isZero();
        assertThat(commandsOf(actor)).isEqualTo(1);
    }

    @Test
    void of_two_copies_at_once_the_answer_that_is_written_first_is_that_of_both() throws Exception {
        var refusing = new CountDownLatch(1);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = senders.submit(() -> {
                refusing.await();
                return log.once(actor, key, "body", this::command);
            });
            var first = log.once(actor, key, "body", () -> {
                refusing.countDown();
                Eventually.holds("the copy waits for this one's row", this::somebodyWaitsForARow);
                return Refused.of(ProblemType.WRONG_STATE);
            });

            assertThat(late.get()).isEqualTo(first);
            assertThat(done).hasValue(first.equals(Outcome.done()) ? 1 : 0);
        }
    }

    private boolean somebodyWaitsForARow() {
        return jdbc.sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void the_same_command_sent_many_times_at_once_is_done_once() throws Exception {
        var together = new CountDownLatch(1);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome<Outcome.Nothing>>> answers = IntStream.range(0, 20)
                    .mapToObj(_ -> senders.submit(() -> {
                        together.await();
                        return log.once(actor, key, "body", this::command);
                    }))
                    .toList();
            together.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(Outcome.done());
            }
        }
        assertThat(commandsOf(actor)).isEqualTo(1);
    }

    @Test
    void a_command_is_remembered_for_seven_days_and_not_for_ever() {
        log.once(actor, key, "body", this::command);
        var week = CommandLog.REMEMBERED_FOR;

        clock.pass(week.minusMinutes(1));
        log.forgetOld();
        log.once(actor, key, "body", this::command);
        assertThat(done).hasValue(1);

        clock.pass(Duration.ofMinutes(2));
        log.forgetOld();
        log.once(actor, key, "body", this::command);
        assertThat(done).hasValue(2);
    }

    @Test
    void more_old_commands_than_one_batch_holds_are_all_forgotten() {
        jdbc.sql("insert into command_log (actor, key, fingerprint, at)"
                        + " select ?, gen_random_uuid(), 'body', ? from generate_series(1, ?)")
                .params(
                        actor,
                        Timestamp.from(clock.instant().minus(CommandLog.REMEMBERED_FOR.plusDays(1))),
                        CommandLog.FORGOTTEN_AT_ONCE * 2 + 1)
                .update();
        log.once(actor, key, "body", this::command);

        log.forgetOld();

        assertThat(commandsOf(actor)).isEqualTo(1);
    }

    private int commandsOf(UUID somebody) {
        return jdbc.sql("select count(*) from command_log where actor = ?")
                .param(somebody)
                .query(Integer.class)
                .single();
    }
}
