package org.wuduan.hub.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.Call;
import org.wuduan.contract.Presence;
import org.wuduan.contract.Seat;
import org.wuduan.contract.SeatRole;
import org.wuduan.hub.shared.Uuid7;

/** Calls and their seats as other modules see them. */
@Service
public class Calls {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calls(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Opens the call if need be and makes its seats what they should be. Repeating it changes nothing. */
    @Transactional
    public void arrange(UUID call, List<PlannedSeat> seats) {
        jdbc.sql("insert into call (id, generation, media, opened_at) values (?, 1, 'ready', ?)"
                        + " on conflict (id) do nothing")
                .params(call, java.sql.Timestamp.from(clock.instant()))
                .update();
        for (var planned : seats) {
            jdbc.sql("insert into seat (id, call, actor, role, name, seated, epoch, presence)"
                            + " values (:id, :call, :actor, :role, :name, :seated, 0, 'absent')"
                            + " on conflict (call, actor) do update set seated = excluded.seated")
                    .param("id", Uuid7.at(clock.instant()))
                    .param("call", call)
                    .param("actor", planned.actor())
                    .param("role", planned.role().name().toLowerCase(Locale.ROOT))
                    .param("name", planned.name())
                    .param("seated", planned.seated())
                    .update();
        }
        events.publishEvent(new CallChanged(call));
    }

    /** Ends a call; nobody can claim a seat in it any more. */
    @Transactional
    public void end(UUID call) {
        jdbc.sql("update call set ended_at = ? where id = ? and ended_at is null")
                .params(java.sql.Timestamp.from(clock.instant()), call)
                .update();
        events.publishEvent(new CallChanged(call));
    }

    /** A running call as this viewer sees it. */
    public Optional<Call> view(UUID call, UUID viewer) {
        var seats = jdbc.sql("select id, actor, role, name, presence, seated from seat where call = ? order by id")
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
}
