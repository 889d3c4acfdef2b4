package org.wuduan.wearables.simulator;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.freedesktop.dbus.exceptions.DBusException;
import org.wuduan.wearables.gatt.Frame;

/** Household 1 on a bus, conducted by a test. Strap and oximeter are not worn until the test says so. */
public final class SimulatedRoom implements AutoCloseable {
    private final Household household;

    public SimulatedRoom(String busAddress) {
        household = new Household(busAddress, 1, Clock.systemUTC(), () -> {});
        wear("strap", false);
        wear("oximeter", false);
    }

    public void start() throws DBusException {
        household.start();
    }

    private Peripheral device(String kind) {
        return household.device(kind).orElseThrow();
    }

    /** The device measures; gives the bytes in hexadecimal. */
    public String take(String kind, Frame frame) {
        return device(kind).record(device(kind).mainProfile(), frame).bytes();
    }

    /** What the device asks for when a bond is made, as the control takes it. */
    public void passkey(String kind, String passkey) {
        device(kind).passkey(Passkey.of(passkey));
    }

    public void clockSet(String kind, boolean set) {
        device(kind).clockSet(set);
    }

    /** A glucose of so many mmol/L, with the meal fasting; gives its sequence number. */
    public int fastingGlucose(String millimoles) {
        GlucoseMeter meter = (GlucoseMeter) device("glucose");
        int sequence = meter.nextSequence();
        meter.record(
                Frames.glucose(sequence, new BigDecimal(millimoles), meter.deviceClock(), true),
                Frames.glucoseContext(sequence, 3));
        return sequence;
    }

    public void newBattery() {
        ((GlucoseMeter) device("glucose")).beginAnew();
    }

    /** The thermometer measures by its own clock. */
    public void temperature(String celsius) {
        take(
                "thermometer",
                Frames.temperature(
                        new BigDecimal(celsius), device("thermometer").deviceClock()));
    }

    public void repeat(String kind) {
        if (!device(kind).repeatLast()) {
            throw new IllegalStateException("nobody would get it");
        }
    }

    public void wear(String kind, boolean worn) {
        device(kind).worn(worn);
    }

    public void near(String kind, boolean near) {
        device(kind).near(near);
        if (!near) {
            device(kind).loseLink();
        }
    }

    public void loseLink(String kind) {
        device(kind).loseLink();
    }

    public void failPairings(String kind, int count) {
        device(kind).failPairings(count);
    }

    public void loseConfirmations(String kind, int count) {
        device(kind).loseConfirmations(count);
    }

    public Map<String, Object> state(String kind) {
        return device(kind).state();
    }

    public void power(boolean on) {
        household.bluez().power(on);
    }

    public void stopBlueZ() {
        household.bluez().stop();
    }

    public void startBlueZ() {
        try {
            household.bluez().start();
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        household.close();
    }
}
