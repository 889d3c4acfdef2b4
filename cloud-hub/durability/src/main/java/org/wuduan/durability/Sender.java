package org.wuduan.durability;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of many that deliver readings at once. What was not acknowledged it sends again: under the same ids, as a box does, or
 * under new ones, as a device does that repeats what it has stored.
 */
final class Sender {
    private static final int BATCH_MAX = 40;
    private static final long PAUSE_NANOS = 20_000_000;

    private final BoxClient box;
    private final int number;
    private List<Sent> unanswered = List.of();
    private @Nullable Thread thread;

    private record Sent(UUID id, long measurement) {
        Sent underANewId() {
            return new Sent(UUID.randomUUID(), measurement);
        }
    }

    Sender(BoxClient box, int number) {
        this.box = box;
        this.number = number;
    }

    void start(Round round, SplittableRandom chance) {
        thread = Thread.ofPlatform().name("sender-" + number).daemon().start(() -> send(round, chance));
    }

    void awaitEnd() throws InterruptedException {
        var running = thread;
        if (running != null) {
            running.join();
        }
    }

    private void send(Round round, SplittableRandom chance) {
        try {
            while (!round.isOver()) {
                var batch = next(chance);
                if (box.delivers(json(batch))) {
                    unanswered = List.of();
                    round.acknowledged(measurements(batch));
                } else {
                    unanswered = batch;
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Sent> next(SplittableRandom chance) {
        if (unanswered.isEmpty()) {
            return Stream.generate(() -> new Sent(UUID.randomUUID(), Samples.fresh()))
                    .limit(1 + chance.nextInt(BATCH_MAX))
                    .toList();
        }
        return chance.nextBoolean()
                ? unanswered
                : unanswered.stream().map(Sent::underANewId).toList();
    }

    private static Set<String> measurements(List<Sent> batch) {
        return batch.stream()
                .map(sent -> Samples.bytes(sent.measurement()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String json(List<Sent> batch) {
        return batch.stream()
                .map(sent -> Samples.json(sent.id(), sent.measurement()))
                .collect(Collectors.joining(",", "{\"readings\":[", "]}"));
    }
}
