package org.wuduan.wearables.bluez;

import static org.wuduan.wearables.bluez.BlueZ.ADAPTER;
import static org.wuduan.wearables.bluez.BlueZ.CHARACTERISTIC;
import static org.wuduan.wearables.bluez.BlueZ.DEVICE;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bluez.AgentManager1;
import org.bluez.Error.InProgress;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.ObjectManager.InterfacesAdded;
import org.freedesktop.dbus.interfaces.ObjectManager.InterfacesRemoved;
import org.freedesktop.dbus.interfaces.Properties.PropertiesChanged;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.wearables.PairingDialog;
import org.wuduan.wearables.PairingOutcome;
import org.wuduan.wearables.RadioEvent.Reason;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/** Working with one running BlueZ until it is gone: a restarted BlueZ gets a new session on a new bus connection. */
final class BlueZSession {
    private static final Duration FOREVER = Duration.ofDays(365);
    private static final Logger log = LoggerFactory.getLogger(BlueZSession.class);

    private final DBusConnection bus;
    private final String owner;
    private final BlueZ bluez;
    private final ObjectTree tree;
    private final EventQueue events;
    private final Availability availability;
    private final Admission admission;
    private final Repeats repeats = new Repeats();
    private final PairingAgent agent = new PairingAgent();
    private volatile @Nullable WearableLinks links;

    /** Whom to tell whether the radio works, and what the radio was told. */
    record Told(Availability availability, Admission admission) {}

    BlueZSession(DBusConnection bus, String owner, ObjectTree tree, Told told) {
        this.bus = bus;
        this.owner = owner;
        this.tree = tree;
        this.bluez = new BlueZ(bus, owner, tree);
        this.availability = told.availability();
        this.events = availability.events();
        this.admission = told.admission();
    }

    /** Returns when BlueZ or the bus is gone. */
    void run() throws DBusException, InterruptedException {
        open();
        while (!tree.isClosed()) {
            Optional<String> adapter = tree.paths(ADAPTER, "/").stream().findFirst();
            if (adapter.isEmpty()) {
                availability.lost(Reason.NO_ADAPTER);
                tree.await(() -> !tree.paths(ADAPTER, "/").isEmpty(), FOREVER);
            } else if (!isOn(adapter.get()) && !switchedOn(adapter.get())) {
                availability.lost(Reason.ADAPTER_OFF);
                tree.await(() -> isOn(adapter.get()) || isGone(adapter.get()), FOREVER);
            } else {
                serve(adapter.get());
            }
        }
    }

    void wake() {
        tree.wake();
    }

    PairingOutcome pair(String address, PairingDialog dialog) throws InterruptedException {
        return new Pairing(bluez, agent).with(address, dialog);
    }

    /**
     * Signals first, then the objects, so that nothing falls between. The tree is held meanwhile: signals wait for it
     * on their thread, while the answer comes on another.
     */
    private void open() throws DBusException {
        bus.addSigHandler(InterfacesAdded.class, owner, s -> added(s.getSignalSource(), s.getInterfaces()));
        bus.addSigHandler(
                InterfacesRemoved.class,
                owner,
                s -> tree.remove(s.getSignalSource().getPath(), s.getInterfaces()));
        bus.addSigHandler(PropertiesChanged.class, owner, this::changed);
        bus.exportObject(PairingAgent.PATH, agent);
        AgentManager1 agents = bluez.remote("/org/bluez", AgentManager1.class);
        DBusPath agentPath = new DBusPath(PairingAgent.PATH);
        agents.RegisterAgent(agentPath, "KeyboardDisplay");
        agents.RequestDefaultAgent(agentPath);
        synchronized (tree) {
            bluez.remote("/", ObjectManager.class).GetManagedObjects().forEach(this::added);
        }
    }

    private void serve(String adapter) throws DBusException, InterruptedException {
        WearableLinks phase = new WearableLinks(bluez, agent, new WearableLinks.Told(events, admission));
        links = phase;
        try {
            discover(adapter);
            availability.back();
            while (!tree.isClosed() && isOn(adapter)) {
                phase.follow();
                tree.await(() -> phase.differ() || !isOn(adapter), FOREVER);
            }
        } finally {
            links = null;
            phase.end();
        }
    }

    /** Low energy devices with a health service. BlueZ keeps looking until this bus connection closes. */
    private void discover(String adapter) throws DBusException {
        Map<String, Variant<?>> filter = new HashMap<>();
        filter.put("UUIDs", new Variant<>(WearableLinks.HEALTH_SERVICES.toArray(String[]::new), "as"));
        filter.put("Transport", new Variant<>("le"));
        try {
            bluez.adapter(adapter).SetDiscoveryFilter(filter);
            bluez.adapter(adapter).StartDiscovery();
        } catch (InProgress e) {
            log.debug("radio.discovery.already");
        }
    }

    private boolean isOn(String adapter) {
        return tree.flag(adapter, ADAPTER, "Powered");
    }

    private boolean isGone(String adapter) {
        return !tree.paths(ADAPTER, "/").contains(adapter);
    }

    /** A radio kill switch makes BlueZ refuse. */
    private boolean switchedOn(String adapter) throws DBusException, InterruptedException {
        try {
            bluez.set(adapter, ADAPTER, "Powered", true);
            return tree.await(() -> isOn(adapter), Duration.ofSeconds(5));
        } catch (DBusExecutionException e) {
            log.warn("radio.adapter.off error={}", e.getClass().getSimpleName());
            return false;
        }
    }

    private void added(DBusPath path, Map<String, Map<String, Variant<?>>> interfaces) {
        tree.put(path.getPath(), interfaces);
        if (interfaces.containsKey(DEVICE)) {
            advertised(path.getPath());
        }
    }

    private void changed(PropertiesChanged signal) {
        Map<String, Variant<?>> changed = signal.getPropertiesChanged();
        String name = signal.getInterfaceName();
        Variant<?> value = name.equals(CHARACTERISTIC) ? changed.get("Value") : null;
        if (value != null) {
            received(signal.getPath(), BlueZ.bytes(value.getValue()));
            return;
        }
        tree.change(signal.getPath(), name, changed);
        if (name.equals(DEVICE) && changed.containsKey("RSSI")) {
            advertised(signal.getPath());
        }
    }

    private void advertised(String devicePath) {
        WearableLinks current = links;
        if (current != null) {
            current.advertised(devicePath);
        }
    }

    private void numbered(String path, ValueReceived received) {
        WearableLinks current = links;
        if (current != null && received.profile() == Profile.GLUCOSE) {
            current.received(BlueZ.devicePathOf(path), received);
        }
    }

    private void recordsAnswered(String path, byte[] answer) {
        WearableLinks current = links;
        if (current != null) {
            current.recordsAnswered(BlueZ.devicePathOf(path), answer);
        }
    }

    /** Values count whether or not a subscription of ours is known to be active: bonded devices may be early. */
    private void received(String path, byte[] value) {
        Optional<UUID> uuid = bluez.characteristicUuid(path);
        if (uuid.filter(WearableLink.RACP::equals).isPresent()) {
            recordsAnswered(path, value);
            return;
        }
        uuid.flatMap(Profile::ofCharacteristic)
                .flatMap(profile -> bluez.wearable(BlueZ.devicePathOf(path))
                        .filter(wearable -> admission.isAdmitted(wearable.address()))
                        .map(wearable -> new ValueReceived(wearable, profile, Frame.of(value))))
                .filter(received -> !repeats.isRepeat(received))
                .ifPresent(received -> {
                    numbered(path, received);
                    events.offer(received);
                });
    }
}
