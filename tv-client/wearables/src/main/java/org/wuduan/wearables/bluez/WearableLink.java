package org.wuduan.wearables.bluez;

import static org.wuduan.wearables.bluez.BlueZ.CHARACTERISTIC;
import static org.wuduan.wearables.bluez.BlueZ.DEVICE;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.bluez.Error.AlreadyConnected;
import org.bluez.Error.AlreadyExists;
import org.bluez.Error.InProgress;
import org.bluez.Error.NotAuthorized;
import org.bluez.Error.NotPermitted;
import org.bluez.Error.NotSupported;
import org.bluez.Error.PairingRefused;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.wearables.RadioEvent.PairingFailed;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.RadioEvent.WearableConnected;
import org.wuduan.wearables.RadioEvent.WearableLost;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.gatt.Decoded;
import org.wuduan.wearables.gatt.Decoders;
import org.wuduan.wearables.gatt.Profile;
import org.wuduan.wearables.models.DeviceModel;
import org.wuduan.wearables.models.DeviceModel.ClockSetting;
import org.wuduan.wearables.models.DeviceModels;

/**
 * Keeps one wearable connected, on a thread of its own and as a straight story: connect, wait for the services,
 * subscribe (bonding when the device asks for it), fetch what it stored, wait for the end of the link, begin again.
 */
final class WearableLink implements Runnable {
    /** Record Access Control Point. */
    static final UUID RACP = Profile.assigned(0x2A52);

    /** How long the news of a new link may be behind the answer to the call that made it. */
    private static final Duration CONNECTED_LIMIT = Duration.ofSeconds(5);

    /** How long reading the services of a device may take. */
    private static final Duration SERVICES_LIMIT = Duration.ofSeconds(30);

    /** Pauses before the next attempt, by the failures so far; the last one repeats. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30));

    private static final Duration FOREVER = Duration.ofDays(365);
    private static final Logger log = LoggerFactory.getLogger(WearableLink.class);

    private final BlueZ bluez;
    private final String path;
    private final Wearable wearable;
    private final PairingAgent agent;
    private final EventQueue events;
    private final Admission admission;
    private final DeviceModel model;
    private final Set<String> notifying = new LinkedHashSet<>();
    private volatile @Nullable RecordFetch fetch;
    private volatile boolean ended;
    private volatile long advertisements;
    private volatile OptionalInt newestSequence = OptionalInt.empty();

    /** What all links share. */
    record Parts(PairingAgent agent, EventQueue events, Admission admission) {}

    WearableLink(BlueZ bluez, String path, Wearable wearable, Parts parts) {
        this.bluez = bluez;
        this.path = path;
        this.wearable = wearable;
        this.agent = parts.agent();
        this.events = parts.events();
        this.admission = parts.admission();
        this.model = DeviceModels.KNOWN.of(wearable.model());
    }

    Wearable wearable() {
        return wearable;
    }

    /** Asks the link to end; the thread ends soon after. */
    void end() {
        ended = true;
        bluez.tree().wake();
    }

    /** The device was heard: a good moment to connect. Called on the thread that reads the bus only. */
    void advertised() {
        advertisements = advertisements + 1;
        bluez.tree().wake();
    }

    /** Asks for more on a thread of its own: the one that reads the bus must not wait for an answer of the bus. */
    void recordsAnswered(byte[] answer) {
        RecordFetch asking = fetch;
        if (asking != null) {
            Thread.ofVirtual().name("wearable-records").start(() -> asking.answered(answer, newestSequence));
        }
    }

    /** A numbered record came over this link. Called on the thread that reads the bus. */
    void received(ValueReceived value) {
        if (Decoders.decode(value.profile(), value.frame()) instanceof Decoded.Measurement measurement
                && measurement.details().sequence() != null) {
            int sequence = measurement.details().sequence();
            newestSequence = OptionalInt.of(Math.max(sequence, newestSequence.orElse(0)));
        }
    }

    /** How an attempt ended. */
    private enum Outcome {
        /** Subscribed; later the link ended. */
        WORKED,
        /** No link came about. */
        NOT_REACHED,
        /** There was a link, but the device or BlueZ did not let us work. */
        REFUSED
    }

    @Override
    public void run() {
        int failures = 0;
        try {
            while (!ended && !bluez.tree().isClosed()) {
                long heard = advertisements;
                Outcome outcome = attempt();
                failures = outcome == Outcome.WORKED ? 0 : failures + 1;
                if (outcome == Outcome.WORKED && model.leavesAfterLastValue()) {
                    awaitHeard(heard);
                } else {
                    pause(failures, heard, outcome != Outcome.REFUSED);
                }
            }
        } catch (InterruptedException e) {
            log.debug("wearable.link.interrupted");
        }
    }

    /** A device that was out of reach is there when it is heard; one that refuses is not asked more often for that. */
    private void pause(int failures, long heard, boolean endsWhenHeard) throws InterruptedException {
        Duration length = PAUSES.get(Math.min(failures, PAUSES.size() - 1));
        bluez.tree().await(() -> ended || endsWhenHeard && advertisements != heard && !bluez.isConnected(path), length);
    }

