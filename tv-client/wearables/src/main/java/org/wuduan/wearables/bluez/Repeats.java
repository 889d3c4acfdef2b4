package org.wuduan.wearables.bluez;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.models.DeviceModels;

/**
 * Drops the second of two equal values of a model that is known to send each measurement twice. Of every other model equal
 * values are real, or are recognised later by their device time.
 */
final class Repeats {
    /** Nobody weighs oneself twice within so short a time. */
    private static final long WITHIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Map<String, Sent> newest = new ConcurrentHashMap<>();

    private record Sent(Frame frame, long nanos) {}

    boolean isRepeat(ValueReceived value) {
        return isRepeat(value, System.nanoTime());
    }

    boolean isRepeat(ValueReceived value, long nanos) {
        if (!DeviceModels.KNOWN.of(value.wearable().model()).repeatsValues()) {
            return false;
        }
        String source = value.wearable().address() + " " + value.profile();
        Sent before = newest.put(source, new Sent(value.frame(), nanos));
        return before != null && before.frame.equals(value.frame()) && nanos - before.nanos < WITHIN_NANOS;
    }
}
