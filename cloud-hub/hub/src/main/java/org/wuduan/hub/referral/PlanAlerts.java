package org.wuduan.hub.referral;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.contract.CarePackage.Alert;
import org.wuduan.contract.CarePackage.Measure;
import org.wuduan.contract.CarePackage.Vital;
import org.wuduan.hub.shared.Uuid7;

/** Keeps the alerts of plans, each with its owner and who acknowledged it. */
@Repository
class PlanAlerts {
    /** Shown at once. */
    static final int LISTED_MAX = 50;

    private static final String ALERTS =
            "select id, patient, owner, kind, vital, value, low, high, at, acknowledged_by,"
                    + " acknowledged_at from plan_alert";

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanAlerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An alert as it is kept. */
    record Kept(
            UUID id,
            UUID patient,
            UUID owner,
            Alert.Kind kind,
            Vital vital,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            Instant at,
            @Nullable UUID acknowledgedBy,
            @Nullable Instant acknowledgedAt) {
        @Override
        public String toString() {
            return "Kept[" + id + " " + kind + " ‹redacted›]";
        }
    }

    /** The newest moment of a plan's measure that somebody was told of. */
    Optional<Instant> toldUntil(UUID plan, Vital vital, Alert.Kind kind) {
        return jdbc.sql("select at from plan_alert where referral = ? and vital = ? and kind = ?"
                        + " order by at desc limit 1")
                .params(plan, word(vital), word(kind))
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    /** When somebody was last told that a measurement is missing, or said to have seen it. */
    Optional<Instant> missedUntil(UUID plan, Vital vital) {
        return jdbc.sql("select coalesce(acknowledged_at, at) as told from plan_alert"
                        + " where referral = ? and vital = ? and kind = 'missing' order by told desc limit 1")
                .params(plan, word(vital))
                .query((row, _) -> row.getTimestamp("told").toInstant())
                .optional();
    }

    /**
     * Tells of a measure once: false while an alert of its kind is open.
     *
     * @param value null where nothing was measured
     */
    boolean raise(CarePlans.Plan plan, Measure measure, @Nullable BigDecimal value, Instant at) {
        var kind = value == null ? Alert.Kind.MISSING : Alert.Kind.BEYOND;
        return jdbc.sql(
                                "insert into plan_alert (id, referral, patient, institution, owner, kind, vital, value, low, high,"
                                        + " at) values (:id, :plan, :patient, :institution, :owner, :kind, :vital, :value, :low,"
                                        + " :high, :at) on conflict (referral, vital, kind) where acknowledged_at is null"
                                        + " do nothing")
                        .param("id", Uuid7.at(clock.instant()))
                        .param("plan", plan.referral())
                        .param("patient", plan.patient())
                        .param("institution", plan.institution())
                        .param("owner", plan.owner())
                        .param("kind", word(kind))
                        .param("vital", word(measure.vital()))
                        .param("value", value, Types.NUMERIC)
                        .param("low", measure.low(), Types.NUMERIC)
                        .param("high", measure.high(), Types.NUMERIC)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(ALERTS + " where id = ?")
                .param(id)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** False where somebody was faster. */
    boolean acknowledge(UUID id, UUID actor) {
        return jdbc.sql("update plan_alert set acknowledged_by = ?, acknowledged_at = ?"
                                + " where id = ? and acknowledged_at is null")
                        .params(actor, Timestamp.from(clock.instant()), id)
                        .update()
                == 1;
    }

    /** Open ones first, then newest first. */
    List<Kept> ofPatient(UUID patient) {
        return jdbc.sql(ALERTS + " where patient = ? order by acknowledged_at is not null, at desc limit ?")
                .params(patient, LISTED_MAX)
                .query((row, _) -> kept(row))
                .list();
    }

    /** That nobody has acknowledged, the oldest first. */
    List<Kept> openAt(UUID institution) {
        return jdbc.sql(ALERTS + " where institution = ? and acknowledged_at is null order by at limit ?")
                .params(institution, LISTED_MAX)
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var acknowledged = row.getTimestamp("acknowledged_at");
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("patient", UUID.class),
                row.getObject("owner", UUID.class),
                Alert.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Vital.valueOf(row.getString("vital").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("value"),
                row.getBigDecimal("low"),
                row.getBigDecimal("high"),
                row.getTimestamp("at").toInstant(),
                row.getObject("acknowledged_by", UUID.class),
                acknowledged == null ? null : acknowledged.toInstant());
    }

    private static String word(Enum<?> choice) {
        return ReferralBook.word(choice);
    }
}
