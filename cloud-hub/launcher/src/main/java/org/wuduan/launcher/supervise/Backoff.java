package org.wuduan.launcher.supervise;

import java.time.Duration;

/**
 * How long a sibling that died waits for its next start: twice as long each time, up to a bound.
 *
 * @param first wait after the first death
 * @param longest no wait is longer
 * @param stableAfter one that ran this long begins again with {@code first}
 * @param givenUpAfter deaths in a row, without ever having been ready, after which the start as a whole has failed
 */
public record Backoff(Duration first, Duration longest, Duration stableAfter, int givenUpAfter) {

    public static final Backoff USUAL =
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofSeconds(10), 5);

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || givenUpAfter < 1) {
            throw new IllegalArgumentException("a wait must be positive and not longer than the longest");
        }
    }

    /**
     * The wait before the next start.
     *
     * @param deaths deaths in a row, at least one
     */
    public Duration waitAfter(int deaths) {
        var wait = first;
        for (int i = 1; i < deaths && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
