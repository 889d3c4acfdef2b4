package org.wuduan.launcher;

import java.time.Duration;
import java.util.OptionalInt;

/** The process of a sibling: a child of this launcher, or one that an earlier launcher left behind. */
sealed interface Running {

    long pid();

    boolean isAlive();

    /** Waits until it has ended; answers with its status, which only a parent hears. */
    OptionalInt awaitEnd() throws InterruptedException;

    /** Started here. */
    record Child(Process process) implements Running {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public OptionalInt awaitEnd() throws InterruptedException {
            return OptionalInt.of(process.waitFor());
        }
    }

    /** Left behind by an earlier launcher: the kernel tells its end to nobody here, so it is looked at. */
    record Adopted(ProcessId id) implements Running {

        /** A patient waits for the one that died; nine looks at /proc in this time cost next to nothing. */
        private static final Duration LOOK_EVERY = Duration.ofMillis(100);

        @Override
        public long pid() {
            return id.pid();
        }

        @Override
        public boolean isAlive() {
            return id.runs();
        }

        @Override
        public OptionalInt awaitEnd() throws InterruptedException {
            while (isAlive()) {
                Thread.sleep(LOOK_EVERY);
            }
            return OptionalInt.empty();
        }
    }
}
