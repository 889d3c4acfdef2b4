package org.wuduan.wearables.bluez;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.messages.MethodCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.wearables.PairingDialog;
import org.wuduan.wearables.PairingOutcome;
import org.wuduan.wearables.Radio;
import org.wuduan.wearables.RadioEvent.Reason;
import org.wuduan.wearables.RadioListener;

/** The radio of a Linux box: BlueZ (5.48 or newer) over D-Bus. Survives restarts of BlueZ and of the bus. */
public final class BlueZRadio implements Radio {
    /** Pause before the bus is tried again. */
    private static final Duration BUS_PAUSE = Duration.ofSeconds(1);

    /** BlueZ announces itself on the bus; this is only how often we look in case that was missed. */
    private static final Duration NAME_CHECK = Duration.ofSeconds(30);

    /** BlueZ itself gives up sooner: a bond that waits for a person is the longest of its answers. */
    private static final long ANSWER_MILLIS_MAX = 65_000;

    private static final Logger log = LoggerFactory.getLogger(BlueZRadio.class);

    static {
        MethodCall.setDefaultTimeout(ANSWER_MILLIS_MAX);
    }

    private final String busAddress;
    private final Admission admission;
    private volatile @Nullable BlueZSession session;
    private final Object lifecycle = new Object();
    private boolean started;
    private @Nullable EventQueue events;
    private @Nullable Thread supervisor;

    /** The wearables' clocks are set to the time of this machine. */
    public BlueZRadio(String busAddress) {
        this(busAddress, Clock.systemDefaultZone());
    }

    /**
     * A radio on a bus.
     *
     * @param busAddress a D-Bus address such as {@code unix:path=/run/bus}; empty for the system bus
     * @param clock to whose local time wearables are set
     */
    public BlueZRadio(String busAddress, Clock clock) {
        this.busAddress = busAddress;
        this.admission = new Admission(clock);
    }

    @Override
    public void start(RadioListener listener) {
        synchronized (lifecycle) {
            if (started) {
                throw new IllegalStateException("a radio is started once");
            }
            started = true;
            EventQueue queue = new EventQueue(listener);
            events = queue;
            supervisor = Thread.ofVirtual().name("radio").start(() -> supervise(new Availability(queue)));
        }
    }

    @Override
    public void stop() {
        synchronized (lifecycle) {
            started = true;
            if (events != null && supervisor != null) {
                events.end();
                supervisor.interrupt();
                Waiting.join(supervisor);
                events = null;
                supervisor = null;
            }
        }
    }

    @Override
    public void admit(Set<String> addresses) {
        admission.admit(addresses);
        wake();
    }

    @Override
    public void search(boolean on) {
        admission.search(on);
        wake();
    }

    @Override
    public void kept(String address, int sequence) {
        admission.kept(address, sequence);
    }

    @Override
    public PairingOutcome pair(String address, PairingDialog dialog) throws InterruptedException {
        BlueZSession running = session;
        return running == null ? PairingOutcome.OUT_OF_REACH : running.pair(address, dialog);
    }

    private void wake() {
        BlueZSession running = session;
        if (running != null) {
            running.wake();
        }
    }

    private void supervise(Availability availability) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!connectedSession(availability)) {
                    Thread.sleep(BUS_PAUSE);
                }
            }
        } catch (InterruptedException e) {
            log.debug("radio.stopped");
        }
    }

    /** One connection to the bus and one BlueZ on it. False when it did not come to a session. */
    private boolean connectedSession(Availability availability) throws InterruptedException {
        ObjectTree tree = new ObjectTree();
        boolean served = false;
        try (DBusConnection bus = connect(tree)) {
            String owner = awaitOwner(bus, tree, availability);
            if (owner != null) {
                served = true;
                watch(bus, tree, owner);
                serve(new BlueZSession(bus, owner, tree, new BlueZSession.Told(availability, admission)));
            }
            availability.lost(bus.isConnected() ? Reason.NO_BLUEZ : Reason.NO_BUS);
            return served;
        } catch (DBusException | DBusExecutionException | IOException e) {
            log.info("radio.session.failed error={}", e.getClass().getSimpleName());
            availability.lost(served ? Reason.NO_BLUEZ : Reason.NO_BUS);
            return false;
        }
    }

    private void serve(BlueZSession opened) throws DBusException, InterruptedException {
        session = opened;
        try {
            opened.run();
        } finally {
            session = null;
        }
    }

    private DBusConnection connect(ObjectTree tree) throws DBusException {
        DBusConnectionBuilder builder = busAddress.isEmpty()
                ? DBusConnectionBuilder.forSystemBus()
                : DBusConnectionBuilder.forAddress(busAddress);
        return builder.withShared(false)
                .withDisconnectCallback(new IDisconnectCallback() {
                    @Override
                    public void disconnectOnError(IOException e) {
                        tree.close();
                    }
                })
                .build();
    }

    private static @Nullable String ownerOf(DBusConnection bus) throws DBusException {
        DBus daemon = bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
        return daemon.NameHasOwner(BlueZ.NAME) ? daemon.GetNameOwner(BlueZ.NAME) : null;
    }

    /** The unique name of BlueZ; null when the bus was lost before there was one. */
    private static @Nullable String awaitOwner(DBusConnection bus, ObjectTree tree, Availability availability)
            throws DBusException, InterruptedException {
        AtomicInteger changes = new AtomicInteger();
        BusNames.watch(bus, s -> {
            changes.incrementAndGet();
            tree.wake();
        });
        String owner = ownerOf(bus);
        while (owner == null && !tree.isClosed()) {
            availability.lost(Reason.NO_BLUEZ);
            int before = changes.get();
            owner = ownerOf(bus);
            if (owner == null) {
                tree.await(() -> changes.get() != before, NAME_CHECK);
            }
        }
        return owner;
    }

    private static void watch(DBusConnection bus, ObjectTree tree, String owner) throws DBusException {
        BusNames.watch(bus, s -> {
            if (s.name.equals(BlueZ.NAME) && !s.newOwner.equals(owner)) {
                tree.close();
            }
        });
        if (!owner.equals(ownerOf(bus))) {
            tree.close();
        }
    }
}
