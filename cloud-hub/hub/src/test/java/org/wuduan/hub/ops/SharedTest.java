package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wuduan.hub.fixtures.Eventually;

class SharedTest {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final AtomicInteger put = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    private long nanos() {
        looks.incrementAndGet();
        return nanos.get();
    }

    @Test
    void until_a_second_has_passed_everybody_gets_the_same_answer() {
        var shared = new Shared<>(put::incrementAndGet, EVERY, this::nanos);
        assertThat(shared.answer()).isEqualTo(1);

        nanos.set(EVERY.toNanos() - 1);
        assertThat(shared.answer()).isEqualTo(1);

        nanos.set(EVERY.toNanos());
        assertThat(shared.answer()).isEqualTo(2);
    }

    @Test
    void who_comes_while_the_question_waits_waits_with_it_however_long_that_takes() {
        var stuck = new CountDownLatch(1);
        var shared = new Shared<>(
                () -> {
                    awaited(stuck);
                    return put.incrementAndGet();
                },
                EVERY,
                this::nanos);
        var first = CompletableFuture.supplyAsync(shared::answer);
        Eventually.holds("the first has asked", () -> looks.get() == 1);
        nanos.set(EVERY.toNanos() * 10);
        var second = CompletableFuture.supplyAsync(shared::answer);
        Eventually.holds("the second has asked", () -> looks.get() == 2);
        // the lock is held while the clock is looked at: whoever looks now, the second has its question
        var third = CompletableFuture.supplyAsync(shared::answer);
        Eventually.holds("the third has asked", () -> looks.get() == 3);

        stuck.countDown();

        assertThat(first.join()).isEqualTo(1);
        assertThat(second.join()).isEqualTo(1);
        assertThat(third.join()).isPositive();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
