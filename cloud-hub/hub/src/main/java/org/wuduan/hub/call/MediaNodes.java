package org.wuduan.hub.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wuduan.bridge.Health;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Outcome;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;

/**
 * Places rooms on nodes and moves them when a node is lost: the call then gets a new generation, and its terminals
 * build their media again there. What could not be moved at once is moved by {@link #reconcile}.
 */
@Component
class MediaNodes {
    private static final Logger LOG = LoggerFactory.getLogger(MediaNodes.class);
    private static final long RECONCILE_EVERY_MILLIS = 2_000;

    private final List<MediaNode> nodes;
    private final Placements placements;
    private final Drains drains;
    private final Clock clock;
    private final Set<RoomName> open = ConcurrentHashMap.newKeySet();
    /** Rooms whose media is gone, until their calls have a new generation: a node that is back must not open them again. */
    private final Set<RoomName> lost = ConcurrentHashMap.newKeySet();

    private final Attending attending = new Attending();

    /** Why a node is down; one that is not in it is up or was never heard. */
    private final Map<NodeId, MediaEvent.NodeDown.Reason> troubles = new ConcurrentHashMap<>();
    /** When a node was last noticed to be up or down: it may come and go between two looks of an operator. */
    private final Map<NodeId, Instant> changes = new ConcurrentHashMap<>();

    private final Map<UUID, Object> placing = new ConcurrentHashMap<>();
    private final ReentrantLock reconciling = new ReentrantLock();
    /** The newest snapshot of each room that the database would not take. */
    private final Map<UUID, RoomSnapshot> unremembered = new HashMap<>();

    private final ReentrantLock remembering = new ReentrantLock();
    private boolean running;
    private volatile Map<NodeId, Drains.Drain> drained = Map.of();

    MediaNodes(MediaBridges bridges, Placements placements, Drains drains, Clock clock) {
        this.clock = clock;
        this.nodes = bridges.nodes();
        this.placements = placements;
        this.drains = drains;
    }

    /** Connects to all nodes and takes over what ran before this hub was started. */
    void start(Consumer<MediaEvent> listener) {
        for (var node : nodes) {
            var remembered = placements.remembered(node.id());
            remembered.forEach(attending::told);
            var resumed = node.start(remembered, event -> {
                handle(event);
                listener.accept(event);
            });
            open.addAll(resumed.kept());
            attending.lost(resumed.lost());
            LOG.info(
                    "media.started node={} kept={} lost={}",
                    node.id(),
                    resumed.kept().size(),
                    resumed.lost().size());
        }
        for (var node : nodes) {
            placements.on(node.id()).stream()
                    .filter(room -> !open.contains(room))
                    .forEach(lost::add);
        }
        reconciling.lock();
        try {
            running = true;
        } finally {
            reconciling.unlock();
        }
        reconcile();
    }

    /** Ends the reconciliation first: to it, the closed nodes would look dead, and it would move every call. */
    void stop() {
        reconciling.lock();
        try {
            running = false;
        } finally {
            reconciling.unlock();
        }
        nodes.forEach(MediaNode::close);
    }

    /**
     * Gives every running call a living node: one whose node is down or not in the settings any more, one whose room is
     * lost, one that no node has. It changes nothing for the others. A call that fails, or finds no node, is tried again
     * the next time. Rooms of calls that are over are closed: the hub may have died between the one and the other.
     */
    @Scheduled(fixedDelay = RECONCILE_EVERY_MILLIS)
    void reconcile() {
        reconciling.lock();
        try {
            if (!running) {
                return;
            }
            applyDrains();
            // first what is known here: a room that is opened meanwhile belongs to a call that is not in the list yet
            var openBefore = Set.copyOf(open);
            var lostBefore = Set.copyOf(lost);
            var calls = placements.running();
            var rooms = calls.stream().map(Placements.Placement::room).collect(Collectors.toSet());
            lostBefore.stream().filter(room -> !rooms.contains(room)).forEach(lost::remove);
            openBefore.stream()
                    .filter(room -> !rooms.contains(room))
                    .forEach(room -> close(room.callId(), room.generation()));
            calls.stream().filter(this::needsNode).forEach(this::giveNode);
            rememberWhatFailed();
        } catch (DataAccessException databaseAway) {
            LOG.warn("media.reconcile_failed fault={}", databaseAway.getClass().getSimpleName());
        } finally {
            reconciling.unlock();
        }
    }

