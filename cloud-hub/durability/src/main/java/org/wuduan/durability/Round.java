package org.wuduan.durability;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What happens between two power cuts: measurements that were acknowledged, and when there are enough. */
final class Round {
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final CountDownLatch batchesToCome;
    private volatile boolean ended;

    Round(int batches) {
        batchesToCome = new CountDownLatch(batches);
    }

    void acknowledged(Collection<String> measurements) {
        acknowledged.addAll(measurements);
        batchesToCome.countDown();
    }

    /** @return false when there were not enough in time: whoever should have acknowledged them does not */
    boolean hasEnoughWithin(Duration patience) throws InterruptedException {
        return batchesToCome.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void end() {
        ended = true;
    }

    boolean isOver() {
        return ended;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }
}
