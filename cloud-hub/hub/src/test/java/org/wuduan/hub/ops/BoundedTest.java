package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.wuduan.hub.fixtures.Eventually;

class BoundedTest {
    private static final Duration NO_PATIENCE = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void an_answer_in_time_is_passed_on_each_time() {
        var bounded = new Bounded<>(() -> 7, LONG);

        assertThat(bounded.answer()).contains(7);
        assertThat(bounded.answer()).contains(7);
    }

    @Test
    void who_does_not_answer_is_not_waited_for_and_not_asked_twice_at_once() {
        var stuck = new CountDownLatch(1);
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        var bounded = new Bounded<>(
                () -> {
                    asked.incrementAndGet();
                    stuck.await();
                    return 7;
                },
                NO_PATIENCE);
        assertThat(bounded.answer()).isEmpty();
        Eventually.holds("the question was put", () -> asked.get() == 1);

        assertThat(bounded.answer()).isEmpty();

        assertThat(asked.get()).isEqualTo(1);
        stuck.countDown();
    }

    @Test
    void a_database_that_can_not_be_reached_is_no_answer() {
        var bounded = new Bounded<Integer>(
                () -> {
                    throw new DataAccessResourceFailureException("away");
                },
                LONG);

        assertThat(bounded.answer()).isEmpty();
        assertThat(bounded.answer()).isEmpty();
    }

    @Test
    void a_bug_in_the_question_is_told() {
        var bounded = new Bounded<Integer>(
                () -> {
                    throw new IllegalArgumentException("bug");
                },
                LONG);

        assertThatThrownBy(bounded::answer).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
