package org.wuduan.box;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Whether the hub can be reached: every answer and every frame of it counts, and after some silence the box asks for
 * {@code /health}. Two failed questions in a row mean that it is down.
 */
final class HubLink {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration ASK_AFTER_SILENCE = Duration.ofMillis(2_500);
    private static final Duration ASK_WHILE_DOWN = Duration.ofMillis(1_000);
    private static final Duration HEALTH_WITHIN = Duration.ofMillis(1_000);
    private static final int FAILURES_OF_DOWN = 2;

    private final HubHttp hub;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final EventLog log;
    private final Runnable changed;
    private boolean up;
    private Instant since;
    private long lastAskedOrHeard;
    private int failures = FAILURES_OF_DOWN;
    private boolean asking;

    /** The link begins as down. @param changed called after each change, on any thread */
    HubLink(HubHttp hub, Clocks clocks, EventLog log, Runnable changed) {
        this.hub = hub;
        this.clock = clocks.wall();
        this.nanos = clocks.nanos();
        this.log = log;
        this.changed = changed;
        this.since = clock.instant();
        this.lastAskedOrHeard = nanos.getAsLong() - ASK_AFTER_SILENCE.toNanos();
    }

    /** @param wall for people; @param nanos monotonic, for durations */
    record Clocks(InstantSource wall, LongSupplier nanos) {}

    /** Whether, and since when. */
    record Reach(boolean up, Instant since) {}

    void watch(Vertx vertx) {
        vertx.setPeriodic(1, LOOK_EVERY.toMillis(), _ -> look());
    }

    synchronized Reach reach() {
        return new Reach(up, since);
    }

    /** The hub has just said something. */
    void heard() {
        boolean news;
        synchronized (this) {
            lastAskedOrHeard = nanos.getAsLong();
            failures = 0;
            news = !up;
            become(true);
        }
        tell(news);
    }

    private void look() {
        synchronized (this) {
            Duration silence = up && failures == 0 ? ASK_AFTER_SILENCE : ASK_WHILE_DOWN;
            if (asking || nanos.getAsLong() - lastAskedOrHeard < silence.toNanos()) {
                return;
            }
            asking = true;
            lastAskedOrHeard = nanos.getAsLong();
        }
        hub.get("/health", HEALTH_WITHIN).onComplete(answer -> {
            synchronized (this) {
                asking = false;
            }
            if (answer.succeeded() && answer.result().status() == 200) {
                heard();
            } else {
                failed();
            }
        });
    }

    private void failed() {
        boolean news;
        synchronized (this) {
            failures = Math.min(failures + 1, FAILURES_OF_DOWN);
            news = up && failures == FAILURES_OF_DOWN;
            if (news) {
                become(false);
            }
        }
        tell(news);
    }

    private void become(boolean now) {
        if (up != now) {
            up = now;
            since = clock.instant();
        }
    }

    private void tell(boolean news) {
        if (news) {
            log.event(reach().up() ? "hub.up" : "hub.down");
            changed.run();
        }
    }
}
