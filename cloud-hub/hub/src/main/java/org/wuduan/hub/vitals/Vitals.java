package org.wuduan.hub.vitals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.LatestVitals;
import org.wuduan.contract.Mark;
import org.wuduan.contract.Value;
import org.wuduan.contract.VitalSign;
import org.wuduan.contract.VitalSign.ComparedWithUsual;
import org.wuduan.contract.WireJson;
import tools.jackson.core.type.TypeReference;

/** What is known of a patient's vital signs. Readings without believable values are never returned. */
@Service
public class Vitals {
    /** Most points of a trend. */
    static final int TREND_MAX = 132;

    /** Readings of one profile since a moment: months of a cuff, some minutes of a strap. */
    static final int SINCE_MAX = 500;

    /** Of a sensor that was put on just now, before its first hour is worked out. */
    private static final int FEW = 20;

    /** Of how many different days readings must be known before anything is called usual. */
    static final int USUAL_DAYS_MIN = 3;

    /** How far back the usual value reaches, in days before the reading. */
    static final int USUAL_DAYS_MAX = 28;

    /** A strap sends each second: of a day so many readings stand for all. */
    private static final int USUAL_READINGS_OF_A_DAY = 50;

    private static final String USUAL =
            "select avg(of_day.mean) as usual, count(of_day.mean) as days from generate_series(1, :daysMax) as back"
                    + " cross join lateral (select avg(reading.value) as mean from"
                    + " (select (value -> 'quantity' ->> 'value')::numeric as value from reading,"
                    + " jsonb_array_elements(measured) as value"
                    + " where patient = :patient and profile = any(:profiles)"
                    + " and shown_at <= :at::timestamptz - make_interval(days => back)"
                    + " and shown_at > :at::timestamptz - make_interval(days => back + 1)"
                    + " and not 'time_unknown' = any(marks) and value ->> 'loinc' = :loinc"
                    + " limit :readingsMax) as reading) as of_day";

    private static final TypeReference<List<Value>> VALUES = new TypeReference<>() {};
    /**
     * A clock within the tolerance may still be a little ahead: no box has received anything later than the hub did. The
     * meal of a glucose measurement comes as a reading of its own with the same sequence, which a meter may begin anew
     * after a change of battery: the one received nearest is meant.
     */
    private static final String SHOWN =
            "select id, shown_at, taken_at, least(coalesce(received_corrected_at, received_at),"
                    + " accepted_at) as received_at, measured, marks || coalesce((select context.marks"
                    + " from reading as context where context.profile = 'glucose_context'"
                    + " and reading.profile = 'glucose' and context.household = reading.household"
                    + " and context.device_address = reading.device_address"
                    + " and context.device_sequence = reading.device_sequence"
                    + " order by abs(extract(epoch from context.accepted_at - reading.accepted_at)) limit 1),"
                    + " '{}') as marks from reading"
                    + " where patient = :patient and profile = any(:profiles) and measured <> '[]'::jsonb"
                    + " order by shown_at desc, id desc limit :limit";

    private final JdbcClient jdbc;
    private final VitalHours hours;

    Vitals(JdbcClient jdbc, VitalHours hours) {
        this.jdbc = jdbc;
        this.hours = hours;
    }

    public LatestVitals latest(UUID patient) {
        return new LatestVitals(
                latest(patient, VitalKind.BLOOD_PRESSURE).orElse(null),
                latest(patient, VitalKind.HEART_RATE).orElse(null),
                latest(patient, VitalKind.PULSE_OXIMETER).orElse(null),
                latest(patient, VitalKind.GLUCOSE).orElse(null),
                latest(patient, VitalKind.TEMPERATURE).orElse(null),
                latest(patient, VitalKind.WEIGHT).orElse(null));
    }

    /** Oldest first: the newest readings; of what is measured every second the lowest and highest of each part of the time. */
    List<VitalSign> trend(UUID patient, VitalKind kind) {
        var shown = new ArrayList<>(kind.isStream() ? thinned(patient, kind) : newest(patient, kind, TREND_MAX));
        shown.sort(Comparator.comparing(VitalSign::at));
        return shown;
    }

    private List<VitalSign> thinned(UUID patient, VitalKind kind) {
        var ids = hours.thinned(patient, kind);
        return ids.isEmpty()
                ? newest(patient, kind, FEW)
                : jdbc.sql(SHOWN.replace("profile = any(:profiles)", "id = any(:ids::uuid[])"))
                        .param("patient", patient)
                        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                        .param("limit", TREND_MAX)
                        .query((row, _) -> sign(row))
                        .list();
    }