    /**
     * A drained node takes nothing new as long as another can: without any, calls would have neither sound nor picture, and
     * then it goes on in spite of its drain.
     */
    private void applyDrains() {
        var wanted = drains.all();
        drained = wanted;
        boolean another =
                nodes.stream().anyMatch(node -> node.health() != Health.DOWN && !wanted.containsKey(node.id()));
        nodes.forEach(node -> node.drain(another && wanted.containsKey(node.id())));
    }

    private boolean needsNode(Placements.Placement placement) {
        return placement.node() == null
                || lost.contains(placement.room())
                || node(placement.node())
                        .filter(node -> node.health() != Health.DOWN)
                        .filter(node -> !leaves(placement.room(), node))
                        .isEmpty();
    }

    /** Whether a room leaves a node that is well: it is drained, and its calls shall move or were not begun there. */
    private boolean leaves(RoomName room, MediaNode node) {
        var drain = drained.get(node.id());
        return drain != null
                && node.health() == Health.DRAINING
                && (drain.movesCalls() || !open.contains(room))
                && leastLoaded().isPresent();
    }

    /** Moves by comparing the generation: of two that move the same room at once, the second changes nothing. */
    private void giveNode(Placements.Placement placement) {
        var room = placement.room();
        try {
            var next = leastLoaded().map(MediaNode::id);
            if (placement.node() != null) {
                placements.move(room, next.orElse(null));
                endOldRoom(room, placement.node());
            } else if (next.isPresent()) {
                placements.place(room.callId(), next.get());
            }
            lost.remove(room);
        } catch (RuntimeException triedAgain) {
            LOG.warn(
                    "media.move_failed call={} fault={}",
                    room.callId(),
                    triedAgain.getClass().getSimpleName());
        }
    }

    /** The nodes in the order of preference. */
    List<MediaNode> nodes() {
        return nodes;
    }

    /** Why a node is down, as far as it was noticed. */
    Optional<MediaEvent.NodeDown.Reason> trouble(NodeId node) {
        return Optional.ofNullable(troubles.get(node));
    }

    /**
     * A node that is well may still have the room, also one that this hub never knew: it was opened by a hub that died before
     * it could keep a snapshot. A node that is not well has forgotten the room, or is told when it is back.
     */
    private void endOldRoom(RoomName room, NodeId was) {
        open.remove(room);
        attending.closed(room);
        node(was).filter(node -> node.health() != Health.DOWN).ifPresent(node -> node.closeRoom(room));
    }

    /** Whether an operator took a node out of use, as of the last reconciliation. */
    Optional<Drains.Drain> drain(NodeId node) {
        return Optional.ofNullable(drained.get(node));
    }

    /** Since when a node is up or down, as far as it was noticed. */
    Optional<Instant> changedAt(NodeId node) {
        return Optional.ofNullable(changes.get(node));
    }

    /** A room on its node, opened if need be. */
    record OpenRoom(RoomName room, MediaNode node) {}

