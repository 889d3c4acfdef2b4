package org.wuduan.hub.ops;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataAccessException;

/**
 * Asks something that may not answer, and waits for it only so long: a database that is stopped or cut off keeps whoever
 * asks it waiting for ever. While one question waits, no other is put.
 */
final class Bounded<T> {
    private final Callable<T> question;
    private final Duration patience;
    private final AtomicBoolean asking = new AtomicBoolean();

    Bounded(Callable<T> question, Duration patience) {
        this.question = question;
        this.patience = patience;
    }

    /** The answer; empty when there is none in time, or the database can't be reached. */
    Optional<T> answer() {
        if (!asking.compareAndSet(false, true)) {
            return Optional.empty();
        }
        var answer = new CompletableFuture<T>();
        Thread.ofVirtual().name("ops-question").start(() -> ask(answer));
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silent) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof DataAccessException) {
                return Optional.empty();
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void ask(CompletableFuture<T> answer) {
        try {
            var told = question.call();
            // first, or whoever hears the answer and asks again at once is sent away
            asking.set(false);
            answer.complete(told);
        } catch (Exception failed) {
            asking.set(false);
            answer.completeExceptionally(failed);
        }
    }
}