    /**
     * A reading of some time.
     *
     * @param streamed one of those that its sensor sends every second; false for a measurement that stands for itself
     */
    public record Taken(VitalSign sign, boolean streamed) {}

    /**
     * Readings of every profile that show a time after this one, newest first, at most {@link #SINCE_MAX} of each: what a
     * strap sends every second pushes out no cuff.
     */
    public List<Taken> since(UUID patient, Instant after) {
        return Stream.of(VitalKind.values())
                .flatMap(kind -> kind.profiles().stream())
                .flatMap(profile -> since(patient, profile, after).stream())
                .sorted(Comparator.<Taken, Instant>comparing(one -> one.sign().at())
                        .reversed())
                .toList();
    }

    private List<Taken> since(UUID patient, String profile, Instant after) {
        return jdbc.sql(SHOWN.replace("profile = any(:profiles)", "profile = :profile and shown_at > :after"))
                .param("patient", patient)
                .param("profile", profile)
                .param("after", Timestamp.from(after))
                .param("limit", SINCE_MAX)
                .query((row, _) -> new Taken(sign(row), VitalKind.isStreamed(profile)))
                .list();
    }

    /** The model of the device that sent a reading, as it calls itself. */
    String device(UUID reading) {
        return jdbc.sql("select device_model from reading where id = ?")
                .param(reading)
                .query(String.class)
                .single();
    }

    private Optional<VitalSign> latest(UUID patient, VitalKind kind) {
        return newest(patient, kind, 1).stream()
                .findFirst()
                .map(sign -> kind.noticeableDifference()
                        .flatMap(noticeable ->
                                usual(patient, kind, sign.at()).map(usual -> compared(sign, usual, kind, noticeable)))
                        .orElse(sign));
    }

    private List<VitalSign> newest(UUID patient, VitalKind kind, int limit) {
        return jdbc.sql(SHOWN)
                .param("patient", patient)
                .param("profiles", kind.profiles().toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> sign(row))
                .list();
    }

    /**
     * The mean of the daily means of the leading value, the last 24 hours before a reading left out: what lasts for a day
     * is not usual. Empty while readings of too few days are known.
     */
    private Optional<BigDecimal> usual(UUID patient, VitalKind kind, Instant at) {
        return jdbc.sql(USUAL)
                .param("daysMax", USUAL_DAYS_MAX)
                .param("patient", patient)
                .param("profiles", kind.profiles().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("loinc", kind.leadingLoinc())
                .param("readingsMax", USUAL_READINGS_OF_A_DAY)
                .query((row, _) -> row.getInt("days") < USUAL_DAYS_MIN
                        ? Optional.<BigDecimal>empty()
                        : Optional.of(row.getBigDecimal("usual")))
                .single();
    }

    private static VitalSign compared(VitalSign sign, BigDecimal usual, VitalKind kind, BigDecimal noticeable) {
        var value = leading(sign, kind);
        if (value.isEmpty()) {
            return sign;
        }
        var difference = value.get().subtract(usual);
        var word = difference.abs().compareTo(noticeable) < 0
                ? ComparedWithUsual.SIMILAR
                : difference.signum() > 0 ? ComparedWithUsual.HIGHER : ComparedWithUsual.LOWER;
        return new VitalSign(
                sign.readingId(), sign.at(), sign.takenAtKnown(), sign.receivedAt(), sign.values(), sign.marks(), word);
    }

    private static Optional<BigDecimal> leading(VitalSign sign, VitalKind kind) {
        return sign.values().stream()
                .filter(value -> value.loinc().equals(kind.leadingLoinc()))
                .map(value -> value.quantity().value())
                .findFirst();
    }

    private static VitalSign sign(ResultSet row) throws SQLException {
        var shown = row.getTimestamp("shown_at").toInstant();
        var taken = row.getTimestamp("taken_at");
        var marks = Stream.of((String[]) row.getArray("marks").getArray())
                .map(mark -> Mark.valueOf(mark.toUpperCase(Locale.ROOT)))
                .toList();
        return new VitalSign(
                row.getObject("id", UUID.class),
                shown,
                taken != null && taken.toInstant().equals(shown),
                row.getTimestamp("received_at").toInstant(),
                WireJson.mapper().readValue(row.getString("measured"), VALUES),
                marks,
                null);
    }
}