    /** A device that left because it had said everything is not called before it speaks again. */
    private void awaitHeard(long heard) throws InterruptedException {
        bluez.tree().await(() -> ended || advertisements != heard && !bluez.isConnected(path), FOREVER);
    }

    /** One link from its begin to its end. */
    private Outcome attempt() throws InterruptedException {
        Outcome outcome = Outcome.NOT_REACHED;
        try {
            connect();
            if (servicesResolved()) {
                outcome = Outcome.REFUSED;
                events.put(new WearableConnected(wearable));
                if (model.clock() == ClockSetting.IF_WRITABLE) {
                    DeviceClock.set(bluez, path, admission.clock());
                }
                subscribe();
                outcome = Outcome.WORKED;
                bluez.tree().await(() -> ended || !bluez.isConnected(path), FOREVER);
            }
        } catch (PairingRefused e) {
            log.warn("wearable.pairing.refused error={}", e.getClass().getSimpleName());
            events.put(new PairingFailed(wearable));
        } catch (DBusException | DBusExecutionException e) {
            log.info("wearable.link.failed error={}", e.getClass().getSimpleName());
        } finally {
            if (!bluez.tree().isClosed() && bluez.isConnected(path)) {
                if (model.stopsNotifications()) {
                    stopNotify();
                }
                disconnect();
            }
            notifying.clear();
            fetch = null;
            if (outcome != Outcome.NOT_REACHED) {
                events.put(new WearableLost(wearable));
            }
        }
        return outcome;
    }

    /** Waits for the services; false when the link broke, the limit passed or this link shall end. */
    private boolean servicesResolved() throws InterruptedException {
        ObjectTree tree = bluez.tree();
        tree.await(() -> ended || bluez.isConnected(path), CONNECTED_LIMIT);
        tree.await(() -> ended || !bluez.isConnected(path) || resolved(), SERVICES_LIMIT);
        return !ended && bluez.isConnected(path) && resolved();
    }

    private boolean resolved() {
        return bluez.tree().flag(path, DEVICE, "ServicesResolved");
    }

    private void connect() throws DBusException {
        if (bluez.isConnected(path)) {
            return;
        }
        try {
            bluez.device(path).Connect();
        } catch (AlreadyConnected e) {
            log.debug("wearable.connected.already");
        }
    }

    /** Also after a failure, when the link is useless. That it can't be closed either leaves the same state. */
    private void disconnect() {
        try {
            bluez.device(path).Disconnect();
        } catch (DBusException | DBusExecutionException e) {
            log.debug("wearable.disconnect.failed error={}", e.getClass().getSimpleName());
        }
    }

    /** Data before the control point: the answer to "report" must find a listener. */
    private void subscribe() throws DBusException {
        List<String> characteristics = bluez.tree().paths(CHARACTERISTIC, path + "/").stream()
                .filter(this::canNotify)
                .toList();
        for (String characteristic : characteristics) {
            if (Profile.ofCharacteristic(uuidOf(characteristic)).isPresent()) {
                startNotify(characteristic);
            }
        }
        for (String characteristic : characteristics) {
            if (uuidOf(characteristic).equals(RACP)) {
                startNotify(characteristic);
                newestSequence = OptionalInt.empty();
                RecordFetch asking = new RecordFetch(bluez, characteristic, admission.kept(wearable.address()));
                fetch = asking;
                asking.begin();
            }
        }
    }

    private UUID uuidOf(String characteristic) {
        return bluez.characteristicUuid(characteristic).orElseThrow();
    }

    private boolean canNotify(String characteristic) {
        List<String> flags = bluez.tree().texts(characteristic, CHARACTERISTIC, "Flags");
        return bluez.characteristicUuid(characteristic).isPresent()
                && (flags.contains("notify") || flags.contains("indicate"));
    }

    private void startNotify(String characteristic) throws DBusException {
        try {
            bluez.characteristic(characteristic).StartNotify();
        } catch (NotPermitted | NotAuthorized e) {
            pair();
            bluez.characteristic(characteristic).StartNotify();
        } catch (InProgress e) {
            log.debug("wearable.notify.already");
        } catch (NotSupported e) {
            log.warn("wearable.notify.unsupported");
        }
        notifying.add(characteristic);
    }

    private void stopNotify() {
        for (String characteristic : notifying) {
            try {
                bluez.characteristic(characteristic).StopNotify();
            } catch (DBusException | DBusExecutionException e) {
                log.debug("wearable.notify.stop.failed error={}", e.getClass().getSimpleName());
            }
        }
    }

    /** Makes a bond and trusts the device, so that BlueZ lets it in again without asking. */
    private void pair() throws DBusException {
        agent.expect(path);
        try {
            bluez.device(path).Pair();
        } catch (AlreadyExists e) {
            log.debug("wearable.bond.already");
        } finally {
            agent.finish(path);
        }
        bluez.set(path, DEVICE, "Trusted", true);
    }
}
