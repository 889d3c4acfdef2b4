package org.wuduan.wearables.simulator;

import java.util.Map;
import org.bluez.Adapter1;
import org.bluez.Error.NotReady;
import org.bluez.Error.NotSupported;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.Variant;

/** The Bluetooth adapter {@code hci0}. */
final class AdapterObject extends BusObject implements Adapter1 {
    static final String PATH = "/org/bluez/hci0";

    private final Runnable discoveryStarted;

    AdapterObject(DBusConnection bus, Runnable discoveryStarted) {
        super(bus, PATH, "org.bluez.Adapter1");
        this.discoveryStarted = discoveryStarted;
        has("Address", "00:AA:01:00:00:01", "s");
        has("AddressType", "public", "s");
        has("Name", "simulated", "s");
        has("Alias", "simulated", "s");
        has("Powered", true, "b");
        has("Discovering", false, "b");
        has("UUIDs", new String[0], "as");
        existsSilently();
    }

    @Override
    public void StartDiscovery() {
        if (!isTrue("Powered")) {
            throw new NotReady("the adapter is off");
        }
        change("Discovering", true, "b");
        discoveryStarted.run();
    }

    @Override
    public void StopDiscovery() {
        change("Discovering", false, "b");
    }

    /** Its only devices are those that the radio looks for, so every filter lets them through. */
    @Override
    public void SetDiscoveryFilter(Map<String, Variant<?>> filter) {
        if (!isTrue("Powered")) {
            throw new NotReady("the adapter is off");
        }
    }

    @Override
    public String[] GetDiscoveryFilters() {
        return new String[] {"UUIDs", "RSSI", "Transport", "DuplicateData"};
    }

    @Override
    public void RemoveDevice(DBusPath device) {
        throw new NotSupported("the simulator forgets no device");
    }

    @Override
    public DBusPath ConnectDevice(Map<String, Variant<?>> properties) {
        throw new NotSupported("devices are found by discovery");
    }
}
