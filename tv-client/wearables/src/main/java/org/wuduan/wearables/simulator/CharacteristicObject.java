package org.wuduan.wearables.simulator;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bluez.Error.Failed;
import org.bluez.Error.NotPermitted;
import org.bluez.Error.NotSupported;
import org.bluez.GattCharacteristic1;
import org.bluez.datatypes.TwoTuple;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.simulator.Peripheral.Characteristic;

/** A GATT characteristic of a connected device. */
final class CharacteristicObject extends BusObject implements GattCharacteristic1 {
    private final Characteristic characteristic;
    private final DeviceObject device;
    private final Set<String> subscribers = ConcurrentHashMap.newKeySet();

    CharacteristicObject(DBusConnection bus, String path, Characteristic characteristic, DeviceObject device) {
        super(bus, path, "org.bluez.GattCharacteristic1");
        this.characteristic = characteristic;
        this.device = device;
        has("UUID", characteristic.uuid().toString(), "s");
        has("Service", new DBusPath(path.substring(0, path.lastIndexOf('/'))), "o");
        has("Flags", characteristic.flags().toArray(String[]::new), "as");
        has("Notifying", false, "b");
        has("Value", new byte[0], "ay");
    }

    boolean isSubscribed() {
        return !subscribers.isEmpty();
    }

    boolean deliver(Frame value) {
        change("Value", value.bytes(), "ay");
        return bus().isConnected();
    }

    void unsubscribeAll() {
        if (!subscribers.isEmpty()) {
            subscribers.clear();
            change("Notifying", false, "b");
        }
    }

    void clientLeft(String busName) {
        if (subscribers.remove(busName) && subscribers.isEmpty()) {
            change("Notifying", false, "b");
        }
    }

    @Override
    public void StartNotify() {
        if (!characteristic.flags().contains("notify")
                && !characteristic.flags().contains("indicate")) {
            throw new NotSupported("it does not notify");
        }
        if (!device.isTrue("Connected")) {
            throw new Failed("Not connected");
        }
        if (characteristic.needsBond() && !device.peripheral().isBonded()) {
            throw new NotPermitted("Insufficient authentication");
        }
        subscribers.add(DBusConnection.getCallInfo().getSource());
        change("Notifying", true, "b");
        device.peripheral().wake();
    }

    @Override
    public void StopNotify() {
        clientLeft(DBusConnection.getCallInfo().getSource());
    }

    @Override
    public byte[] ReadValue(Map<String, Variant<?>> options) {
        if (!characteristic.flags().contains("read")) {
            throw new NotPermitted("Read not permitted");
        }
        return device.peripheral().read(characteristic.uuid()).bytes();
    }

    @Override
    public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
        if (!characteristic.flags().contains("write")) {
            throw new NotPermitted("Write not permitted");
        }
        device.peripheral().written(characteristic.uuid(), value);
        device.peripheral().wake();
    }

    @Override
    public TwoTuple<FileDescriptor, UInt16> AcquireWrite(Map<String, Variant<?>> options) {
        throw new NotSupported("no file descriptors");
    }

    @Override
    public TwoTuple<FileDescriptor, UInt16> AcquireNotify(Map<String, Variant<?>> options) {
        throw new NotSupported("no file descriptors");
    }

    @Override
    public void Confirm() {
        throw new NotSupported("only a server confirms");
    }
}