    /** Where a running call's media is now; empty while no node can take it. Never inside a transaction: nodes are asked. */
    Optional<OpenRoom> roomOf(UUID call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a media node is asked inside a transaction");
        }
        synchronized (placing.computeIfAbsent(call, _ -> new Object())) {
            var placement = placements.of(call);
            if (placement.isEmpty()) {
                placing.remove(call);
                return Optional.empty();
            }
            var room = placement.get().room();
            return placedNode(placement.get())
                    .filter(one -> ensureOpen(one, room))
                    .map(one -> new OpenRoom(room, one));
        }
    }

    /** Asks again after placing: a node that came up just now may have got the call first, and then that one has it. */
    private Optional<MediaNode> placedNode(Placements.Placement placement) {
        if (placement.node() != null) {
            return node(placement.node());
        }
        var call = placement.room().callId();
        leastLoaded().ifPresent(node -> placements.place(call, node.id()));
        return placements
                .of(call)
                .filter(placed -> placed.room().equals(placement.room()))
                .map(Placements.Placement::node)
                .flatMap(this::node);
    }

    /** Who is in each room that is open, as its node last told. */
    Map<RoomName, Set<Participant>> attending() {
        var now = new HashMap<>(attending.now());
        now.keySet().retainAll(open);
        return now;
    }

    /** Ends what a participant sends and receives, where the call is still in that room. */
    void leave(RoomName room, Participant participant) {
        roomOf(room.callId())
                .filter(current -> current.room().equals(room))
                .ifPresent(current -> current.node().leave(room, participant));
    }

    void close(UUID call, int generation) {
        // waits for a room that is being opened, which would otherwise stay on its node for ever
        synchronized (placing.computeIfAbsent(call, _ -> new Object())) {
            var room = new RoomName(call, generation);
            if (open.remove(room)) {
                nodes.forEach(node -> node.closeRoom(room));
            }
            attending.closed(room);
            placements.forget(call);
            placing.remove(call);
        }
    }

    private boolean ensureOpen(MediaNode node, RoomName room) {
        if (open.contains(room)) {
            return true;
        }
        if (lost.contains(room)) {
            return false;
        }
        return switch (node.openRoom(room)) {
            case Outcome.Done<RoomName> _ -> open.add(room) || open.contains(room);
            case Outcome.Refused<RoomName>(var refusal) -> {
                LOG.warn("media.room_refused node={} reason={}", node.id(), refusal);
                yield false;
            }
        };
    }

    private Optional<MediaNode> node(NodeId id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    private Optional<MediaNode> leastLoaded() {
        return nodes.stream()
                .filter(node -> node.health() == Health.UP)
                .min(Comparator.comparingInt(node -> placements.load(node.id())));
    }

    private void handle(MediaEvent event) {
        switch (event) {
            case MediaEvent.NodeDown down -> moveAway(down);
            case MediaEvent.NodeUp up -> {
                troubles.remove(up.node());
                changes.put(up.node(), clock.instant());
                LOG.info("media.node_up node={}", up.node());
                reconcile();
            }
            case MediaEvent.SnapshotChanged(var snapshot) -> {
                attending.told(snapshot);
                remember(snapshot);
            }
            case MediaEvent.OfferReady _, MediaEvent.PublisherGone _ -> {
                // the seats' business
            }
        }
    }

    /** One after the other, or a late attempt would put an old snapshot over the newest. */
    private void remember(RoomSnapshot snapshot) {
        var call = snapshot.room().callId();
        remembering.lock();
        try {
            unremembered.put(call, snapshot);
            placements.remember(snapshot);
            unremembered.remove(call);
        } catch (DataAccessException | TransactionException triedAgain) {
            LOG.warn(
                    "media.remember_failed call={} fault={}",
                    call,
                    triedAgain.getClass().getSimpleName());
        } finally {
            remembering.unlock();
        }
    }

    private void rememberWhatFailed() {
        remembering.lock();
        try {
            List.copyOf(unremembered.values()).forEach(this::remember);
        } finally {
            remembering.unlock();
        }
    }

    /** First what can't fail: whatever happens to the database, the rooms are known to be lost. */
    private void moveAway(MediaEvent.NodeDown down) {
        LOG.warn("media.node_down node={} reason={}", down.node(), down.reason());
        troubles.put(down.node(), down.reason());
        changes.put(down.node(), clock.instant());
        lost.addAll(down.lost());
        open.removeAll(down.lost());
        attending.lost(down.lost());
        reconcile();
    }
}
