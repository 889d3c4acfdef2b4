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

/** Keeps the alerts of plans, each with its owner, the doctor who acknowledged it and who of the family has seen it. */
@Repository
class PlanAlerts {
    /** Shown at once. */
    static final int LISTED_MAX = 50;

    private static final String ALERTS =
            "select id, patient, owner, kind, vital, value, low, high, at, acknowledged_by,"
                    + " acknowledged_at, family_seen_by, family_seen_at from plan_alert";

    private static final String INSERT =
            "insert into plan_alert (id, plan, patient, institution, owner, kind, vital, value, low, high, at,"
                    + " covers_from, covers_until) values (:id, :plan, :patient, :institution, :owner, :kind, :vital,"
                    + " :value, :low, :high, :at, :from, :until)";

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanAlerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who says to have seen an alert; one side's word does not count for the other. */
    enum Side {
        DOCTORS("acknowledged_by", "acknowledged_at"),
        FAMILY("family_seen_by", "family_seen_at");

        private final String by;
        private final String at;

        Side(String by, String at) {
            this.by = by;
            this.at = at;
        }
    }

    /** An alert as it is kept; open until a doctor has acknowledged it. */
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
            @Nullable Instant acknowledgedAt,
            @Nullable UUID familySeenBy,
            @Nullable Instant familySeenAt) {
        @Override
        public String toString() {
            return "Kept[" + id + " " + kind + " ‹redacted›]";
        }
    }

    /** An alert of a value as the rule needs it. */
    record Known(UUID id, LimitRules.Told told) {}

    /** All that was told of values of a plan's measure. */
    List<Known> known(UUID plan, Vital vital) {
        return jdbc.sql("select id, value, at, covers_from, covers_until, acknowledged_at from plan_alert"
                        + " where plan = ? and vital = ? and kind = 'beyond' order by at, id")
                .params(plan, word(vital))
                .query((row, _) -> new Known(
                        row.getObject("id", UUID.class),
                        new LimitRules.Told(
                                new PlanRules.Measured(
                                        row.getBigDecimal("value"),
                                        row.getTimestamp("at").toInstant(),
                                        false),
                                row.getTimestamp("covers_from").toInstant(),
                                row.getTimestamp("covers_until").toInstant(),
                                instant(row, "acknowledged_at"))))
                .list();
    }

    /** @return whether somebody is told of something: an alert is new, or shows a worse value */
    boolean keep(CarePlans.Plan plan, Measure measure, List<Known> known, List<LimitRules.Told> judged) {
        boolean told = judged.size() > known.size();
        for (int i = 0; i < known.size(); i++) {
            told |= change(known.get(i), judged.get(i));
        }
        judged.subList(known.size(), judged.size())
                .forEach(one -> insert(
                                INSERT,
                                plan,
                                measure,
                                Alert.Kind.BEYOND,
                                one.shown().at())
                        .param("value", one.shown().value(), Types.NUMERIC)
                        .param("from", Timestamp.from(one.from()), Types.TIMESTAMP)
                        .param("until", Timestamp.from(one.until()), Types.TIMESTAMP)
                        .update());
        return told;
    }

    private boolean change(Known known, LimitRules.Told now) {
        var before = known.told();
        boolean worse = !now.shown().equals(before.shown());
        if (worse) {
            show(known.id(), now);
        } else if (!now.equals(before)) {
            jdbc.sql("update plan_alert set covers_from = ?, covers_until = ? where id = ?")
                    .params(Timestamp.from(now.from()), Timestamp.from(now.until()), known.id())
                    .update();
        }
        return worse;
    }

    /** Under an id of its own: who presses the key beside the old value has not seen this one. */
    private void show(UUID id, LimitRules.Told worse) {
        jdbc.sql("update plan_alert set id = ?, value = ?, at = ?, covers_from = ?, covers_until = ?,"
                        + " acknowledged_by = null, acknowledged_at = null, family_seen_by = null,"
                        + " family_seen_at = null where id = ?")
                .params(
                        Uuid7.at(clock.instant()),
                        worse.shown().value(),
                        Timestamp.from(worse.shown().at()),
                        Timestamp.from(worse.from()),
                        Timestamp.from(worse.until()),
                        id)
                .update();
    }

    /** When somebody was last told that a measurement is missing, or said to have seen it; a doctor's word comes first. */
    Optional<Instant> missedUntil(UUID plan, Vital vital) {
        return jdbc.sql("select coalesce(acknowledged_at, family_seen_at, at) as told from plan_alert"
                        + " where plan = ? and vital = ? and kind = 'missing' order by told desc limit 1")
                .params(plan, word(vital))
                .query((row, _) -> row.getTimestamp("told").toInstant())
                .optional();
    }

    /** Tells once that a measurement is missing: false while that is open and the family has not seen it either. */
    boolean miss(CarePlans.Plan plan, Measure measure, Instant due) {
        return insert(
                                INSERT
                                        + " on conflict (plan, vital) where kind = 'missing' and acknowledged_at is null"
                                        + " do update set at = excluded.at, family_seen_by = null, family_seen_at = null"
                                        + " where plan_alert.family_seen_at is not null",
                                plan,
                                measure,
                                Alert.Kind.MISSING,
                                due)
                        .param("value", null, Types.NUMERIC)
                        .param("from", null, Types.TIMESTAMP)
                        .param("until", null, Types.TIMESTAMP)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec insert(
            String sql, CarePlans.Plan plan, Measure measure, Alert.Kind kind, Instant at) {
        return jdbc.sql(sql)
                .param("id", Uuid7.at(clock.instant()))
                .param("plan", plan.id())
                .param("patient", plan.patient())
                .param("institution", plan.institution())
                .param("owner", plan.owner())
                .param("kind", word(kind))
                .param("vital", word(measure.vital()))
                .param("low", measure.low(), Types.NUMERIC)
                .param("high", measure.high(), Types.NUMERIC)
                .param("at", Timestamp.from(at));
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(ALERTS + " where id = ?")
                .param(id)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** False where somebody of the same side was faster. */
    boolean acknowledge(UUID id, UUID actor, Side side) {
        return jdbc.sql("update plan_alert set %s = ?, %s = ? where id = ? and %s is null"
                                .formatted(side.by, side.at, side.at))
                        .params(actor, Timestamp.from(clock.instant()), id)
                        .update()
                == 1;
    }

    /** Whether something of this patient waits for a doctor. */
    boolean isOpen(UUID patient) {
        return jdbc.sql("select exists (select 1 from plan_alert where patient = ? and acknowledged_at is null)")
                .param(patient)
                .query(Boolean.class)
                .single();
    }

    /** Open ones first, then newest first. */
    List<Kept> ofPatient(UUID patient) {
        return jdbc.sql(ALERTS + " where patient = ? order by acknowledged_at is not null, at desc limit ?")
                .params(patient, LISTED_MAX)
                .query((row, _) -> kept(row))
                .list();
    }

    /** That no doctor has acknowledged, the oldest first. */
    List<Kept> openAt(UUID institution) {
        return jdbc.sql(ALERTS + " where institution = ? and acknowledged_at is null order by at limit ?")
                .params(institution, LISTED_MAX)
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
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
                instant(row, "acknowledged_at"),
                row.getObject("family_seen_by", UUID.class),
                instant(row, "family_seen_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String word(Enum<?> choice) {
        return ReferralBook.word(choice);
    }
}
