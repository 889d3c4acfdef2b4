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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.wearables.RadioEvent.WearableSeen;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.gatt.Profile;

/** The links to all wearables near, from the moment when the radio works until it no longer does. */
final class WearableLinks {
    /** More than a household has, and more links than a common adapter holds. */
    static final int WEARABLES_MAX = 16;

    /** How long a link may take to end by itself before it is interrupted, for example within a connection attempt. */
    private static final Duration END_LIMIT = Duration.ofSeconds(2);

    /** UUIDs by which BlueZ looks for wearables. */
    static final Set<String> HEALTH_SERVICES = Arrays.stream(Profile.values())
            .map(profile -> profile.service().toString())
            .collect(Collectors.toUnmodifiableSet());

    private static final Logger log = LoggerFactory.getLogger(WearableLinks.class);

    private final BlueZ bluez;
    private final PairingAgent agent;
    private final EventQueue events;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean full;

    WearableLinks(BlueZ bluez, PairingAgent agent, EventQueue events) {
        this.bluez = bluez;
        this.agent = agent;
        this.events = events;
    }

    /** Whether {@link #follow} has something to do. */
    boolean differ() {
        List<String> near = near();
        boolean news = !running.keySet().containsAll(near) && running.size() < WEARABLES_MAX;
        return news || running.keySet().stream().anyMatch(path -> !near.contains(path));
    }

    /** Begins a link to each new wearable, and ends the links to those that BlueZ has forgotten. */
    void follow() {
        List<String> near = near();
        for (String path : List.copyOf(running.keySet())) {
            if (!near.contains(path)) {
                end(List.of(path));
            }
        }
        for (String path : near) {
            if (!running.containsKey(path) && hasRoom()) {
                begin(path);
            }
        }
    }

    private boolean hasRoom() {
        boolean room = running.size() < WEARABLES_MAX;
        if (!room && !full) {
            log.warn("wearables.too_many max={}", WEARABLES_MAX);
        }
        full = !room;
        return room;
    }

    private void begin(String path) {
        Wearable wearable = bluez.wearable(path).orElse(null);
        if (wearable == null) {
            return;
        }
        if (seen.add(wearable.address())) {
            events.put(new WearableSeen(wearable));
        }
        WearableLink link = new WearableLink(bluez, path, wearable, agent, events);
        running.put(
                path, new Running(link, Thread.ofVirtual().name("wearable-link").start(link)));
    }

    /** The device was heard. */
    void advertised(String path) {
        Running heard = running.get(path);
        if (heard != null) {
            heard.link.advertised();
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
                .filter(path -> tree.texts(path, DEVICE, "UUIDs").stream().anyMatch(HEALTH_SERVICES::contains))
                .toList();
    }

    private record Running(WearableLink link, Thread thread) {}
}
