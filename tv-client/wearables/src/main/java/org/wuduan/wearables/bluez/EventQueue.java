package org.wuduan.wearables.bluez;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.wearables.RadioEvent;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.RadioEvent.ValuesDropped;
import org.wuduan.wearables.RadioEvent.WearableFound;
import org.wuduan.wearables.RadioListener;

/**
 * Events on their way to the listener, which is called on a thread of its own. Values come from the thread that reads
 * the bus, which must never wait: when the queue is full they are dropped and counted. Everything else comes from
 * threads that may wait, and waits.
 */
final class EventQueue {
    /** About a quarter of an hour of a strap's values. */
    static final int EVENTS_MAX = 1024;

    /** How often who waits for room looks whether the queue has ended. */
    private static final long ROOM_CHECK_MILLIS = 100;

    private static final Logger log = LoggerFactory.getLogger(EventQueue.class);

    private final LinkedBlockingQueue<RadioEvent> waiting = new LinkedBlockingQueue<>(EVENTS_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final RadioListener listener;
    private final Thread delivery;
    private volatile boolean ended;

    EventQueue(RadioListener listener) {
        this.listener = listener;
        this.delivery = Thread.ofVirtual().name("radio-events").start(this::deliver);
    }

    /** Never waits. */
    void offer(ValueReceived value) {
        if (!waiting.offer(value)) {
            dropped.incrementAndGet();
        }
    }

    /** Never waits; what does not fit is told again soon by who says it. */
    void suggest(WearableFound found) {
        if (!waiting.offer(found)) {
            log.debug("radio.found.dropped");
        }
    }

    /**
     * Waits for room, as long as events are delivered at all. An interrupt does not break the wait, since who has said
     * that a wearable is connected must be able to say that it is lost; the interrupt is kept for later.
     */
    void put(RadioEvent event) {
        boolean interrupted = false;
        boolean accepted = false;
        while (!accepted && !ended) {
            try {
                accepted = waiting.offer(event, ROOM_CHECK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the listener has come back from its last call, unless it is the listener that calls. */
    void end() {
        ended = true;
        delivery.interrupt();
        if (Thread.currentThread() != delivery) {
            Waiting.join(delivery);
        }
    }

    private void deliver() {
        try {
            while (!ended) {
                tellTogether(waiting.take());
            }
        } catch (InterruptedException e) {
            log.debug("radio.events.ended");
        }
    }

    /** What waits now follows at once; nobody waits for more to come. */
    private void tellTogether(RadioEvent first) {
        @Nullable RadioEvent event = first;
        for (int told = 1; event != null; told++) {
            tell(event);
            event = told < RadioListener.TOGETHER_MAX ? waiting.poll() : null;
        }
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            tell(new ValuesDropped(lost));
        }
        try {
            listener.paused();
        } catch (RuntimeException e) {
            log.error("radio.listener.failed event=pause", e);
        }
    }

    private void tell(RadioEvent event) {
        if (ended) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            log.error("radio.listener.failed event={}", event.getClass().getSimpleName(), e);
        }
    }
}
