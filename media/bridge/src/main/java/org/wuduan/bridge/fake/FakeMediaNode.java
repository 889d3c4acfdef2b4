package org.wuduan.bridge.fake;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuduan.bridge.Health;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.MediaEvent.NodeDown;
import org.wuduan.bridge.MediaEvent.NodeUp;
import org.wuduan.bridge.MediaEvent.PublisherGone;
import org.wuduan.bridge.MediaEvent.SnapshotChanged;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Outcome;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.Refusal;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;

/**
 * A node in memory. Events are delivered before the call that caused them returns, in a fixed order. Two nodes on the
 * same {@link FakeBridge}, one closed and the next started, are a hub that was killed and came back.
 */
public final class FakeMediaNode implements MediaNode {
    private final NodeId id;
    private final FakeBridge bridge;
    private final Map<RoomName, FakeRoom> rooms = new LinkedHashMap<>();
    private final Map<RoomName, RoomSnapshot> told = new LinkedHashMap<>();
    private final Queue<MediaEvent> undelivered = new ArrayDeque<>();
    private @Nullable Consumer<MediaEvent> listener;
    private boolean delivering;
    private boolean up;
    private boolean draining;

    public FakeMediaNode(NodeId id, FakeBridge bridge) {
        this.id = id;
        this.bridge = bridge;
    }

    /** The process behind this node: makes it die, hang and come back. */
    public FakeBridge bridge() {
        return bridge;
    }

    @Override
    public NodeId id() {
        return id;
    }

    @Override
    public Health health() {
        return locked(() -> !up ? Health.DOWN : draining ? Health.DRAINING : Health.UP);
    }

    @Override
    public void drain(boolean on) {
        locked(() -> draining = on);
    }

    @Override
    public Resumed start(Collection<RoomSnapshot> remembered, Consumer<MediaEvent> to) {
        Set<RoomName> kept = new HashSet<>();
        Set<RoomName> lost = new HashSet<>();
        locked(() -> {
            listener = to;
            bridge.watch(this);
            up = bridge.isUp();
            for (RoomSnapshot snapshot : remembered) {
                var process = bridge.rooms.get(snapshot.room());
                if (up && process != null && snapshot.session() == bridge.session()) {
                    rooms.put(snapshot.room(), new FakeRoom(snapshot, process));
                    kept.add(snapshot.room());
                } else {
                    lost.add(snapshot.room());
                }
            }
            undelivered.add(up ? new NodeUp(id) : new NodeDown(id, NodeDown.Reason.UNREACHABLE, lost));
            rooms.values().forEach(room -> {
                undelivered.addAll(room.waitingOffers());
                undelivered.addAll(room.refresh());
            });
            settle();
            return up;
        });
        deliver();
        return new Resumed(kept, lost);
    }

    @Override
    public Outcome<RoomName> openRoom(RoomName room) {
        Outcome<RoomName> outcome = locked(() -> {
            Optional<Refusal> down = unreachable();
            if (down.isPresent()) {
                return Outcome.refused(down.get());
            }
            if (draining && !rooms.containsKey(room)) {
                return Outcome.refused(Refusal.DRAINING);
            }
            rooms.computeIfAbsent(
                    room,
                    name -> new FakeRoom(
                            id,
                            name,
                            bridge.session(),
                            bridge.rooms.computeIfAbsent(name, _ -> new LinkedHashMap<>())));
            settle();
            return Outcome.done(room);
        });
        deliver();
        return outcome;
    }

    @Override
    public void closeRoom(RoomName room) {
        locked(() -> {
            told.remove(room);
            bridge.rooms.remove(room);
            return Optional.ofNullable(rooms.remove(room));
        });
    }

    @Override
    public Outcome<Participant> join(RoomName room, Participant participant) {
        return inRoom(room, participant, found -> found.join(participant));
    }

    @Override
    public Outcome<String> publish(RoomName room, Participant participant, String sdp) {
        Outcome<Participant> outcome =
                inRoom(room, participant, found -> found.join(participant).or(() -> found.publish(participant, sdp)));
        return switch (outcome) {
            case Outcome.Done<Participant> _ -> Outcome.done("v=0\r\ns=answer to " + participant + "\r\n");
            case Outcome.Refused<Participant>(Refusal refusal) -> Outcome.refused(refusal);
        };
    }

    @Override
    public Outcome<Participant> answer(RoomName room, Participant participant, int offer, String sdp) {
        return inRoom(room, participant, found -> found.answer(participant, offer, sdp));
    }

    @Override
    public boolean isRunning(RoomName room, Participant participant) {
        return locked(() -> {
            FakeRoom found = rooms.get(room);
            return up && found != null && found.isRunning(participant);
        });
    }

    @Override
    public void leave(RoomName room, Participant participant) {
        inRoom(room, participant, found -> {
            found.leave(participant);
            return Optional.empty();
        });
    }

    /** Lets go of the bridge as a killed hub does: rooms and media stay. */
    @Override
    public void close() {
        locked(() -> {
            up = false;
            listener = null;
            bridge.unwatch(this);
            return up;
        });
    }

    void lost(NodeDown.Reason reason) {
        locked(() -> {
            if (up) {
                up = false;
                undelivered.add(new NodeDown(id, reason, rooms.keySet()));
            }
            rooms.clear();
            told.clear();
            return up;
        });
        deliver();
    }

    void found() {
        locked(() -> {
            up = true;
            return undelivered.add(new NodeUp(id));
        });
        deliver();
    }

    void mediaEnded(RoomName room, Participant participant) {
        locked(() -> {
            FakeRoom found = rooms.get(room);
            if (found != null && found.ended(participant)) {
                undelivered.add(new PublisherGone(id, room, participant));
                settle();
            }
            return up;
        });
        deliver();
    }

    private Outcome<Participant> inRoom(
            RoomName room, Participant participant, Function<FakeRoom, Optional<Refusal>> step) {
        Outcome<Participant> outcome = locked(() -> {
            FakeRoom found = rooms.get(room);
            Optional<Refusal> refusal =
                    unreachable().or(() -> found == null ? Optional.of(Refusal.NO_SUCH_ROOM) : step.apply(found));
            settle();
            return refusal.<Outcome<Participant>>map(Outcome::refused).orElseGet(() -> Outcome.done(participant));
        });
        deliver();
        return outcome;
    }

    private Optional<Refusal> unreachable() {
        return up ? Optional.empty() : Optional.of(Refusal.NODE_DOWN);
    }

    /** Queues what a change leads to: first the snapshot, then the offers that it holds. */
    private void settle() {
        rooms.forEach((name, room) -> {
            List<MediaEvent> offers = room.offers();
            RoomSnapshot now = room.snapshot();
            if (!now.equals(told.put(name, now))) {
                undelivered.add(new SnapshotChanged(now));
            }
            undelivered.addAll(offers);
        });
    }

    /** One thread delivers at a time, outside the lock, so that a listener may call the node. */
    private void deliver() {
        while (true) {
            MediaEvent next;
            Consumer<MediaEvent> to;
            bridge.lock.lock();
            try {
                to = listener;
                next = delivering || to == null ? null : undelivered.poll();
                if (next == null || to == null) {
                    return;
                }
                delivering = true;
            } finally {
                bridge.lock.unlock();
            }
            try {
                to.accept(next);
            } finally {
                locked(() -> delivering = false);
            }
        }
    }

    private <T> T locked(Supplier<T> step) {
        bridge.lock.lock();
        try {
            return step.get();
        } finally {
            bridge.lock.unlock();
        }
    }
}
