package org.wuduan.hub.vitals;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.wuduan.contract.ReadingBatch;

/** A box's batch that waits for its commit. */
final class Delivery {
    private final UUID box;
    private final UUID household;
    private final ReadingBatch batch;
    private final Instant arrivedAt;
    private final CompletableFuture<Void> commit = new CompletableFuture<>();

    Delivery(UUID box, UUID household, ReadingBatch batch, Instant arrivedAt) {
        this.box = box;
        this.household = household;
        this.batch = batch;
        this.arrivedAt = arrivedAt;
    }

    UUID box() {
        return box;
    }

    UUID household() {
        return household;
    }

    ReadingBatch batch() {
        return batch;
    }

    /** By the hub's clock: what a reading's own times are measured against, however long the batch then waits. */
    Instant arrivedAt() {
        return arrivedAt;
    }

    int size() {
        return batch.readings().size();
    }

    void committed() {
        commit.complete(null);
    }

    void failed(Throwable why) {
        commit.completeExceptionally(why);
    }

    /** Returns when every reading is on disk; throws what kept them from it. */
    void awaitCommit() {
        try {
            commit.join();
        } catch (CompletionException failure) {
            switch (failure.getCause()) {
                case RuntimeException why -> throw why;
                case Error why -> throw why;
                case null, default -> throw failure;
            }
        }
    }
}
