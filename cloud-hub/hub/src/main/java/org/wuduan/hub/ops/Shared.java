package org.wuduan.hub.ops;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts one question for everybody who asks within a while: strangers may ask as often as they like. */
final class Shared<T> {
    private final Supplier<T> question;
    private final Duration every;
    private final LongSupplier nanos;
    private @Nullable CompletableFuture<T> newest;
    private long askedAt;

    /**
     * @param every how long an answer serves, from the moment of its question
     * @param nanos monotonic
     */
    Shared(Supplier<T> question, Duration every, LongSupplier nanos) {
        this.question = question;
        this.every = every;
        this.nanos = nanos;
    }

    /** Waits as long as the question does. */
    T answer() {
        return newest().join();
    }

    private synchronized CompletableFuture<T> newest() {
        long now = nanos.getAsLong();
        var asked = newest;
        if (asked == null || asked.isDone() && now - askedAt >= every.toNanos()) {
            asked = CompletableFuture.supplyAsync(question, Thread.ofVirtual().name("ops-shared")::start);
            newest = asked;
            askedAt = now;
        }
        return asked;
    }
}
