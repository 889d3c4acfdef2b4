package org.wuduan.hub.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.contract.LiveToHub;
import org.wuduan.hub.live.Reply;
import org.wuduan.hub.live.Terminal;
import org.wuduan.hub.shared.Outcome;

/** What the simulation needs of this module's inside. */
public final class CallSide {
    private static final UUID OPERATOR = new UUID(0, 0);

    private final BeanFactory hub;
    private final JdbcClient jdbc;

    public CallSide(BeanFactory hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /** The hub starts: it takes over what ran before. */
    public void start() {
        hub.getBean(CallLife.class).start();
    }

    /** What the hub does by itself every second or two. */
    public void tick() {
        hub.getBean(CallLife.class).giveUpLostSeats();
        hub.getBean(MediaNodes.class).reconcile();
    }

    public Outcome<Reply> handle(Terminal terminal, LiveToHub message) {
        return hub.getBean(CallMessages.class).handle(terminal, message);
    }

    public void closed(Terminal terminal) {
        hub.getBean(CallMessages.class).closed(terminal);
    }

    /** Where a running call's media is; the node is null while none has it. */
    public record Where(RoomName room, @Nullable String node) {}

    public Where where(UUID call) {
        var placement = hub.getBean(Placements.class).of(call).orElseThrow();
        return new Where(
                placement.room(),
                placement.node() == null ? null : placement.node().value());
    }

    /** A seat as the database has it. */
    public record SeatRow(UUID id, UUID actor, boolean seated, int epoch, int mediaEpoch, String presence) {
        public Participant participant() {
            return new Participant(id, mediaEpoch);
        }
    }

    /** The seats of a call by whose they are. */
    public Map<UUID, SeatRow> seats(UUID call) {
        var seats = new LinkedHashMap<UUID, SeatRow>();
        jdbc.sql("select id, actor, seated, epoch, media_epoch, presence from seat where call = ? order by id")
                .param(call)
                .query((row, _) -> new SeatRow(
                        row.getObject("id", UUID.class),
                        row.getObject("actor", UUID.class),
                        row.getBoolean("seated"),
                        row.getInt("epoch"),
                        row.getInt("media_epoch"),
                        row.getString("presence")))
                .list()
                .forEach(seat -> seats.put(seat.actor(), seat));
        return seats;
    }

    /** The connections that hold seats of a call, each with its epoch. */
    public Map<UUID, Integer> holders(UUID call) {
        var holders = new LinkedHashMap<UUID, Integer>();
        hub.getBean(Holdings.class).all().stream()
                .filter(holding -> holding.call().equals(call))
                .forEach(holding -> holders.put(holding.terminal().connectionId(), holding.epoch()));
        return holders;
    }

    /** Seats with more than one connection. */
    public List<UUID> doublyHeld(UUID call) {
        Set<UUID> once = new LinkedHashSet<>();
        var twice = new ArrayList<UUID>();
        hub.getBean(Holdings.class).all().stream()
                .filter(holding -> holding.call().equals(call))
                .filter(holding -> !once.add(holding.seat()))
                .forEach(holding -> twice.add(holding.seat()));
        return twice;
    }

    /** An operator takes a bridge out of use; the last one that can be used is refused. */
    public void drain(String bridge, boolean moveCalls) {
        hub.getBean(Bridges.class).drain(OPERATOR, bridge, moveCalls);
    }

    public void resume(String bridge) {
        hub.getBean(Bridges.class).resume(OPERATOR, bridge);
    }

    public int snapshots(UUID call) {
        return jdbc.sql("select count(*) from media_room where call = ?")
                .param(call)
                .query(Integer.class)
                .single();
    }
}
