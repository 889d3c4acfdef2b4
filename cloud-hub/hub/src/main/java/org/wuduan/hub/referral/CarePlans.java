package org.wuduan.hub.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.ClinicalRecord.Document;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.record.RecordDocuments;

/** The plans at home: a package that was accepted or ordered, until the next one takes its place. */
@Repository
class CarePlans {
    private static final String PLANS =
            "select id, patient, institution, sender, owner, accepted_at, package, consultation, signed_as from care_plan";
    private static final String IN_FORCE = PLANS + " where over_at is null";

    private final JdbcClient jdbc;

    CarePlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A plan.
     *
     * @param id of the referral that brought it, or the order's own
     * @param institution of first contact, whose doctors keep it
     * @param owner who accepted or ordered it, and has to see to its alerts
     * @param consultation in which it was ordered; null for a package that came down
     * @param signedAs number of the order's signed version; null for one without a signature of its own
     */
    record Plan(
            UUID id,
            UUID patient,
            UUID institution,
            UUID sender,
            UUID owner,
            Instant acceptedAt,
            CarePackage carePackage,
            @Nullable UUID consultation,
            @Nullable Integer signedAs) {}

    /** False where another one came at the same moment, or has this id already. */
    boolean install(Plan plan) {
        jdbc.sql("update care_plan set over_at = ? where patient = ? and over_at is null")
                .params(Timestamp.from(plan.acceptedAt()), plan.patient())
                .update();
        return jdbc.sql(
                                "insert into care_plan (id, patient, institution, sender, owner, accepted_at, package, consultation,"
                                        + " signed_as) values (:id, :patient, :institution, :sender, :owner, :at, :package::jsonb,"
                                        + " :consultation, :signedAs) on conflict do nothing")
                        .param("id", plan.id())
                        .param("patient", plan.patient())
                        .param("institution", plan.institution())
                        .param("sender", plan.sender())
                        .param("owner", plan.owner())
                        .param("at", Timestamp.from(plan.acceptedAt()))
                        .param("package", WireJson.mapper().writeValueAsString(plan.carePackage()))
                        .param("consultation", plan.consultation(), Types.OTHER)
                        .param("signedAs", plan.signedAs(), Types.INTEGER)
                        .update()
                == 1;
    }

    /** How a plan ended that nothing replaced. */
    record End(UUID doctor, Instant at, String reason) {
        CarePackage.Ended shown(Consortium consortium) {
            return new CarePackage.Ended(consortium.of(doctor).orElseThrow(), at, reason);
        }

        @Override
        public String toString() {
            return "End[" + at + " ‹redacted›]";
        }
    }

    /** The caller holds it. */
    void end(UUID id, End end) {
        jdbc.sql("update care_plan set over_at = ?, ended_by = ?, end_reason = ? where id = ?")
                .params(Timestamp.from(end.at()), end.doctor(), end.reason(), id)
                .update();
    }

    /** The institution whose doctors keep the plan in force, or kept the one that a doctor ended after that moment. */
    Optional<UUID> keeper(UUID patient, Instant endedAfter) {
        return jdbc.sql("select institution from care_plan where patient = ?"
                        + " and (over_at is null or ended_by is not null and over_at > ?)"
                        + " order by over_at desc nulls first limit 1")
                .params(patient, Timestamp.from(endedAfter))
                .query(UUID.class)
                .optional();
    }

    /** How the patient's newest plan ended, if a doctor has ended it. */
    Optional<End> newestEnd(UUID patient) {
        return jdbc.sql("select ended_by, over_at, end_reason from care_plan where patient = ?"
                        + " order by over_at desc nulls first limit 1")
                .param(patient)
                .query((row, _) -> end(row))
                .optional()
                .flatMap(Function.identity());
    }

    Optional<Plan> find(UUID id) {
        return jdbc.sql(PLANS + " where id = ?")
                .param(id)
                .query((row, _) -> plan(row))
                .optional();
    }

    /**
     * A plan and what became of it.
     *
     * @param overAt when the next one took its place or a doctor ended it; null while it is in force
     * @param end null for one that no doctor ended
     */
    record Kept(
            Plan plan, @Nullable Instant overAt, @Nullable End end) {}

    Optional<Kept> kept(UUID id) {
        return jdbc.sql(PLANS.replace(" from", ", over_at, ended_by, end_reason from") + " where id = ?")
                .param(id)
                .query((row, _) -> {
                    var over = row.getTimestamp("over_at");
                    return new Kept(plan(row), over == null ? null : over.toInstant(), end(row).orElse(null));
                })
                .optional();
    }

    Optional<Plan> inForce(UUID patient) {
        return jdbc.sql(IN_FORCE + " and patient = ?")
                .param(patient)
                .query((row, _) -> plan(row))
                .optional();
    }

    /** The same; nobody else looks at it before this transaction ends. */
    Optional<Plan> hold(UUID patient) {
        return jdbc.sql(IN_FORCE + " and patient = ? for update")
                .param(patient)
                .query((row, _) -> plan(row))
                .optional();
    }

    /**
     * A plan in the list of a patient's plans.
     *
     * @param state whether it is in force, or another one took its place, or a doctor ended it
     */
    record Listed(Plan plan, Document.State state) {}

    /** All of a patient behind a place, also replaced and ended ones, the newest first. */
    List<Listed> ofPatient(UUID patient, RecordDocuments.Place before, int limit) {
        return jdbc.sql(PLANS.replace(" from", ", over_at, ended_by from")
                        + " where patient = ? and (accepted_at, id) < (?, ?)"
                        + " order by accepted_at desc, id desc limit ?")
                .params(patient, Timestamp.from(before.at()), before.id(), limit)
                .query((row, _) -> new Listed(plan(row), state(row)))
                .list();
    }

    /** All of them; a round looks after each. */
    List<Plan> inForce() {
        return jdbc.sql(IN_FORCE + " order by id").query((row, _) -> plan(row)).list();
    }

    /** What is over and was not ended by a doctor was replaced. */
    private static Document.State state(ResultSet row) throws SQLException {
        if (row.getObject("ended_by", UUID.class) != null) {
            return Document.State.ENDED;
        }
        return row.getTimestamp("over_at") == null ? Document.State.IN_FORCE : Document.State.REPLACED;
    }

    private static Optional<End> end(ResultSet row) throws SQLException {
        var doctor = row.getObject("ended_by", UUID.class);
        return doctor == null
                ? Optional.empty()
                : Optional.of(new End(doctor, row.getTimestamp("over_at").toInstant(), row.getString("end_reason")));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getObject("id", UUID.class),
                row.getObject("patient", UUID.class),
                row.getObject("institution", UUID.class),
                row.getObject("sender", UUID.class),
                row.getObject("owner", UUID.class),
                row.getTimestamp("accepted_at").toInstant(),
                WireJson.mapper().readValue(row.getString("package"), CarePackage.class),
                row.getObject("consultation", UUID.class),
                row.getObject("signed_as", Integer.class));
    }
}
