package org.wuduan.box;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.wuduan.box.Outbox.Outcome;
import org.wuduan.box.Outbox.Received;
import org.wuduan.contract.Reading;
import org.wuduan.wearables.RadioEvent;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.RadioEvent.ValuesDropped;
import org.wuduan.wearables.RadioListener;
import org.wuduan.wearables.gatt.Decoded;
import org.wuduan.wearables.gatt.Decoders;

/**
 * From the radio into the outbox, on the radio's thread: its queue is the only one. What the radio tells without a pause is
 * written in one commit, at the pause; the next value waits until that is on disk. While the disk takes nothing, the
 * newest readings stay in memory and are tried again; they are not saved and nobody is told that they are.
 */
final class Intake implements RadioListener {
    /** Readings that wait in memory for a disk that takes nothing; the oldest goes first, and is counted. */
    static final int UNSAVED_MAX = 500;

    private final Outbox outbox;
    private final Readings readings;
    private final ReadingNews news;
    private final Clocks clocks;
    private final EventLog log;
    private final Deque<Received> unsaved = new ArrayDeque<>();
    private long malformed;
    private long implausible;
    private long lost;

    Intake(Outbox outbox, Readings readings, ReadingNews news, Clocks clocks, EventLog log) {
        this.outbox = outbox;
        this.readings = readings;
        this.news = news;
        this.clocks = clocks;
        this.log = log;
    }

    /** @param wall may be wrong or set; @param boot is neither, but ends with the machine */
    record Clocks(InstantSource wall, BootClock boot) {}

    /** Counts since the start. @param lost readings for which neither disk nor memory had room */
    record Counts(long malformed, long implausible, long lost) {}

    @Override
    public void accept(RadioEvent event) {
        switch (event) {
            case ValueReceived value -> take(value);
            case ValuesDropped dropped -> lose(dropped.count(), "radio-queue-full");
            case RadioEvent.WearableFound _,
                    RadioEvent.WearableSeen _,
                    RadioEvent.WearableConnected _,
                    RadioEvent.WearableLost _,
                    RadioEvent.PairingFailed _,
                    RadioEvent.RadioUnavailable _,
                    RadioEvent.RadioBack _ -> {}
        }
    }

    @Override
    public void paused() {
        saveUnsaved();
    }

    synchronized Counts counts() {
        return new Counts(malformed, implausible, lost);
    }

    /** Saves what has come since the last pause, and tries again what the disk did not take; called from time to time. */
    void saveUnsaved() {
        List<Reading> saved = new ArrayList<>();
        synchronized (this) {
            if (unsaved.isEmpty()) {
                return;
            }
            while (!unsaved.isEmpty() && saveTogether(saved)) {
                // until all are saved, or the disk takes no more
            }
        }
        saved.forEach(news::saved);
        news.changed();
    }

    /** @return whether the disk takes readings */
    private boolean saveTogether(List<Reading> saved) {
        List<Received> together =
                unsaved.stream().limit(RadioListener.TOGETHER_MAX).toList();
        for (Outcome outcome : outbox.save(together)) {
            if (outcome == Outcome.CANNOT_WRITE) {
                return false;
            }
            Reading reading = unsaved.removeFirst().reading();
            if (outcome == Outcome.SAVED) {
                saved.add(reading);
            } else {
                lose(1, "outbox-full");
            }
        }
        return true;
    }

    private synchronized void take(ValueReceived value) {
        Decoded decoded = Decoders.decode(value.profile(), value.frame());
        count(decoded);
        Reading reading = readings.of(value.wearable(), decoded, clocks.wall().instant());
        unsaved.addLast(new Received(reading, clocks.boot().now().orElse(null)));
        if (unsaved.size() > UNSAVED_MAX) {
            unsaved.removeFirst();
            lose(1, "disk-full");
        }
    }

    private synchronized void count(Decoded decoded) {
        switch (decoded) {
            case Decoded.Measurement _ -> {}
            case Decoded.Implausible one -> {
                implausible++;
                log.event("reading.implausible", "profile", one.profile(), "sinceStart", implausible);
            }
            case Decoded.Malformed one -> {
                malformed++;
                log.event(
                        "reading.malformed", "profile", one.profile(), "reason", one.reason(), "sinceStart", malformed);
            }
        }
    }

    private synchronized void lose(long count, String why) {
        lost += count;
        log.event("readings.lost", "count", count, "why", why, "sinceStart", lost);
    }
}
