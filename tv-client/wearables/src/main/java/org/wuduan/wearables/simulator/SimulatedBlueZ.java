package org.wuduan.wearables.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.bluez.BusNames;

/**
 * BlueZ itself, as far as a client can tell. Stopped and started again it has a new unique bus name, no links, and
 * remembers bonded devices, as the real one does.
 */
final class SimulatedBlueZ {
    private final String busAddress;
    private final List<Peripheral> peripherals;
    private final Runnable busLost;
    private @Nullable Running running;

    /** @param busLost called when the bus ends, which ends BlueZ too */
    SimulatedBlueZ(String busAddress, List<Peripheral> peripherals, Runnable busLost) {
        this.busAddress = busAddress;
        this.peripherals = List.copyOf(peripherals);
        this.busLost = busLost;
    }

    private record Running(
            DBusConnection bus, AgentsObject agents, AdapterObject adapter, List<DeviceObject> devices) {}

    synchronized void start() throws DBusException {
        if (running != null) {
            return;
        }
        DBusConnection bus = DBusConnectionBuilder.forAddress(busAddress)
                .withShared(false)
                .withDisconnectCallback(new IDisconnectCallback() {
                    @Override
                    public void disconnectOnError(IOException e) {
                        busLost.run();
                    }
                })
                .build();
        AgentsObject agents = new AgentsObject(bus);
        List<DeviceObject> devices =
                peripherals.stream().map(p -> new DeviceObject(bus, p, agents)).toList();
        AdapterObject adapter = new AdapterObject(bus, () -> devices.forEach(DeviceObject::advertise));
        List<BusObject> objects = new ArrayList<>(List.of(agents, adapter));
        devices.forEach(device -> objects.addAll(device.all()));
        bus.exportObject("/", new Tree(objects));
        for (BusObject object : objects) {
            bus.exportObject(object.path(), object);
        }
        BusNames.watch(bus, s -> {
            if (s.newOwner.isEmpty()) {
                devices.forEach(device -> device.clientLeft(s.name));
            }
        });
        bus.requestBusName("org.bluez");
        running = new Running(bus, agents, adapter, devices);
    }

    synchronized void stop() {
        if (running == null) {
            return;
        }
        peripherals.forEach(Peripheral::disconnected);
        running.agents.end();
        running.bus.disconnect();
        running = null;
    }

    /** Devices advertise about once a second; BlueZ hears them while somebody lets it discover. */
    synchronized void second() {
        if (running != null && running.adapter.isTrue("Discovering")) {
            running.devices.forEach(DeviceObject::advertise);
        }
    }

    /** Switches the adapter off, with every link, or on. */
    synchronized void power(boolean on) {
        if (running == null) {
            return;
        }
        if (!on) {
            running.devices.stream().filter(d -> d.isTrue("Connected")).forEach(DeviceObject::lose);
            running.adapter.change("Discovering", false, "b");
        }
        running.adapter.change("Powered", on, "b");
    }

    /** The root object. */
    private record Tree(List<BusObject> objects) implements ObjectManager {
        @Override
        public Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
            Map<DBusPath, Map<String, Map<String, Variant<?>>>> tree = new LinkedHashMap<>();
            objects.stream().filter(BusObject::exists).forEach(o -> tree.put(new DBusPath(o.path()), o.interfaces()));
            return tree;
        }

        @Override
        public String getObjectPath() {
            return "/";
        }

        @Override
        public boolean isRemote() {
            return false;
        }
    }
}
