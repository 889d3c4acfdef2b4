package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.Readings;

/** How batches of many boxes share commits, without a database. */
class SharedCommitTest {
    private static final UUID POISONED = UUID.randomUUID();
    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private final List<List<Delivery>> groups = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore disk = new Semaphore(0);
    private final CountDownLatch firstGroupIsOnItsWay = new CountDownLatch(1);
    private volatile RuntimeException fault = new DataIntegrityViolationException("poison");
    private final SharedCommit commits = new SharedCommit(this::keep, NOT_AT_ALL);

    private void keep(List<Delivery> group) {
        groups.add(List.copyOf(group));
        firstGroupIsOnItsWay.countDown();
        disk.acquireUninterruptibly();
        if (group.stream().anyMatch(delivery -> delivery.box().equals(POISONED))) {
            throw fault;
        }
    }

    @AfterEach
    void end() {
        disk.release(1_000);
        commits.stop();
    }

    @Test
    void who_comes_alone_is_committed_alone_and_answered_after_the_commit() {
        commits.start();
        var answer = sent(UUID.randomUUID(), 1);
        awaitFirstGroup();

        assertThat(answer).isNotDone();
        disk.release();

        assertThat(answer.join()).isTrue();
        assertThat(groups).hasSize(1);
    }

    @Test
    void batches_that_come_while_one_is_committed_share_the_next_commit() {
        commits.start();
        var first = sent(UUID.randomUUID(), 1);
        awaitFirstGroup();
        var others =
                IntStream.range(0, 20).mapToObj(_ -> sent(UUID.randomUUID(), 3)).toList();
        awaitWaiting(20);

        disk.release(2);

        assertThat(first.join()).isTrue();
        others.forEach(other -> assertThat(other.join()).isTrue());
        assertThat(groups).extracting(List::size).containsExactly(1, 20);
    }

    @Test
    void a_group_ends_with_the_batch_that_reaches_its_limit() {
        var batches = SharedCommit.READINGS_OF_A_COMMIT_MAX / 500;
        var all = IntStream.rangeClosed(0, batches)
                .mapToObj(_ -> sent(UUID.randomUUID(), 500))
                .toList();
        awaitWaiting(batches + 1);

        disk.release(2);
        commits.start();

        all.forEach(one -> assertThat(one.join()).isTrue());
        assertThat(groups).extracting(List::size).containsExactly(batches, 1);
    }

    @Test
    void as_many_readings_as_the_limit_may_wait_and_one_more_is_told_to_come_again() {
        var full = IntStream.range(0, SharedCommit.READINGS_WAITING_MAX / 500)
                .mapToObj(_ -> sent(UUID.randomUUID(), 500))
                .toList();
        awaitWaiting(SharedCommit.READINGS_WAITING_MAX / 500);

        assertThat(sent(UUID.randomUUID(), 1).join()).isFalse();

        disk.release(100);
        commits.start();
        full.forEach(one -> assertThat(one.join()).isTrue());
        assertThat(sent(UUID.randomUUID(), 1).join()).isTrue();
    }

    @Test
    void a_batch_that_the_database_refuses_spoils_no_other_of_its_group() {
        var before = sent(UUID.randomUUID(), 2);
        var poisoned = sent(POISONED, 2);
        var after = sent(UUID.randomUUID(), 2);
        awaitWaiting(3);

        disk.release(4);
        commits.start();

        assertThat(before.join()).isTrue();
        assertThat(after.join()).isTrue();
        assertThatThrownBy(poisoned::join)
                .isInstanceOf(CompletionException.class)
                .hasCause(fault);
        assertThat(groups).extracting(List::size).containsExactly(3, 1, 1, 1);
    }

    @Test
    void a_database_that_is_away_is_not_asked_once_more_for_every_batch() {
        fault = new DataAccessResourceFailureException("away");
        var other = sent(UUID.randomUUID(), 1);
        var poisoned = sent(POISONED, 1);
        awaitWaiting(2);

        disk.release(3);
        commits.start();

        assertThatThrownBy(other::join).hasCause(fault);
        assertThatThrownBy(poisoned::join).hasCause(fault);
        assertThat(groups).hasSize(1);
        assertThat(sent(UUID.randomUUID(), 1).join()).isTrue();
    }

    @Test
    void what_still_waits_when_the_hub_stops_is_not_acknowledged() {
        var waits = sent(UUID.randomUUID(), 1);
        awaitWaiting(1);

        commits.stop();

        assertThatThrownBy(waits::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    private void awaitWaiting(int batches) {
        Eventually.holds(batches + " batches wait", () -> commits.waitingBatches() == batches);
    }

    private void awaitFirstGroup() {
        try {
            firstGroupIsOnItsWay.await();
        } catch (InterruptedException stopping) {
            throw new AssertionError(stopping);
        }
    }

    private CompletableFuture<Boolean> sent(UUID box, int readings) {
        var batch = new ReadingBatch(IntStream.range(0, readings)
                .mapToObj(_ -> Readings.bloodPressure("C0:00:00:00:00:01", 120))
                .toList());
        var delivery = new Delivery(box, UUID.randomUUID(), batch, Instant.EPOCH);
        return CompletableFuture.supplyAsync(
                () -> commits.commit(delivery), Executors.newVirtualThreadPerTaskExecutor());
    }
}
