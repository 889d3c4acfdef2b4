package org.wuduan.hub.vitals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.VitalsSummary.Span;

/**
 * Least, mean and most of the last days. What the trend leaves out is left out here too: what is not known to be the
 * patient's, what can't be true, and what was measured at an unknown time.
 */
@Service
class VitalSpans {
    /** Days of 24 hours before now; a reading of exactly so long ago is not among them. */
    static final List<Integer> DAYS = List.of(7, 30, 90);

    /** Days with where they begin, and all rows of the longest of them. */
    private static final String SUMMED = "with number as (%s) select span.days, %s from unnest(:days::int[],"
            + " :begins::text[]::timestamptz[]) as span (days, begins_at) left join number on number.at %s span.begins_at"
            + " group by span.days order by span.days";

    private static final String BY_READING = SUMMED.formatted(
            "select (value -> 'quantity' ->> 'value')::numeric as value, shown_at as at"
                    + " from reading, jsonb_array_elements(measured) as value where patient = :patient"
                    + " and profile = any(:profiles) and shown_at > :oldest and value ->> 'loinc' = :loinc"
                    + " and not 'time_unknown' = any(marks)",
            "count(value) as readings, min(value) as least, round(avg(value), 1) as mean, max(value) as most,"
                    + " count(*) filter (where value < :low) as below, count(*) filter (where value > :high) as above",
            ">");

    /** Of what is measured every second the hours count that began within the days. */
    private static final String BY_HOUR = SUMMED.formatted(
            "select low, high, readings, total, starts_at as at from vital_hour"
                    + " where patient = :patient and kind = :hourly and starts_at >= :oldest and readings > 0",
            "coalesce(sum(readings), 0) as readings, min(low) as least, round(sum(total) / sum(readings), 1) as mean,"
                    + " max(high) as most, count(*) filter (where low < :low) as below,"
                    + " count(*) filter (where high > :high) as above",
            ">=");

    private final JdbcClient jdbc;

    VitalSpans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param now from which the days are counted back */
    record Asked(UUID patient, VitalKind kind, Instant now) {}

    /** One for each of {@link #DAYS}, the shortest first. */
    List<Span> of(Asked asked, PlannedLimits.Limit limit) {
        var hourly = HourlyValue.of(asked.kind(), limit.vital());
        var begins = DAYS.stream()
                .map(days -> asked.now().minus(Duration.ofDays(days)))
                .toList();
        return jdbc.sql(hourly.isPresent() ? BY_HOUR : BY_READING)
                .param("days", DAYS.toArray(Integer[]::new))
                .param("begins", begins.stream().map(Instant::toString).toArray(String[]::new))
                .param("oldest", Timestamp.from(begins.getLast()))
                .param("patient", asked.patient())
                .param("hourly", hourly.map(HourlyValue::name).orElse(null), Types.VARCHAR)
                .param("profiles", asked.kind().profiles().toArray(String[]::new))
                .param("loinc", limit.vital().loinc())
                .param("low", limit.low(), Types.NUMERIC)
                .param("high", limit.high(), Types.NUMERIC)
                .query((row, _) -> span(row, limit))
                .list();
    }

    private static Span span(ResultSet row, PlannedLimits.Limit limit) throws SQLException {
        return new Span(
                row.getInt("days"),
                row.getLong("readings"),
                row.getBigDecimal("least"),
                row.getBigDecimal("mean"),
                row.getBigDecimal("most"),
                limit.low() == null ? null : row.getLong("below"),
                limit.high() == null ? null : row.getLong("above"));
    }
}
