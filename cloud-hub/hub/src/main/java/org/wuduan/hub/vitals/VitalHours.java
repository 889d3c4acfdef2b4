package org.wuduan.hub.vitals;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is measured every second, thinned by time: of each hour the lowest and the highest reading, how many there were and
 * what they are together. Worked out beside the acceptance of readings, which it does not slow down; a reading that was
 * accepted late goes to the hour in which it was measured.
 */
@Service
class VitalHours {
    /** Of the last day each hour is shown, of the week before it each third of a day, of four weeks each day. */
    private static final Duration HOURLY = Duration.ofDays(1);

    private static final Duration BY_THIRDS = Duration.ofDays(7);
    private static final Duration DAILY = Duration.ofDays(28);

    /**
     * Readings that are being committed now become visible later: they are looked for a second time, and counted only
     * then. The spans that are counted lie without a gap one behind the other, so each reading is counted once; where the
     * clock shows a time again, its hours are counted anew.
     */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    /** One round looks at no more than this span, so that a long absence is caught up in small steps. */
    private static final Duration ROUND_MAX = Duration.ofHours(6);

    private static final String VALUES =
            "(one -> 'quantity' ->> 'value')::numeric as value from reading, jsonb_array_elements(measured) as one"
                    + " where profile = any(:profiles) and one ->> 'loinc' = :loinc"
                    + " and not 'time_unknown' = any(marks)";

    private static final String FILL =
            "insert into vital_hour (patient, kind, starts_at, low, low_reading, high, high_reading, readings, total)"
                    + " select patient, :kind, starts_at, min(value), (array_agg(id order by value, shown_at, id))[1],"
                    + " max(value), (array_agg(id order by value desc, shown_at, id))[1],"
                    + " count(*) filter (where accepted_at > :countedFrom and accepted_at <= :countedTo), coalesce("
                    + "sum(value) filter (where accepted_at > :countedFrom and accepted_at <= :countedTo), 0) from"
                    + " (select patient, id, shown_at, accepted_at, date_trunc('hour', shown_at) as starts_at, "
                    + VALUES
                    + " and patient is not null and %s) as fresh group by patient, starts_at"
                    + " on conflict (patient, kind, starts_at) do update set"
                    + " low_reading = case when excluded.low < vital_hour.low then excluded.low_reading"
                    + " else vital_hour.low_reading end, low = least(excluded.low, vital_hour.low),"
                    + " high_reading = case when excluded.high > vital_hour.high then excluded.high_reading"
                    + " else vital_hour.high_reading end, high = greatest(excluded.high, vital_hour.high),"
                    + " readings = vital_hour.readings + excluded.readings,"
                    + " total = vital_hour.total + excluded.total";

    private static final String FILL_ACCEPTED = FILL.formatted("accepted_at > :from and accepted_at <= :to");
    private static final String FILL_ONE = FILL.formatted("id = :reading");

    /** The whole of each hour that got a reading, whatever was counted of it before. */
    private static final String COUNT_ANEW = "update vital_hour set readings = whole.readings, total = whole.total from"
            + " (select hour.patient, hour.starts_at, count(*) as readings, sum(seen.value) as total from"
            + " (select distinct patient, date_trunc('hour', shown_at) as starts_at from reading"
            + " where accepted_at > :from and accepted_at <= :to and patient is not null"
            + " and profile = any(:profiles)) as hour cross join lateral (select " + VALUES
            + " and patient = hour.patient and shown_at >= hour.starts_at"
            + " and shown_at < hour.starts_at + interval '1 hour' and accepted_at <= :countedTo) as seen"
            + " group by hour.patient, hour.starts_at) as whole where vital_hour.patient = whole.patient"
            + " and vital_hour.kind = :kind and vital_hour.starts_at = whole.starts_at";

    private static final String THINNED = "select distinct on (part) %1$s_reading as id from (select *, case"
            + " when starts_at > :hourly then starts_at"
            + " when starts_at > :thirds then date_bin('8 hours', starts_at, '2000-01-01T00:00:00Z')"
            + " else date_bin('1 day', starts_at, '2000-01-01T00:00:00Z') end as part"
            + " from vital_hour where patient = :patient and kind = :kind and starts_at > :daily) as hour"
            + " order by part, %1$s %2$s";

