package org.wuduan.hub.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.Call;
import org.wuduan.contract.Presence;
import org.wuduan.contract.Seat;
import org.wuduan.contract.SeatRole;
import org.wuduan.hub.shared.Uuid7;

/** Keeps calls and seats in the database. Every change of what a screen shows sends CallChanged. */
@Repository
class SeatBook {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SeatBook(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A seat that was claimed.
     *
     * @param epoch of this claim, from 1
     * @param mediaEpoch the claim since which the seat's media runs, 0 before the first
     */
    record Claimed(UUID call, UUID seat, int epoch, int mediaEpoch, int generation) {}

    /** A seat whose person has left, so that its media can end. */
    record Left(UUID seat, int epoch, int mediaEpoch, int generation) {}

    /** Repeating it changes nothing, and then nobody is told: each telling draws the view of everybody in the call. */
    @Transactional
    public List<Left> arrange(UUID call, List<PlannedSeat> seats) {
        int changed = jdbc.sql("insert into call (id, generation, media, opened_at) values (?, 1, 'moving', ?)"
                        + " on conflict (id) do nothing")
                .params(call, now())
                .update();
        var leaving = seats.stream()
                .filter(planned -> !planned.seated())
                .flatMap(planned -> leave(call, planned.actor()).stream())
                .toList();
        for (var planned : seats) {
            changed += seat(call, planned);
        }
        if (changed + leaving.size() > 0) {
            events.publishEvent(new CallChanged(call));
        }
        return leaving;
    }

    /** @return 1 when the seat is new or taken again, else 0 */
    private int seat(UUID call, PlannedSeat planned) {
        return jdbc.sql("insert into seat (id, call, actor, role, name, seated, epoch, media_epoch, presence)"
                        + " values (:id, :call, :actor, :role, :name, :seated, 0, 0, 'absent')"
                        + " on conflict (call, actor) do update set seated = excluded.seated"
                        + " where seat.seated <> excluded.seated")
                .param("id", Uuid7.at(clock.instant()))
                .param("call", call)
                .param("actor", planned.actor())
                .param("role", planned.role().name().toLowerCase(Locale.ROOT))
                .param("name", planned.name())
                .param("seated", planned.seated())
                .update();
    }

    private List<Left> leave(UUID call, UUID actor) {
        return jdbc.sql("update seat set seated = false, presence = 'absent' from call"
                        + " where call.id = seat.call and seat.call = ? and seat.actor = ? and seat.seated"
                        + " returning seat.id, seat.epoch, seat.media_epoch, call.generation")
                .params(call, actor)
                .query((row, _) -> left(row))
                .list();
    }

    /** @return the generations that the call had, if it was running */
    @Transactional
    public Optional<Integer> end(UUID call) {
        var generation = jdbc.sql("update call set ended_at = ? where id = ? and ended_at is null returning generation")
                .params(now(), call)
                .query(Integer.class)
                .optional();
        jdbc.sql("delete from media_room where call = ?").param(call).update();
        events.publishEvent(new CallChanged(call));
        return generation;
    }

    /** Raises the epoch of the actor's seat in a running call; empty when the actor has none. */
    @Transactional
    public Optional<Claimed> claim(UUID call, UUID actor) {
        var claimed = jdbc.sql("update seat set epoch = seat.epoch + 1, presence = 'present', lost_at = null from call"
                        + " where call.id = seat.call and call.ended_at is null and seat.seated"
                        + " and seat.call = ? and seat.actor = ?"
                        + " returning seat.id, seat.epoch, seat.media_epoch, call.generation")
                .params(call, actor)
                .query((row, _) -> new Claimed(
                        call,
                        row.getObject("id", UUID.class),
                        row.getInt("epoch"),
                        row.getInt("media_epoch"),
                        row.getInt("generation")))
                .optional();
        claimed.ifPresent(_ -> events.publishEvent(new CallChanged(call)));
        return claimed;
    }

    /** The seat's media is built anew since this claim. */
    @Transactional
    public void mediaBuiltSince(UUID seat, int epoch) {
        jdbc.sql("update seat set media_epoch = ? where id = ? and media_epoch < ?")
                .params(epoch, seat, epoch)
                .update();
    }

    /** The connection that holds the seat is gone. A later claim is not touched. */
    @Transactional
    public void lost(UUID call, UUID seat, int epoch) {
        int changed = jdbc.sql("update seat set presence = 'reconnecting', lost_at = ?"
                        + " where id = ? and epoch = ? and presence = 'present'")
                .params(now(), seat, epoch)
                .update();
        if (changed > 0) {
            events.publishEvent(new CallChanged(call));
        }
    }

    /** At the start of this hub no connection is open yet: whoever was present is reconnecting. */
    @Transactional
    public void everybodyIsReconnecting() {
        jdbc
                .sql("update seat set presence = 'reconnecting', lost_at = ? from call"
                        + " where call.id = seat.call and call.ended_at is null and seat.presence = 'present'"
                        + " returning seat.call")
                .param(now())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .distinct()
                .forEach(call -> events.publishEvent(new CallChanged(call)));
    }

    /** A seat that nobody came back to. */
    record Abandoned(UUID call, Left seat) {}

    /** Seats that have been reconnecting for longer than they are held become absent. */
    @Transactional
    public List<Abandoned> giveUp(Duration heldFor) {
        var abandoned = jdbc.sql("update seat set presence = 'absent' from call"
                        + " where call.id = seat.call and call.ended_at is null"
                        + " and seat.presence = 'reconnecting' and seat.lost_at < ?"
                        + " returning seat.call, seat.id, seat.epoch, seat.media_epoch, call.generation")
                .param(Timestamp.from(clock.instant().minus(heldFor)))
                .query((row, _) -> new Abandoned(row.getObject("call", UUID.class), left(row)))
                .list();
        abandoned.stream().map(Abandoned::call).distinct().forEach(call -> events.publishEvent(new CallChanged(call)));
        return abandoned;
    }

    Optional<Call> view(UUID call, UUID viewer) {
        var seats = jdbc.sql("select id, role, name, presence, seated from seat where call = ? order by id")
                .param(call)
                .query((row, _) -> seat(row))
                .list();
        var mine = jdbc.sql("select id from seat where call = ? and actor = ? and seated")
                .params(call, viewer)
                .query(UUID.class)
                .optional()
                .orElse(null);
        return jdbc.sql("select generation, media from call where id = ? and ended_at is null")
                .param(call)
                .query((row, _) -> new Call(
                        call,
                        row.getInt("generation"),
                        Call.Media.valueOf(row.getString("media").toUpperCase(Locale.ROOT)),
                        seats,
                        mine))
                .optional();
    }

    private static Left left(ResultSet row) throws SQLException {
        return new Left(
                row.getObject("id", UUID.class),
                row.getInt("epoch"),
                row.getInt("media_epoch"),
                row.getInt("generation"));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        var presence = row.getBoolean("seated")
                ? Presence.valueOf(row.getString("presence").toUpperCase(Locale.ROOT))
                : Presence.LEFT;
        return new Seat(
                row.getObject("id", UUID.class),
                SeatRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                presence);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
