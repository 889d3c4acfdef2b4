package org.wuduan.hub.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;

/** Keeps which call's media runs on which node, and what a node needs to be taken over after a restart of the hub. */
@Repository
class Placements {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Placements(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** A running call's room and the node that has it, if any has. */
    record Placement(RoomName room, @Nullable NodeId node) {}

    Optional<Placement> of(UUID call) {
        return jdbc.sql("select id, generation, node from call where id = ? and ended_at is null")
                .param(call)
                .query((row, _) -> placement(row))
                .optional();
    }

    private static Placement placement(ResultSet row) throws SQLException {
        var node = row.getString("node");
        return new Placement(
                new RoomName(row.getObject("id", UUID.class), row.getInt("generation")),
                node == null ? null : new NodeId(node));
    }

    /** Every running call, the oldest first. */
    List<Placement> running() {
        return jdbc.sql("select id, generation, node from call where ended_at is null order by opened_at")
                .query((row, _) -> placement(row))
                .list();
    }

    /** Rooms of running calls on a node. */
    List<RoomName> on(NodeId node) {
        return jdbc.sql("select id, generation from call where ended_at is null and node = ? order by opened_at")
                .param(node.value())
                .query((row, _) -> new RoomName(row.getObject("id", UUID.class), row.getInt("generation")))
                .list();
    }

    int load(NodeId node) {
        return jdbc.sql("select count(*) from call where ended_at is null and node = ?")
                .param(node.value())
                .query(Integer.class)
                .single();
    }

    /** Gives a homeless call its node. A call that lost one before starts a new generation there. */
    @Transactional
    public void place(UUID call, NodeId node) {
        int changed = jdbc.sql("update call set node = ?, media = 'ready' where id = ? and node is null"
                        + " and ended_at is null")
                .params(node.value(), call)
                .update();
        changed(call, changed);
    }

    /** A room is lost: its call gets a new generation, on another node or on none yet. */
    @Transactional
    public void move(RoomName lost, @Nullable NodeId to) {
        int changed = jdbc.sql("update call set generation = generation + 1, node = :node, media = :media"
                        + " where id = :call and generation = :generation and ended_at is null")
                .param("node", to == null ? null : to.value(), Types.VARCHAR)
                .param("media", to == null ? "moving" : "ready")
                .param("call", lost.callId())
                .param("generation", lost.generation())
                .update();
        if (changed > 0) {
            // else another has moved it, and the snapshot is of the room where it is now
            jdbc.sql("delete from media_room where call = ?")
                    .param(lost.callId())
                    .update();
        }
        changed(lost.callId(), changed);
    }

    private void changed(UUID call, int changed) {
        if (changed > 0) {
            events.publishEvent(new CallChanged(call));
        }
    }

    @Transactional
    public void remember(RoomSnapshot snapshot) {
        jdbc.sql("insert into media_room (call, node, snapshot) select id, ?, ? from call"
                        + " where id = ? and generation = ? and ended_at is null"
                        + " on conflict (call) do update set node = excluded.node, snapshot = excluded.snapshot")
                .params(
                        snapshot.node().value(),
                        snapshot.toJson(),
                        snapshot.room().callId(),
                        snapshot.room().generation())
                .update();
    }

    /** The room of a call that is over is closed: no later hub needs to take it over. */
    @Transactional
    public void forget(UUID call) {
        jdbc.sql("delete from media_room where call = ? and exists"
                        + " (select 1 from call where id = ? and ended_at is not null)")
                .params(call, call)
                .update();
    }

    /** Rooms that may run on a node, also those of calls that ended while nobody could close them. */
    List<RoomSnapshot> remembered(NodeId node) {
        return jdbc.sql("select snapshot from media_room where node = ?")
                .param(node.value())
                .query((row, _) -> RoomSnapshot.ofJson(row.getString(1)))
                .list();
    }
}
