package org.wuduan.wearables.simulator;

import java.util.UUID;
import org.bluez.GattService1;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;

/** A GATT service of a connected device. */
final class ServiceObject extends BusObject implements GattService1 {
    ServiceObject(DBusConnection bus, String devicePath, int handle, UUID uuid) {
        super(bus, devicePath + "/service%04x".formatted(handle), "org.bluez.GattService1");
        has("UUID", uuid.toString(), "s");
        has("Primary", true, "b");
        has("Device", new DBusPath(devicePath), "o");
    }
}
