package org.wuduan.hub.call;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wuduan.bridge.Health;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Outcome;
import org.wuduan.bridge.RoomName;

/**
 * Places rooms on nodes and moves them when a node is lost: the call then gets a new generation, and its terminals
 * build their media again there.
 */
@Component
class MediaNodes {
    private static final Logger LOG = LoggerFactory.getLogger(MediaNodes.class);

    private final List<MediaNode> nodes;
    private final Placements placements;
    private final Set<RoomName> open = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Object> placing = new ConcurrentHashMap<>();

    MediaNodes(MediaBridges bridges, Placements placements) {
        this.nodes = bridges.nodes();
        this.placements = placements;
    }

    /** Connects to all nodes and takes over what ran before this hub was started. */
    void start(Consumer<MediaEvent> listener) {
        for (var node : nodes) {
            var resumed = node.start(placements.remembered(node.id()), event -> {
                handle(event);
                listener.accept(event);
            });
            open.addAll(resumed.kept());
            LOG.info(
                    "media.started node={} kept={} lost={}",
                    node.id(),
                    resumed.kept().size(),
                    resumed.lost().size());
        }
        for (var node : nodes) {
            placements.on(node.id()).stream()
                    .filter(room -> !open.contains(room))
                    .forEach(room -> settle(room, node));
        }
        placeHomeless();
    }

    /** After a restart: a room that never had media is opened when needed, one that lost it is built elsewhere. */
    private void settle(RoomName room, MediaNode node) {
        if (node.health() != Health.UP) {
            placements.move(room, leastLoaded().map(MediaNode::id).orElse(null));
        } else {
            placements.move(room, node.id());
        }
    }

    void stop() {
        nodes.forEach(MediaNode::close);
    }

    /** A room on its node, opened if need be. */
    record OpenRoom(RoomName room, MediaNode node) {}

    /** Where a running call's media is now; empty while no node can take it. */
    Optional<OpenRoom> roomOf(UUID call) {
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

    void close(UUID call, int generation) {
        // waits for a room that is being opened, which would otherwise stay on its node for ever
        synchronized (placing.computeIfAbsent(call, _ -> new Object())) {
            var room = new RoomName(call, generation);
            if (open.remove(room)) {
                nodes.forEach(node -> node.closeRoom(room));
            }
            placing.remove(call);
        }
    }

    private boolean ensureOpen(MediaNode node, RoomName room) {
        if (open.contains(room)) {
            return true;
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
                LOG.info("media.node_up node={}", up.node());
                placeHomeless();
            }
            case MediaEvent.SnapshotChanged(var snapshot) -> placements.remember(snapshot);
            case MediaEvent.OfferReady _, MediaEvent.PublisherGone _ -> {
                // the seats' business
            }
        }
    }

    private void moveAway(MediaEvent.NodeDown down) {
        LOG.warn("media.node_down node={} reason={}", down.node(), down.reason());
        var rooms = placements.on(down.node());
        for (var room : rooms) {
            open.remove(room);
            var next = leastLoaded().filter(node -> !node.id().equals(down.node()));
            placements.move(room, next.map(MediaNode::id).orElse(null));
        }
    }

    private void placeHomeless() {
        placements.homeless().forEach(call -> leastLoaded().ifPresent(node -> placements.place(call, node.id())));
    }
}
