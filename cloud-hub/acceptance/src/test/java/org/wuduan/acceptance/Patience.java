package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a state, generously: a story never asserts how long something took. */
final class Patience {
    /** Seven terminals with pictures and sound on two slow cores: a page that is loaded anew may need minutes. */
    static final Duration USUAL = Duration.ofMinutes(4);

    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    private static final Duration LOOK_CALMLY_EVERY = Duration.ofSeconds(1);

    private Patience() {}

    static void until(String what, BooleanSupplier holds) {
        until(what, USUAL, holds);
    }

    static void until(String what, Duration atMost, BooleanSupplier holds) {
        until(atMost, LOOK_EVERY, () -> holds.getAsBoolean() ? "" : what);
    }

    /** Waits until nothing is missing; what was missing last is told when patience ends. */
    static void untilNothingIsMissing(Supplier<String> missing) {
        until(USUAL, LOOK_EVERY, missing);
    }

    /** The same for what stays once it has come: to look at every picture takes from the machine that has to bring them. */
    static void calmlyUntilNothingIsMissing(Supplier<String> missing) {
        until(USUAL, LOOK_CALMLY_EVERY, missing);
    }

    /** Waits until these assertions pass; the last failure is told when patience ends. */
    static void untilItPasses(Runnable assertions) {
        var failure = new AtomicReference<AssertionError>();
        try {
            until(USUAL, LOOK_EVERY, () -> {
                try {
                    assertions.run();
                    return "";
                } catch (AssertionError notYet) {
                    failure.set(notYet);
                    return "see the cause";
                }
            });
        } catch (AssertionError never) {
            never.initCause(failure.get());
            throw never;
        }
    }

    private static void until(Duration atMost, Duration every, Supplier<String> missing) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            var left = missing.get();
            if (left.isEmpty()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + left);
            }
            LockSupport.parkNanos(every.toNanos());
        }
    }

    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
