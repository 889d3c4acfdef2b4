package org.wuduan.wearables.simulator;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluez.Error.Failed;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;
import org.wuduan.wearables.simulator.Frames.DeviceClock;

/**
 * A simulated device: what lives in its own housing, and so outlives links and restarts of BlueZ. Its state is guarded
 * by its monitor.
 */
abstract sealed class Peripheral permits Keeping, Strap, Oximeter, GlucoseMeter {
    /** What a device without a set clock shows when its battery is put in. */
    private static final LocalDateTime CLOCK_START = LocalDateTime.of(2000, 1, 1, 0, 0, 0);

    /** Its clock, where it lets itself be set. */
    static final UUID CURRENT_TIME = Profile.assigned(0x2A2B);

    static final UUID DATE_TIME = Profile.assigned(0x2A08);

    private final Identity identity;
    private final Clock clock;
    private final Instant poweredOn;
    private @Nullable Link link;
    private @Nullable Sent last;
    private volatile Runnable waker = () -> {};
    private boolean near = true;
    private boolean worn = true;
    private boolean bonded;
    private boolean clockSet = true;
    private Duration clockAhead = Duration.ZERO;
    private Passkey passkey = Passkey.NONE;
    private int pairingFailures;
    private int unconfirmed;
    private long recorded;
    private long sent;

    Peripheral(Identity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
        this.poweredOn = clock.instant();
    }

    /**
     * Who it is.
     *
     * @param kind as the control names it, for example cuff
     * @param address Bluetooth device address
     * @param name as advertised
     */
    record Identity(String kind, String address, String name) {}

    /** One GATT characteristic that it offers. */
    record Characteristic(UUID service, UUID uuid, List<String> flags, boolean needsBond) {}

    /** The radio link while there is one. */
    interface Link {
        boolean isSubscribed(UUID characteristic);

        /** Hands a value to BlueZ. False when that failed. */
        boolean deliver(UUID characteristic, Frame value);

        void lose();
    }

    private record Sent(UUID characteristic, Frame value) {}

    Identity identity() {
        return identity;
    }

    /** Who runs {@link #flush} when there may be something to send. */
    final void wakenBy(Runnable pump) {
        waker = pump;
    }

    /** Something changed that may let waiting values go. */
    final void wake() {
        waker.run();
    }

    abstract List<Characteristic> characteristics();

    /** Takes a measurement of the profile; what becomes of it is the device's nature. */
    abstract Recorded record(Profile profile, Frame frame);

    /** The profile of a measurement when the control does not name one. */
    abstract Profile mainProfile();

    /** Sends what is waiting, if somebody is subscribed. Runs on the simulator's pump. */
    abstract void flush();

    /** A second has passed. Runs on the simulator's pump. */
    abstract void second();

    /** Measurements that it keeps. */
    abstract int stored();

    /** What reading a characteristic gives; measurements are not readable. */
    Frame read(UUID characteristic) {
        return Frame.ofHex("0000");
    }

    /** Somebody writes to a control point, or sets the clock. */
    void written(UUID characteristic, byte[] value) {
        if (characteristic.equals(CURRENT_TIME) && value.length == 10
                || characteristic.equals(DATE_TIME) && value.length == 7) {
            setClock(value);
        } else {
            throw new Failed("Operation failed with ATT error: 0x03");
        }
    }

    private synchronized void setClock(byte[] time) {
        try {
            LocalDateTime told = LocalDateTime.of(
                    (time[0] & 0xFF) | (time[1] & 0xFF) << 8, time[2], time[3], time[4], time[5], time[6]);
            clockAhead = Duration.between(LocalDateTime.now(clock).withNano(0), told);
            clockSet = true;
        } catch (DateTimeException e) {
            throw new Failed("Operation failed with ATT error: 0x80");
        }
    }

    /**
     * Receipt of a measurement.
     *
     * @param id number that the device counts up
     * @param bytes what it will send
     * @param kept false when the device has no memory and nobody is subscribed
     */
    record Recorded(String id, String bytes, boolean kept) {}

    final synchronized Recorded receipt(Frame frame, boolean kept) {
        recorded++;
        wake();
        return new Recorded(identity.kind + "-" + recorded, frame.hex(), kept);
    }

    /** What the device's clock shows now. */
    final synchronized DeviceClock deviceClock() {
        return clockSet
                ? new DeviceClock(LocalDateTime.now(clock).withNano(0).plus(clockAhead), true)
                : new DeviceClock(CLOCK_START.plus(Duration.between(poweredOn, clock.instant())), false);
    }

    final synchronized boolean isSubscribed(UUID characteristic) {
        return link != null && link.isSubscribed(characteristic);
    }

    /** Sends a value. False when nobody is subscribed, or when it was not confirmed: a careful device then keeps it. */
    final synchronized boolean send(UUID characteristic, Frame value) {
        Link current = link;
        if (current == null || !current.isSubscribed(characteristic) || !current.deliver(characteristic, value)) {
            return false;
        }
        sent++;
        last = new Sent(characteristic, value);
        if (unconfirmed > 0) {
            unconfirmed--;
            current.lose();
            return false;
        }
        return true;
    }

    /** Sends the last value again, as some devices do. False when there is none or nobody is subscribed. */
    final synchronized boolean repeatLast() {
        return last != null && send(last.characteristic, last.value);
    }

    final synchronized void connected(Link established) {
        link = established;
    }

    final synchronized void disconnected() {
        link = null;
    }

    final void loseLink() {
        Link current;
        synchronized (this) {
            current = link;
        }
        if (current != null) {
            current.lose();
        }
    }

    final synchronized void near(boolean isNear) {
        near = isNear;
    }

    final synchronized boolean isNear() {
        return near;
    }

    final synchronized void worn(boolean isWorn) {
        worn = isWorn;
    }

    final synchronized boolean isWorn() {
        return worn;
    }

    final synchronized void clockSet(boolean isSet) {
        clockAhead = Duration.ZERO;
        clockSet = isSet;
    }

    /** What it asks for when a bond is made. */
    final synchronized void passkey(Passkey wanted) {
        passkey = wanted;
    }

    final synchronized Passkey passkey() {
        return passkey;
    }

    final synchronized boolean isBonded() {
        return bonded;
    }

    final synchronized void bonded(boolean isBonded) {
        bonded = isBonded;
    }

    final synchronized void failPairings(int count) {
        pairingFailures = count;
    }

    /** Whether the pairing that begins now fails. */
    final synchronized boolean pairingFails() {
        if (pairingFailures > 0) {
            pairingFailures--;
            return true;
        }
        return false;
    }

    /** The next indications reach BlueZ, but the link breaks before the device hears the confirmation. */
    final synchronized void loseConfirmations(int count) {
        unconfirmed = count;
    }

    final synchronized Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("device", identity.kind);
        state.put("address", identity.address);
        state.put("name", identity.name);
        state.put("connected", link != null);
        state.put("subscribed", characteristics().stream().anyMatch(c -> isSubscribed(c.uuid())));
        state.put("bonded", bonded);
        state.put("near", near);
        state.put("worn", worn);
        state.put("recorded", recorded);
        state.put("sent", sent);
        state.put("stored", stored());
        return state;
    }
}
