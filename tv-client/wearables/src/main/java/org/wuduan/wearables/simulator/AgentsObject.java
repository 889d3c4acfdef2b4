package org.wuduan.wearables.simulator;

import org.bluez.Agent1;
import org.bluez.AgentManager1;
import org.bluez.Error.AuthenticationFailed;
import org.bluez.Error.AuthenticationRejected;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.jspecify.annotations.Nullable;

/** Who answers while a bond is made. */
final class AgentsObject extends BusObject implements AgentManager1 {
    private volatile @Nullable Registered agent;

    AgentsObject(DBusConnection bus) {
        super(bus, "/org/bluez", "org.bluez.AgentManager1");
        existsSilently();
    }

    private record Registered(String busName, String path) {}

    /** Asks the registered agent whether the device may be paired. */
    void authorize(String devicePath) {
        Registered asked = agent;
        if (asked == null) {
            throw new AuthenticationFailed("no agent is registered");
        }
        try {
            bus().getRemoteObject(asked.busName, asked.path, Agent1.class)
                    .RequestAuthorization(new DBusPath(devicePath));
        } catch (DBusException | DBusExecutionException e) {
            throw new AuthenticationRejected("the agent does not agree");
        }
    }

    @Override
    public void RegisterAgent(DBusPath path, String capability) {
        agent = new Registered(DBusConnection.getCallInfo().getSource(), path.getPath());
    }

    @Override
    public void UnregisterAgent(DBusPath path) {
        agent = null;
    }

    @Override
    public void RequestDefaultAgent(DBusPath path) {
        if (agent == null) {
            throw new AuthenticationFailed("no agent is registered");
        }
    }
}
