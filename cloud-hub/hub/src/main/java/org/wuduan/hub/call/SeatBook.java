package org.wuduan.hub.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.bridge.Participant;
import org.wuduan.contract.Call;
import org.wuduan.contract.LiveToHub.ClaimSeat.RunningMedia;
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
    record Claimed(UUID call, UUID seat, int epoch, int mediaEpoch, int generation) {
        /** The same claim with media built anew. */
        Claimed building() {
            return new Claimed(call, seat, epoch, epoch, generation);
        }

        boolean buildsMedia() {
            return mediaEpoch == epoch;
        }

        boolean hasStill(SeatMedia media) {
            return media.equals(new SeatMedia(seat, mediaEpoch, generation));
        }
    }

    /**
     * The media of a seat.
     *
     * @param epoch the claim since which it runs
     */
    record SeatMedia(UUID seat, int epoch, int generation) {
        Participant participant() {
            return new Participant(seat, epoch);
        }
    }

    /** A seat whose person has left, so that its media can end. */
    record Left(UUID seat, int epoch, int mediaEpoch, int generation) {}

    /** Repeating it changes nothing, and then nobody is told: each telling draws the view of everybody in the call. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrange(UUID call, List<PlannedSeat> seats) {
        int changed = jdbc.sql("insert into call (id, generation, media, opened_at) values (?, 1, 'moving', ?)"
                        + " on conflict (id) do nothing")
                .params(call, now())
                .update();
        changed += plan(call, seats);
        changed += withdrawOthers(call, seats);
        if (changed > 0) {
            events.publishEvent(new CallChanged(call));
        }
    }

    /** @return how many seats are new, left or taken again */
    private int plan(UUID call, List<PlannedSeat> seats) {
        return jdbc.sql("insert into seat (id, call, actor, role, name, seated, epoch, media_epoch, presence)"
                        + " select id, :call, actor, role, name, seated, 0, 0, 'absent'"
                        + " from unnest(:ids::uuid[], :actors::uuid[], :roles::text[], :names::text[], :seated::bool[])"
                        + " with ordinality as planned (id, actor, role, name, seated, place) order by place"
                        + " on conflict (call, actor) do update set seated = excluded.seated, presence = 'absent',"
                        + " withdrawn = false where seat.seated <> excluded.seated or seat.withdrawn")
                .param("call", call)
                .param("ids", column(seats, _ -> Uuid7.at(clock.instant()), UUID[]::new))
                .param("actors", column(seats, PlannedSeat::actor, UUID[]::new))
                .param("roles", column(seats, seat -> seat.role().name().toLowerCase(Locale.ROOT), String[]::new))
                .param("names", column(seats, PlannedSeat::name, String[]::new))
                .param("seated", column(seats, PlannedSeat::seated, Boolean[]::new))
                .update();
    }

    /** Who is not planned any more has no part in the call: the seat is shown to nobody, and its media ends. */
    private int withdrawOthers(UUID call, List<PlannedSeat> seats) {
        return jdbc.sql("update seat set withdrawn = true, seated = false, presence = 'absent'"
                        + " where call = ? and not withdrawn and actor <> all(?::uuid[])")
                .params(call, column(seats, PlannedSeat::actor, UUID[]::new))
                .update();
    }

    private static <T> T[] column(List<PlannedSeat> seats, Function<PlannedSeat, T> value, IntFunction<T[]> array) {
        return seats.stream().map(value).toArray(array);
    }

    /** Seats whose person has left while their media may still run. */
    List<Left> leftWithMedia(UUID call) {
        return jdbc.sql("select seat.id, seat.epoch, seat.media_epoch, call.generation from seat"
                        + " join call on call.id = seat.call"
                        + " where seat.call = ? and not seat.seated and seat.media_epoch > 0 order by seat.id")
                .param(call)
                .query((row, _) -> left(row))
                .list();
    }

    /**
     * The media of a seat is over: no claim can keep it from now on.
     *
     * @return false when the seat was claimed anew meanwhile, and perhaps the media with it
     */
    @Transactional
    public boolean mediaEnded(Left left) {
        return jdbc.sql("update seat set media_epoch = 0 where id = ? and epoch = ? and media_epoch = ?"
                                + " and presence = 'absent'")
                        .params(left.seat(), left.epoch(), left.mediaEpoch())
                        .update()
                > 0;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID call) {
        int ended = jdbc.sql("update call set ended_at = ? where id = ? and ended_at is null")
                .params(now(), call)
                .update();
        if (ended > 0) {
            events.publishEvent(new CallChanged(call));
        }
    }

    /** The last generation of a call that is over; empty while it runs or is not known. */
    Optional<Integer> generationOfEnded(UUID call) {
        return jdbc.sql("select generation from call where id = ? and ended_at is not null")
                .param(call)
                .query(Integer.class)
                .optional();
    }

    /** The media of the actor's seat, if it can be the page's: nobody has built it anew since, and the call is not moved. */
    Optional<SeatMedia> mediaOf(UUID call, UUID actor, RunningMedia page) {
        return jdbc.sql("select seat.id, seat.media_epoch from seat join call on call.id = seat.call"
                        + " where call.ended_at is null and call.generation = :generation and seat.seated"
                        + " and seat.call = :call and seat.actor = :actor"
                        + " and seat.media_epoch between 1 and :epoch and seat.epoch >= :epoch")
                .param("generation", page.generation())
                .param("call", call)
                .param("actor", actor)
                .param("epoch", page.epoch())
                .query((row, _) ->
                        new SeatMedia(row.getObject("id", UUID.class), row.getInt("media_epoch"), page.generation()))
                .optional();
    }

    /**
     * Raises the epoch of the actor's seat in a running call; empty when the actor has none.
     *
     * @param running the seat's media if its bridge said just now that it runs: it goes on if it is the seat's still; else
     *     media is built since this claim
     */
    @Transactional
    public Optional<Claimed> claim(UUID call, UUID actor, Optional<SeatMedia> running) {
        return jdbc.sql("select seat.id, seat.epoch, seat.media_epoch, call.generation from seat"
                        + " join call on call.id = seat.call where call.ended_at is null and seat.seated"
                        + " and seat.call = ? and seat.actor = ? for update of seat")
                .params(call, actor)
                .query((row, _) -> new Claimed(
                        call,
                        row.getObject("id", UUID.class),
                        row.getInt("epoch") + 1,
                        row.getInt("media_epoch"),
                        row.getInt("generation")))
                .optional()
                .map(claim -> claimed(running.filter(claim::hasStill).isPresent() ? claim : claim.building()));
    }

    private Claimed claimed(Claimed claim) {
        jdbc.sql("update seat set epoch = ?, media_epoch = ?, presence = 'present', lost_at = null where id = ?")
                .params(claim.epoch(), claim.mediaEpoch(), claim.seat())
                .update();
        events.publishEvent(new CallChanged(claim.call()));
        return claim;
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

    /** A claim of a seat. */
    record Claim(UUID call, UUID seat, int epoch) {}

    /** Of every seat of a running call that is shown as taken, its newest claim. */
    List<Claim> present() {
        return jdbc.sql("select seat.call, seat.id, seat.epoch from seat join call on call.id = seat.call"
                        + " where call.ended_at is null and seat.presence = 'present'")
                .query((row, _) -> new Claim(
                        row.getObject("call", UUID.class), row.getObject("id", UUID.class), row.getInt("epoch")))
                .list();
    }

    /**
     * A seat that was left and taken again before its connection was let go: the person sat there all the time and is
     * shown so.
     */
    @Transactional
    public void heldAllTheTime(UUID call, UUID seat, int epoch) {
        int changed = jdbc.sql("update seat set presence = 'present', lost_at = null"
                        + " where id = ? and epoch = ? and seated and presence = 'absent'")
                .params(seat, epoch)
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
    public void giveUp(Duration heldFor) {
        // whoever takes or leaves a seat just now goes first: locks of several seats are never waited for
        jdbc
                .sql("update seat set presence = 'absent' from call where call.id = seat.call and seat.id in"
                        + " (select lost.id from seat lost join call running on running.id = lost.call"
                        + " where running.ended_at is null and lost.presence = 'reconnecting' and lost.lost_at < ?"
                        + " for update of lost skip locked)"
                        + " returning seat.call")
                .param(Timestamp.from(clock.instant().minus(heldFor)))
                .query((row, _) -> row.getObject("call", UUID.class))
                .list()
                .stream()
                .distinct()
                .forEach(call -> events.publishEvent(new CallChanged(call)));
    }

    /** Seats of running calls in which nobody is shown and whose media may still run. */
    List<Abandoned> absentWithMedia() {
        return jdbc.sql("select seat.call, seat.id, seat.epoch, seat.media_epoch, call.generation from seat"
                        + " join call on call.id = seat.call"
                        + " where call.ended_at is null and seat.presence = 'absent' and seat.media_epoch > 0"
                        + " order by seat.id")
                .query((row, _) -> new Abandoned(row.getObject("call", UUID.class), left(row)))
                .list();
    }

    /** Whoever sends or receives in a running call, as far as it is written down. */
    Set<Participant> withMedia() {
        return Set.copyOf(jdbc.sql("select seat.id, seat.media_epoch from seat join call on call.id = seat.call"
                        + " where call.ended_at is null and seat.media_epoch > 0")
                .query((row, _) -> new Participant(row.getObject("id", UUID.class), row.getInt("media_epoch")))
                .list());
    }

    /** A row of a call's view: the call as it is, with one of its seats. */
    private record SeatOfCall(int generation, Call.Media media, Seat seat, boolean ofViewer) {}

    Optional<Call> view(UUID call, UUID viewer) {
        var rows = jdbc.sql("select call.generation, call.media, seat.id, seat.role, seat.name, seat.presence,"
                        + " seat.seated, seat.seated and seat.actor = ? as mine from call"
                        + " join seat on seat.call = call.id where call.id = ? and call.ended_at is null"
                        + " and not seat.withdrawn order by seat.id")
                .params(viewer, call)
                .query((row, _) -> new SeatOfCall(
                        row.getInt("generation"),
                        Call.Media.valueOf(row.getString("media").toUpperCase(Locale.ROOT)),
                        seat(row),
                        row.getBoolean("mine")))
                .list();
        var mine =
                rows.stream().filter(SeatOfCall::ofViewer).map(row -> row.seat().id());
        return rows.stream()
                .findFirst()
                .map(row -> new Call(
                        call,
                        row.generation(),
                        row.media(),
                        rows.stream().map(SeatOfCall::seat).toList(),
                        mine.findFirst().orElse(null)));
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
