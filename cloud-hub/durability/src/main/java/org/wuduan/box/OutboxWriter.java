package org.wuduan.box;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.wuduan.box.BootClock.Tick;
import org.wuduan.box.Outbox.Outcome;
import org.wuduan.box.Outbox.Received;
import org.wuduan.box.Outbox.Waiting;
import org.wuduan.durability.Samples;

/**
 * A process that does with a box's outbox what a box does, as fast as it can, and says each thing once it is done: what it
 * found at its start, what is saved, what it is about to settle, what is settled. It lies in the box's package because the
 * outbox is nobody else's.
 */
@NullMarked
public final class OutboxWriter {
    public static final String FOUND = "found";
    public static final String SAVED = "saved";
    public static final String SETTLING = "settling";
    public static final String SETTLED = "settled";

    private static final int TOGETHER_MAX = 5;
    private static final int SETTLED_TOGETHER = 40;
    private static final int SAVES_PER_SETTLING = 12;
    private static final Tick UP = new Tick("durability", 1_000);

    private final Outbox outbox;
    private final SplittableRandom chance;
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    private OutboxWriter(Outbox outbox, long seed) {
        this.outbox = outbox;
        chance = new SplittableRandom(seed);
    }

    /** @param arguments the box's folder, and a seed */
    public static void main(String[] arguments) throws IOException {
        try (var outbox = Outbox.open(Path.of(arguments[0]), Outbox.Limits.OF_A_BOX)) {
            new OutboxWriter(outbox, Long.parseLong(arguments[1])).work();
        }
    }

    private void work() throws IOException {
        say(
                FOUND,
                outbox.oldest(Integer.MAX_VALUE, Integer.MAX_VALUE, Set.of()).stream()
                        .map(Waiting::id)
                        .toList());
        while (true) {
            if (chance.nextInt(SAVES_PER_SETTLING) == 0) {
                settle();
            }
            save();
        }
    }

    private void save() {
        var readings = Stream.generate(() -> Samples.reading(UUID.randomUUID(), chance.nextLong() >>> 1))
                .limit(1 + chance.nextInt(TOGETHER_MAX))
                .toList();
        var outcomes = outbox.save(
                readings.stream().map(reading -> new Received(reading, UP)).toList());
        if (outcomes.stream().anyMatch(outcome -> outcome != Outcome.SAVED)) {
            throw new IllegalStateException("the outbox kept not everything: " + outcomes);
        }
        say(SAVED, readings.stream().map(reading -> reading.id()).toList());
    }

    private void settle() throws IOException {
        var oldest = outbox.oldest(SETTLED_TOGETHER, Integer.MAX_VALUE, Set.of()).stream()
                .map(Waiting::id)
                .toList();
        say(SETTLING, oldest);
        outbox.settle(oldest, List.of(), Instant.EPOCH);
        say(SETTLED, oldest);
    }

    private void say(String what, List<UUID> ids) {
        out.println(what + " " + ids.stream().map(UUID::toString).collect(Collectors.joining(" ")));
        out.flush();
    }
}
