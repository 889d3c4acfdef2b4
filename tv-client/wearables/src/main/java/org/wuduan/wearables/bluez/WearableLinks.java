package org.wuduan.wearables.bluez;

import static org.wuduan.wearables.bluez.BlueZ.DEVICE;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.RadioEvent.WearableFound;
import org.wuduan.wearables.RadioEvent.WearableSeen;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.gatt.Profile;

/** The links to all admitted wearables near, from the moment when the radio works until it no longer does. */
final class WearableLinks {
    /** How long a link may take to end by itself before it is interrupted, for example within a connection attempt. */
    private static final Duration END_LIMIT = Duration.ofSeconds(2);

    /** UUIDs by which BlueZ looks for wearables. */
    static final Set<String> HEALTH_SERVICES = Arrays.stream(Profile.values())
            .map(profile -> profile.service().toString())
            .collect(Collectors.toUnmodifiableSet());

    /** In dBm, the weakest: a device that BlueZ knows no strength of is not beside the box. */
    private static final int SIGNAL_UNKNOWN = -100;

    private final BlueZ bluez;
    private final PairingAgent agent;
    private final EventQueue events;
    private final Admission admission;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Set<String> seen = new HashSet<>();

    /** Whom to tell, and what the radio was told. */
    record Told(EventQueue events, Admission admission) {}

    WearableLinks(BlueZ bluez, PairingAgent agent, Told told) {
        this.bluez = bluez;
        this.agent = agent;
        this.events = told.events();
        this.admission = told.admission();
    }

    /** Whether {@link #follow} has something to do. */
    boolean differ() {
        List<String> near = near();
        return !running.keySet().containsAll(near) || running.keySet().stream().anyMatch(path -> !near.contains(path));
    }

    /** Begins a link to each new wearable, and ends the links to those that are gone or no longer admitted. */
    void follow() {
        List<String> near = near();
        for (String path : List.copyOf(running.keySet())) {
            if (!near.contains(path)) {
                end(List.of(path));
                bluez.wearable(path).ifPresent(gone -> seen.remove(gone.address()));
            }
        }
        for (String path : near) {
            if (!running.containsKey(path)) {
                begin(path);
            }
        }
    }

    private void begin(String path) {
        Wearable wearable = bluez.wearable(path).orElse(null);
        if (wearable == null) {
            return;
        }
        if (seen.add(wearable.address())) {
            events.put(new WearableSeen(wearable));
        }
        WearableLink link = new WearableLink(bluez, path, wearable, new WearableLink.Parts(agent, events, admission));
        running.put(
                path, new Running(link, Thread.ofVirtual().name("wearable-link").start(link)));
    }

    /** The device was heard. Called on the thread that reads the bus. */
    void advertised(String path) {
        Running heard = running.get(path);
        if (heard != null) {
            heard.link.advertised();
        } else if (admission.isSearching()) {
            found(path);
        }
    }

    private void found(String path) {
        Set<Profile> profiles = bluez.profiles(path);
        if (profiles.isEmpty()) {
            return;
        }
        bluez.wearable(path)
                .filter(wearable -> !admission.isAdmitted(wearable.address()))
                .ifPresent(wearable -> events.suggest(new WearableFound(
                        wearable,
                        profiles,
                        bluez.tree().number(path, DEVICE, "RSSI").orElse(SIGNAL_UNKNOWN))));
    }

    /** A numbered record came. */
    void received(String devicePath, ValueReceived value) {
        Running sender = running.get(devicePath);
        if (sender != null) {
            sender.link.received(value);
        }
    }

    /** The record access control point of a device has answered. */
    void recordsAnswered(String devicePath, byte[] answer) {
        Running asked = running.get(devicePath);
        if (asked != null) {
            asked.link.recordsAnswered(answer);
        }
    }

    /** Ends every link; each connected wearable has been reported lost when this returns. */
    void end() {
        end(List.copyOf(running.keySet()));
    }

    private void end(List<String> paths) {
        List<Running> ending = paths.stream().map(running::remove).toList();
        ending.forEach(r -> r.link.end());
        boolean interrupted = false;
        for (Running r : ending) {
            try {
                if (!r.thread.join(END_LIMIT)) {
                    r.thread.interrupt();
                }
            } catch (InterruptedException e) {
                interrupted = true;
                r.thread.interrupt();
            }
            Waiting.join(r.thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> near() {
        ObjectTree tree = bluez.tree();
        return tree.paths(DEVICE, "/").stream()
                .filter(path -> tree.text(path, DEVICE, "Address")
                        .filter(admission::isAdmitted)
                        .isPresent())
                .filter(path -> tree.texts(path, DEVICE, "UUIDs").stream().anyMatch(HEALTH_SERVICES::contains))
                .toList();
    }

    private record Running(WearableLink link, Thread thread) {}
}
