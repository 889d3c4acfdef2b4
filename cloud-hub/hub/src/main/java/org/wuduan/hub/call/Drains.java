package org.wuduan.hub.call;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.bridge.NodeId;

/** Keeps which bridges an operator took out of use. */
@Repository
class Drains {
    private final JdbcClient jdbc;

    Drains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param movesCalls whether running calls move away; else they end where they are */
    record Drain(Instant since, boolean movesCalls) {}

    Map<NodeId, Drain> all() {
        Map<NodeId, Drain> drains = new HashMap<>();
        jdbc.sql("select node, since, moves_calls from bridge_drain").query(row -> {
            drains.put(
                    new NodeId(row.getString("node")),
                    new Drain(row.getTimestamp("since").toInstant(), row.getBoolean("moves_calls")));
        });
        return Map.copyOf(drains);
    }

    /** Of a bridge that is drained already only whether calls move is changed. */
    void put(NodeId node, Drain drain) {
        jdbc.sql("insert into bridge_drain (node, since, moves_calls) values (?, ?, ?)"
                        + " on conflict (node) do update set moves_calls = excluded.moves_calls")
                .params(node.value(), Timestamp.from(drain.since()), drain.movesCalls())
                .update();
    }

    void remove(NodeId node) {
        jdbc.sql("delete from bridge_drain where node = ?").param(node.value()).update();
    }
}
