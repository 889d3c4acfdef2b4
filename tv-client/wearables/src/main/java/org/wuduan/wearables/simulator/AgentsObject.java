package org.wuduan.wearables.simulator;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<CompletableFuture<Boolean>> asking = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Registered agent;
    private volatile boolean ended;

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
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        asking.add(answer);
        if (ended) {
            answer.complete(false);
        }
        Thread.ofVirtual().start(() -> answer.complete(agrees(asked, devicePath)));
        boolean agreed = answer.join();
        asking.remove(answer);
        if (!agreed) {
            throw new AuthenticationRejected("the agent does not agree");
        }
    }

    private boolean agrees(Registered asked, String devicePath) {
        try {
            bus().getRemoteObject(asked.busName, asked.path, Agent1.class)
                    .RequestAuthorization(new DBusPath(devicePath));
            return true;
        } catch (DBusException | DBusExecutionException e) {
            return false;
        }
    }

    /** BlueZ ends: nobody waits for an agent any more, or the end would wait for the waiting. */
    void end() {
        ended = true;
        asking.forEach(answer -> answer.complete(false));
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