    private final JdbcClient jdbc;
    private final Clock clock;

    VitalHours(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How far the readings are worked out.
     *
     * @param acceptedUntil up to where they were looked through; goes back with the hub's clock
     * @param countedUntil up to where they were counted, never later than they are certain to be seen; never goes back
     */
    private record Progress(Instant acceptedUntil, Instant countedUntil) {}

    /**
     * What one round looks through, and what of it it counts.
     *
     * @param from this moment excluded, as {@code countedFrom}
     */
    private record Round(Instant from, Instant to, Instant countedFrom, Instant countedTo) {
        /**
         * Of a clock that was set back it is not known when that was: as much is looked through again as a round may
         * hold, and from then on what it shows a second time.
         */
        static Round after(Progress done, Instant now) {
            boolean isSetBack = now.isBefore(done.acceptedUntil());
            var from = isSetBack ? now.minus(ROUND_MAX) : done.acceptedUntil().minus(OVERLAP);
            var most = done.acceptedUntil().plus(ROUND_MAX);
            var to = most.isBefore(now) ? most : now;
            var certain = to.minus(OVERLAP);
            var counted = done.countedUntil();
            return new Round(from, to, counted, certain.isAfter(counted) ? certain : counted);
        }

        /** Whether readings may have been accepted at a time that was counted before they came. */
        boolean repeats() {
            return from.isBefore(countedFrom);
        }
    }

    /** Looks through what was accepted since the last round. */
    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    @Transactional
    public void catchUp() {
        var round = Round.after(heldProgress(), clock.instant());
        for (var value : HourlyValue.values()) {
            look(round, value, FILL_ACCEPTED);
            if (round.repeats()) {
                look(round, value, COUNT_ANEW);
            }
        }
        jdbc.sql("update vital_hour_progress set accepted_until = ?, counted_until = ?")
                .params(Timestamp.from(round.to()), Timestamp.from(round.countedTo()))
                .update();
    }

    /** Of a reading of which it became known late whose it is; to be called in the transaction that keeps it. */
    void add(UUID reading) {
        var counted = heldProgress().countedUntil();
        for (var value : HourlyValue.values()) {
            about(value, FILL_ONE)
                    .param("reading", reading)
                    .param("countedFrom", Timestamp.from(Instant.EPOCH))
                    .param("countedTo", Timestamp.from(counted))
                    .update();
        }
    }

    private Progress heldProgress() {
        return jdbc.sql("select accepted_until, counted_until from vital_hour_progress for update")
                .query((row, _) -> new Progress(
                        row.getTimestamp("accepted_until").toInstant(),
                        row.getTimestamp("counted_until").toInstant()))
                .single();
    }

    private void look(Round round, HourlyValue value, String sql) {
        about(value, sql)
                .param("from", Timestamp.from(round.from()))
                .param("to", Timestamp.from(round.to()))
                .param("countedFrom", Timestamp.from(round.countedFrom()))
                .param("countedTo", Timestamp.from(round.countedTo()))
                .update();
    }

    private JdbcClient.StatementSpec about(HourlyValue value, String sql) {
        return jdbc.sql(sql)
                .param("kind", value.name())
                .param("profiles", value.profiles().toArray(String[]::new))
                .param("loinc", value.loinc());
    }

    /** The lowest and the highest reading of each part of the last four weeks, at most {@link Vitals#TREND_MAX}. */
    List<UUID> thinned(UUID patient, VitalKind kind) {
        var lows = parts(patient, kind, THINNED.formatted("low", "asc"));
        var highs = parts(patient, kind, THINNED.formatted("high", "desc"));
        return Stream.concat(lows.stream(), highs.stream()).distinct().toList();
    }

    private List<UUID> parts(UUID patient, VitalKind kind, String sql) {
        var now = clock.instant();
        return jdbc.sql(sql)
                .param("patient", patient)
                .param("kind", kind.name())
                .param("hourly", Timestamp.from(now.minus(HOURLY)))
                .param("thirds", Timestamp.from(now.minus(BY_THIRDS)))
                .param("daily", Timestamp.from(now.minus(DAILY)))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }
}
