package org.wuduan.hub.vitals;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Lets the batches of many boxes share a commit: while one group is on its way to the disk, the next gathers. Who comes
 * alone is committed at once. A batch that the database refuses spoils no other: its group is then taken one by one.
 */
@Component
class SharedCommit implements SmartLifecycle {
    /** Most readings of one transaction; a group ends with the batch that reaches it. */
    static final int READINGS_OF_A_COMMIT_MAX = 5_000;

    /** Readings that wait or are being committed; at about 1 KiB each they fit the hub's memory many times over. */
    static final int READINGS_WAITING_MAX = 10_000;

    /** How long a batch waits for room before the box is told to come again. */
    static final Duration ROOM_WITHIN = Duration.ofSeconds(5);

    private static final Timer COMMITS = Timer.builder("wuduan.readings.commit")
            .description("commits of readings, also those that failed")
            .serviceLevelObjectives(
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2))
            .register(Metrics.globalRegistry);

    /** Keeps a group of batches in one transaction. */
    interface Keeping {
        void keep(List<Delivery> group);
    }

    private final Keeping keeping;
    private final Duration roomWithin;
    private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(READINGS_WAITING_MAX, true);
    private volatile @Nullable Thread committer;

    @Autowired
    SharedCommit(ReadingStore store) {
        this(store, ROOM_WITHIN);
    }

    SharedCommit(Keeping keeping, Duration roomWithin) {
        this.keeping = keeping;
        this.roomWithin = roomWithin;
    }

    /**
     * Returns when the batch is committed; throws what kept it from that.
     *
     * @return false when too much waits already: nothing was kept
     */
    boolean commit(Delivery delivery) {
        if (!hasRoomFor(delivery)) {
            return false;
        }
        try {
            waiting.add(delivery);
            delivery.awaitCommit();
            return true;
        } finally {
            room.release(delivery.size());
        }
    }

    private boolean hasRoomFor(Delivery delivery) {
        try {
            return room.tryAcquire(delivery.size(), roomWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Batches that wait for the next commits. */
    int waitingBatches() {
        return waiting.size();
    }

    private void commitGroups() {
        try {
            while (isRunning()) {
                commitTogether(nextGroup());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Delivery> nextGroup() throws InterruptedException {
        var group = new ArrayList<Delivery>();
        var next = waiting.take();
        int readings = 0;
        while (next != null) {
            group.add(next);
            readings += next.size();
            next = readings < READINGS_OF_A_COMMIT_MAX ? waiting.poll() : null;
        }
        return group;
    }

    private void commitTogether(List<Delivery> group) {
        try {
            COMMITS.record(() -> keeping.keep(group));
            group.forEach(Delivery::committed);
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException databaseIsAway) {
            group.forEach(delivery -> delivery.failed(databaseIsAway));
        } catch (RuntimeException | Error oneOfThemIsToBlame) {
            if (group.size() == 1) {
                group.getFirst().failed(oneOfThemIsToBlame);
            } else {
                group.forEach(delivery -> commitTogether(List.of(delivery)));
            }
        }
    }

    @Override
    public void start() {
        committer = Thread.ofPlatform().name("readings-commit").daemon().unstarted(this::commitGroups);
        committer.start();
    }

    /** Before the web server starts, and after it has answered its last request. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        var running = committer;
        committer = null;
        if (running != null) {
            running.interrupt();
        }
        for (var left = waiting.poll(); left != null; left = waiting.poll()) {
            left.failed(new IllegalStateException("the hub is stopping"));
        }
    }

    @Override
    public boolean isRunning() {
        return committer != null;
    }
}
