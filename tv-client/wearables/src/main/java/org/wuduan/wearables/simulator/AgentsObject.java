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
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;
import org.jspecify.annotations.Nullable;

/** Who answers while a bond is made. */
final class AgentsObject extends BusObject implements AgentManager1 {
    /** BlueZ lets an agent, that is a person, take a minute. */
    private static final long AGENT_MILLIS = 60_000;

    private final Set<CompletableFuture<Boolean>> asking = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Registered agent;
    private volatile boolean ended;

    AgentsObject(DBusConnection bus) {
        super(bus, "/org/bluez", "org.bluez.AgentManager1");
        MethodCall.setDefaultTimeout(AGENT_MILLIS);
        existsSilently();
    }

    private record Registered(String busName, String path) {}

    /** Asks the registered agent whether the device may be paired, and for the code that the device wants. */
    void authorize(String devicePath, Passkey passkey) {
        Registered asked = agent;
        if (asked == null) {
            throw new AuthenticationFailed("no agent is registered");
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        asking.add(answer);
        if (ended) {
            answer.complete(false);
        }
        Thread.ofVirtual().start(() -> answer.complete(agrees(asked, devicePath, passkey)));
        boolean agreed = answer.join();
        asking.remove(answer);
        if (!agreed) {
            throw passkey.how() == Passkey.How.ENTER
                    ? new AuthenticationFailed("the code is wrong or missing")
                    : new AuthenticationRejected("the agent does not agree");
        }
    }

    private boolean agrees(Registered asked, String devicePath, Passkey passkey) {
        try {
            Agent1 remote = bus().getRemoteObject(asked.busName, asked.path, Agent1.class);
            DBusPath device = new DBusPath(devicePath);
            UInt32 code = new UInt32(passkey.code().isEmpty() ? "0" : passkey.code());
            switch (passkey.how()) {
                case NONE -> remote.RequestAuthorization(device);
                case SHOW -> remote.DisplayPasskey(device, code, new UInt16(0));
                case CONFIRM -> remote.RequestConfirmation(device, code);
                case ENTER -> {
                    return remote.RequestPasskey(device).equals(code);
                }
            }
            return true;
        } catch (DBusException | DBusExecutionException e) {
            return false;
        }
    }

    /** Whoever asked for a bond does not want it any more. */
    void cancel() {
        asking.forEach(answer -> answer.complete(false));
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
