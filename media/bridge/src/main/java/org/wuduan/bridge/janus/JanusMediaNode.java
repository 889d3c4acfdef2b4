package org.wuduan.bridge.janus;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.bridge.Health;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.MediaEvent.NodeDown;
import org.wuduan.bridge.MediaEvent.NodeUp;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Outcome;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.Refusal;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;
import tools.jackson.databind.JsonNode;

/**
 * A Janus with its VideoRoom as a media node.
 *
 * <p>Limits: a request {@link JanusLink#REQUEST_LIMIT}, a proof of life {@link JanusLink#PROOF_LIMIT} every {@link
 * JanusLink#PROOF_EVERY}, tries to connect again from {@link JanusLink#BACKOFF_FIRST} to {@link JanusLink#BACKOFF_LAST}.
 * A lost socket whose Janus is well is mended at once and not reported.
 */
public final class JanusMediaNode implements MediaNode {
    private static final Logger LOG = LoggerFactory.getLogger(JanusMediaNode.class);

    private final NodeId id;
    private final JanusLink link;
    private final VideoRoom plugin;
    private final Map<RoomName, Guarded> rooms = new ConcurrentHashMap<>();
    private final ExecutorService telling;
    private final Telling inOrder;
    private volatile Set<RoomName> abandoned = Set.of();
    private volatile @Nullable Consumer<MediaEvent> listener;
    private volatile boolean draining;
    private volatile boolean up;

    /** A room, the lock under which it is used, and the thread that brings it what Janus says. */
    private record Guarded(JanusRoom room, ReentrantLock lock, ExecutorService hearing) {}

    /** What is done in a room, or why not. */
    private interface Step {
        Optional<Refusal> take(JanusRoom room) throws JanusFault;
    }

    public JanusMediaNode(NodeId id, JanusEndpoint endpoint) {
        this.id = id;
        this.link = new JanusLink(endpoint, new Ear());
        this.plugin = new VideoRoom(link, endpoint.adminKey());
        this.telling = oneThread(id + "-telling");
        this.inOrder = new Telling(telling);
    }

    @Override
    public NodeId id() {
        return id;
    }

    @Override
    public Health health() {
        return !up ? Health.DOWN : draining ? Health.DRAINING : Health.UP;
    }

    @Override
    public void drain(boolean on) {
        draining = on;
    }

    @Override
    public Resumed start(Collection<RoomSnapshot> remembered, Consumer<MediaEvent> to) {
        listener = to;
        NodeDown.Reason wrong =
                link.start(remembered.stream().map(RoomSnapshot::session).collect(Collectors.toSet()));
        Set<RoomName> kept = new HashSet<>();
        Set<RoomName> lost = new HashSet<>();
        if (wrong == null) {
            up = true;
            tell(List.of(new NodeUp(id)));
        }
        for (RoomSnapshot snapshot : remembered) {
            (up && snapshot.session() == link.session() && takeOver(snapshot) ? kept : lost).add(snapshot.room());
        }
        if (wrong != null) {
            tell(List.of(new NodeDown(id, wrong, lost)));
        }
        return new Resumed(kept, lost);
    }

    private boolean takeOver(RoomSnapshot snapshot) {
        Guarded guarded = guarded(snapshot.room());
        rooms.put(snapshot.room(), guarded);
        Optional<Refusal> refused = during(guarded, room -> {
            room.takeOver(snapshot);
            return Optional.empty();
        });
        refused.ifPresent(_ -> forget(snapshot.room()));
        return refused.isEmpty();
    }

    @Override
    public Outcome<RoomName> openRoom(RoomName room) {
        if (!up) {
            return Outcome.refused(Refusal.NODE_DOWN);
        }
        if (draining && !rooms.containsKey(room)) {
            return Outcome.refused(Refusal.DRAINING);
        }
        try {
            plugin.create(room);
        } catch (JanusFault fault) {
            return Outcome.refused(fault.refusal());
        }
        during(rooms.computeIfAbsent(room, this::guarded), _ -> Optional.empty());
        return Outcome.done(room);
    }

    @Override
    public void closeRoom(RoomName room) {
        Guarded known = forget(room);
        during(known == null ? guarded(room) : known, found -> {
            found.destroy();
            return Optional.empty();
        });
    }

    @Override
    public Outcome<Participant> join(RoomName room, Participant participant) {
        return inRoom(room, participant, found -> found.join(participant));
    }

