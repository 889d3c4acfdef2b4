package org.wuduan.wearables.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.exceptions.DBusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.wearables.simulator.Peripheral.Identity;

/** The simulated devices of one household, the BlueZ before them, and the one thread on which devices send. */
public final class Household implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Household.class);

    private final Map<String, Peripheral> peripherals = new LinkedHashMap<>();
    private final SimulatedBlueZ bluez;
    private final ScheduledExecutorService pump = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("devices").factory());

    /**
     * Makes the devices, all worn; nothing is on the bus yet. The cuff, the strap and the oximeter are near; the others
     * advertise once they are brought near, as devices do that somebody switches on, and the neighbour's cuff is one of
     * another household.
     *
     * @param number 1–255; device D of household H has the address C0:00:00:00:0H:0D, the neighbour's C0:00:00:01:0H:01
     * @param busLost called when the bus ends
     */
    public Household(String busAddress, int number, Clock clock, Runnable busLost) {
        add(new Cuff(new Identity("cuff", address(number, 1), "SimBP"), clock));
        add(new Strap(new Identity("strap", address(number, 2), "SimHR"), clock, number));
        add(new Oximeter(new Identity("oximeter", address(number, 3), "SimPLX"), clock, number));
        addSwitchedOff(new Thermometer(new Identity("thermometer", address(number, 4), "SimThermo"), clock));
        addSwitchedOff(new Scale(new Identity("scale", address(number, 5), "SimScale"), clock));
        addSwitchedOff(new GlucoseMeter(new Identity("glucose", address(number, 6), "SimGluco"), clock));
        addSwitchedOff(new Cuff(new Identity("neighbour", "C0:00:00:01:%02X:01".formatted(number), "SimBP"), clock));
        bluez = new SimulatedBlueZ(busAddress, List.copyOf(peripherals.values()), busLost);
    }

    private static String address(int household, int device) {
        return "C0:00:00:00:%02X:%02X".formatted(household, device);
    }

    private void addSwitchedOff(Peripheral peripheral) {
        peripheral.near(false);
        add(peripheral);
    }

    private void add(Peripheral peripheral) {
        peripherals.put(peripheral.identity().kind(), peripheral);
        peripheral.wakenBy(() -> pump(peripheral::flush));
    }

    private void pump(Runnable work) {
        try {
            pump.execute(() -> carefully(work));
        } catch (RejectedExecutionException e) {
            log.debug("simulator.closed");
        }
    }

    /** A fault of one device must not stop the clock of all. */
    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("simulator.device.failed", e);
        }
    }

    /** Puts BlueZ on the bus and lets time pass. */
    public void start() throws DBusException {
        bluez.start();
        pump.scheduleAtFixedRate(() -> carefully(this::second), 1, 1, TimeUnit.SECONDS);
    }

    private void second() {
        bluez.second();
        peripherals.values().forEach(peripheral -> {
            peripheral.flush();
            peripheral.second();
        });
    }

    SimulatedBlueZ bluez() {
        return bluez;
    }

    Optional<Peripheral> device(String kind) {
        return Optional.ofNullable(peripherals.get(kind));
    }

    List<Peripheral> devices() {
        return List.copyOf(peripherals.values());
    }

    @Override
    public void close() {
        pump.shutdownNow();
        bluez.stop();
    }
}
