package org.wuduan.wearables.simulator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.ObjectManager.InterfacesAdded;
import org.freedesktop.dbus.interfaces.ObjectManager.InterfacesRemoved;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object of BlueZ's tree: a path, one interface, its properties, and whether it exists at the moment. */
abstract class BusObject implements Properties {
    private final DBusConnection bus;
    private final String path;
    private final String interfaceName;
    private final Map<String, Variant<?>> properties = new ConcurrentHashMap<>();
    private volatile boolean exists;

    BusObject(DBusConnection bus, String path, String interfaceName) {
        this.bus = bus;
        this.path = path;
        this.interfaceName = interfaceName;
    }

    final DBusConnection bus() {
        return bus;
    }

    final String path() {
        return path;
    }

    final String interfaceName() {
        return interfaceName;
    }

    /** Sets a property before anybody looks. */
    final void has(String property, Object value, String signature) {
        properties.put(property, new Variant<>(value, signature));
    }

    /** Sets a property and tells everybody. */
    final void change(String property, Object value, String signature) {
        Variant<?> variant = new Variant<>(value, signature);
        properties.put(property, variant);
        tell(Map.of(property, variant));
    }

    private void tell(Map<String, Variant<?>> changed) {
        try {
            bus.sendMessage(new PropertiesChanged(path, interfaceName, new HashMap<>(changed), List.of()));
        } catch (DBusException e) {
            throw new IllegalStateException("a property of BlueZ has no D-Bus form", e);
        }
    }

    final boolean isTrue(String property) {
        Variant<?> variant = properties.get(property);
        return variant != null && Boolean.TRUE.equals(variant.getValue());
    }

    final boolean exists() {
        return exists;
    }

    /** Exists from the start, without an announcement. */
    final void existsSilently() {
        exists = true;
    }

    final void appear() {
        if (exists) {
            return;
        }
        exists = true;
        try {
            bus.sendMessage(new InterfacesAdded("/", new DBusPath(path), interfaces()));
        } catch (DBusException e) {
            throw new IllegalStateException("an object of BlueZ has no D-Bus form", e);
        }
    }

    final void disappear() {
        if (!exists) {
            return;
        }
        exists = false;
        try {
            bus.sendMessage(new InterfacesRemoved("/", new DBusPath(path), List.of(interfaceName)));
        } catch (DBusException e) {
            throw new IllegalStateException("an object of BlueZ has no D-Bus form", e);
        }
    }

    final Map<String, Map<String, Variant<?>>> interfaces() {
        return new LinkedHashMap<>(Map.of(interfaceName, GetAll(interfaceName)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public final <A> A Get(String ofInterface, String property) {
        Variant<?> variant = properties.get(property);
        if (variant == null) {
            throw new DBusExecutionException("no such property");
        }
        return (A) variant;
    }

    @Override
    public final <A> void Set(String ofInterface, String property, A value) {
        Variant<?> old = properties.get(property);
        if (old != null) {
            change(property, value instanceof Variant<?> v ? v.getValue() : value, old.getSig());
        }
    }

    @Override
    public final Map<String, Variant<?>> GetAll(String ofInterface) {
        return ofInterface.equals(interfaceName) ? new LinkedHashMap<>(properties) : new LinkedHashMap<>();
    }

    @Override
    public final String getObjectPath() {
        return path;
    }

    @Override
    public final boolean isRemote() {
        return false;
    }
}