    @Override
    public Outcome<String> publish(RoomName room, Participant participant, String sdp) {
        String[] answer = new String[1];
        Outcome<Participant> outcome = inRoom(room, participant, found -> {
            Optional<Refusal> refusal = found.join(participant);
            if (refusal.isEmpty()) {
                answer[0] = found.publish(participant, sdp);
            }
            return refusal;
        });
        return switch (outcome) {
            case Outcome.Done<Participant> _ -> Outcome.done(answer[0]);
            case Outcome.Refused<Participant>(Refusal refusal) -> Outcome.refused(refusal);
        };
    }

    @Override
    public Outcome<Participant> answer(RoomName room, Participant participant, int offer, String sdp) {
        return inRoom(room, participant, found -> found.answer(participant, offer, sdp));
    }

    @Override
    public boolean isRunning(RoomName room, Participant participant) {
        Guarded guarded = rooms.get(room);
        if (guarded == null) {
            return false;
        }
        guarded.lock().lock();
        try {
            return guarded.room().isRunning(participant);
        } finally {
            guarded.lock().unlock();
        }
    }

    @Override
    public void leave(RoomName room, Participant participant) {
        inRoom(room, participant, found -> {
            found.leave(participant);
            return Optional.empty();
        });
    }

    @Override
    public void close() {
        up = false;
        link.close();
        List.copyOf(rooms.keySet()).forEach(this::forget);
        telling.shutdownNow();
    }

    private Outcome<Participant> inRoom(RoomName room, Participant participant, Step step) {
        if (!up) {
            return Outcome.refused(Refusal.NODE_DOWN);
        }
        Guarded guarded = rooms.get(room);
        if (guarded == null) {
            return Outcome.refused(Refusal.NO_SUCH_ROOM);
        }
        return during(guarded, step)
                .<Outcome<Participant>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(participant));
    }

    /** The news go out under the lock, so that those of a room keep their order. */
    private Optional<Refusal> during(Guarded guarded, Step step) {
        guarded.lock().lock();
        try {
            return step.take(guarded.room());
        } catch (JanusFault fault) {
            LOG.info("bridge.request.failed node={} fault={}", id, fault.getMessage());
            return Optional.of(fault.refusal());
        } finally {
            List<MediaEvent> news = guarded.room().news();
            if (rooms.containsValue(guarded)) {
                tell(news);
            }
            guarded.lock().unlock();
        }
    }

    private void tell(List<MediaEvent> events) {
        Consumer<MediaEvent> to = listener;
        if (to != null && !telling.isShutdown()) {
            inOrder.tell(events, to);
        }
    }

    private Guarded guarded(RoomName name) {
        return new Guarded(new JanusRoom(id, name, link, plugin), new ReentrantLock(), oneThread(id + "-" + name));
    }

    private @Nullable Guarded forget(RoomName room) {
        Guarded guarded = rooms.remove(room);
        if (guarded != null) {
            guarded.hearing().shutdown();
        }
        return guarded;
    }

    private static ExecutorService oneThread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }

    /** What the link reports. */
    private final class Ear implements JanusLink.Watcher {
        @Override
        public void up() {
            // A Janus that hung and woke up still has the rooms that were moved elsewhere meanwhile.
            for (RoomName room : abandoned) {
                during(guarded(room), found -> {
                    found.destroy();
                    return Optional.empty();
                });
            }
            abandoned = Set.of();
            up = true;
            tell(List.of(new NodeUp(id)));
        }

        @Override
        public void reclaimed() {
            rooms.values()
                    .forEach(guarded -> during(guarded, room -> {
                        room.refresh();
                        return Optional.empty();
                    }));
        }

        @Override
        public void down(NodeDown.Reason reason) {
            up = false;
            Set<RoomName> lost = Set.copyOf(rooms.keySet());
            lost.forEach(JanusMediaNode.this::forget);
            abandoned = lost;
            tell(List.of(new NodeDown(id, reason, lost)));
        }

        @Override
        public void event(long handle, JsonNode event) {
            for (Guarded guarded : rooms.values()) {
                if (guarded.room().owns(handle) && !guarded.hearing().isShutdown()) {
                    guarded.hearing()
                            .execute(() -> during(guarded, room -> {
                                room.heard(handle, event);
                                return Optional.empty();
                            }));
                }
            }
        }
    }
}
