package org.wuduan.box;

import java.time.Duration;

/** Pauses between attempts: 0.25 s, doubling to 8 s. */
final class Backoff {
    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(8);

    private Duration pause = FIRST;

    /** The pause before the next attempt. */
    Duration next() {
        Duration now = pause;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }

    /** Whether nothing has failed since the last success. */
    boolean isFresh() {
        return pause.equals(FIRST);
    }

    /** After a success the next fault begins with the shortest pause. */
    void reset() {
        pause = FIRST;
    }
}
