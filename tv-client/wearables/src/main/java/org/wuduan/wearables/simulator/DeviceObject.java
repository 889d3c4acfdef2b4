package org.wuduan.wearables.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluez.Device1;
import org.bluez.Error.AlreadyExists;
import org.bluez.Error.AuthenticationFailed;
import org.bluez.Error.Failed;
import org.bluez.Error.NotConnected;
import org.bluez.Error.NotSupported;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.simulator.Peripheral.Characteristic;

/** A device as BlueZ shows it, and the link to the peripheral behind it. */
final class DeviceObject extends BusObject implements Device1 {
    private static final short RSSI_DBM = -60;

    private final Peripheral peripheral;
    private final AgentsObject agents;
    private final List<ServiceObject> services = new ArrayList<>();
    private final Map<UUID, CharacteristicObject> characteristics = new LinkedHashMap<>();

    DeviceObject(DBusConnection bus, Peripheral peripheral, AgentsObject agents) {
        super(bus, pathOf(peripheral), "org.bluez.Device1");
        this.peripheral = peripheral;
        this.agents = agents;
        Map<UUID, ServiceObject> byUuid = new LinkedHashMap<>();
        for (Characteristic c : peripheral.characteristics()) {
            ServiceObject service = byUuid.computeIfAbsent(
                    c.service(), uuid -> new ServiceObject(bus, path(), 0x10 * (byUuid.size() + 1), uuid));
            String path = service.path() + "/char%04x".formatted(2 * (characteristics.size() + 1) + 0x10);
            characteristics.put(c.uuid(), new CharacteristicObject(bus, path, c, this));
        }
        services.addAll(byUuid.values());
        describe(byUuid.keySet());
        if (peripheral.isBonded()) {
            existsSilently();
        }
    }

    private static String pathOf(Peripheral peripheral) {
        return AdapterObject.PATH + "/dev_" + peripheral.identity().address().replace(':', '_');
    }

    private void describe(Collection<UUID> serviceUuids) {
        has("Address", peripheral.identity().address(), "s");
        has("AddressType", "random", "s");
        has("Name", peripheral.identity().name(), "s");
        has("Alias", peripheral.identity().name(), "s");
        has("UUIDs", serviceUuids.stream().map(UUID::toString).toArray(String[]::new), "as");
        has("Adapter", new DBusPath(AdapterObject.PATH), "o");
        has("RSSI", RSSI_DBM, "n");
        has("Paired", peripheral.isBonded(), "b");
        has("Bonded", peripheral.isBonded(), "b");
        has("Trusted", peripheral.isBonded(), "b");
        has("Connected", false, "b");
        has("ServicesResolved", false, "b");
    }

    Peripheral peripheral() {
        return peripheral;
    }

    /** This object and those of its services and characteristics. */
    List<BusObject> all() {
        List<BusObject> all = new ArrayList<>();
        all.add(this);
        all.addAll(services);
        all.addAll(characteristics.values());
        return all;
    }

    /** The device is heard by the adapter, which is how BlueZ learns of it. */
    void advertise() {
        if (!peripheral.isNear() || isTrue("Connected")) {
            return;
        }
        if (exists()) {
            change("RSSI", RSSI_DBM, "n");
        } else {
            appear();
        }
    }

    /** A client of BlueZ has left the bus: its subscriptions end. */
    void clientLeft(String busName) {
        characteristics.values().forEach(c -> c.clientLeft(busName));
    }

    @Override
    public synchronized void Connect() {
        if (isTrue("Connected")) {
            return;
        }
        if (!peripheral.isNear()) {
            throw new Failed("le-connection-abort-by-local");
        }
        change("Connected", true, "b");
        services.forEach(BusObject::appear);
        characteristics.values().forEach(BusObject::appear);
        peripheral.connected(new RadioLink());
        change("ServicesResolved", true, "b");
    }

    @Override
    public void Disconnect() {
        if (!isTrue("Connected")) {
            throw new NotConnected("there is no link");
        }
        lose();
    }

    /** The link breaks. */
    void lose() {
        peripheral.disconnected();
        characteristics.values().forEach(CharacteristicObject::unsubscribeAll);
        change("ServicesResolved", false, "b");
        change("Connected", false, "b");
        characteristics.values().forEach(BusObject::disappear);
        services.forEach(BusObject::disappear);
    }

    @Override
    public void Pair() {
        if (peripheral.isBonded()) {
            throw new AlreadyExists("the bond exists");
        }
        if (peripheral.pairingFails()) {
            throw new AuthenticationFailed("the device refused");
        }
        agents.authorize(path(), peripheral.passkey());
        peripheral.bonded(true);
        change("Paired", true, "b");
        change("Bonded", true, "b");
    }

    @Override
    public void CancelPairing() {
        agents.cancel();
    }

    @Override
    public void ConnectProfile(String uuid) {
        throw new NotSupported("no classic profiles");
    }

    @Override
    public void DisconnectProfile(String uuid) {
        throw new NotSupported("no classic profiles");
    }

    /** What the peripheral has of this; dbus-java exports no object with an interface that is not public. */
    private final class RadioLink implements Peripheral.Link {
        @Override
        public boolean isSubscribed(UUID characteristic) {
            CharacteristicObject c = characteristics.get(characteristic);
            return c != null && c.isSubscribed();
        }

        @Override
        public boolean deliver(UUID characteristic, Frame value) {
            CharacteristicObject c = characteristics.get(characteristic);
            return c != null && bus().isConnected() && c.deliver(value);
        }

        @Override
        public void lose() {
            DeviceObject.this.lose();
        }
    }
}
