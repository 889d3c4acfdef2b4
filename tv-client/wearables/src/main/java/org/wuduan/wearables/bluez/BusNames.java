package org.wuduan.wearables.bluez;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus.NameOwnerChanged;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;

/** Who comes to the bus and who leaves it. */
public final class BusNames {
    private BusNames() {}

    /** Hears it from the bus itself only: another sender of this signal is not believed. */
    public static void watch(DBusConnection bus, DBusSigHandler<NameOwnerChanged> handler) throws DBusException {
        bus.addSigHandler(
                DBusMatchRuleBuilder.create()
                        .withType(NameOwnerChanged.class)
                        .withSender("org.freedesktop.DBus")
                        .build(),
                handler);
    }
}
