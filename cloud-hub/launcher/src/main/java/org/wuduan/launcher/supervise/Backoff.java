package org.wuduan.launcher.supervise;

import java.time.Duration;

/**
 * How long a sibling that died waits for its next start: twice as long each time, up to a bound.
 *
 * @param first wait after the first death
 * @param longest no wait is longer
 * @param stableAfter one that has answered and then ran this long begins again with {@code first}
 * @param toldAfter deaths in a row after which it is told that it keeps dying; if it was never ready, the start as a whole
 *     has failed
 * @param startWithin one that has not answered for so long after its start hangs, and is killed
 * @param adoptedWithin one that an earlier launcher started runs already: it hangs when it is silent for so long
 */
public record Backoff(
        Duration first,
        Duration longest,
        Duration stableAfter,
        int toldAfter,
        Duration startWithin,
        Duration adoptedWithin) {

    /** A patient waits for the one that died, so the longest wait is short; migrations of a first start take 10 s. */
    public static final Backoff USUAL = new Backoff(
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            5,
            Duration.ofSeconds(120),
            Duration.ofSeconds(40));

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || toldAfter < 1) {
            throw new IllegalArgumentException("a wait must be positive and not longer than the longest");
        }
        if (!startWithin.isPositive() || !adoptedWithin.isPositive()) {
            throw new IllegalArgumentException("a start needs time");
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
