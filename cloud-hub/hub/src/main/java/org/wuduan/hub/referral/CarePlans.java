package org.wuduan.hub.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.WireJson;

/** The plans at home: a package that was accepted, until the next one takes its place. */
@Repository
class CarePlans {
    private static final String PLANS =
            "select referral, patient, institution, sender, owner, accepted_at, package from care_plan"
                    + " where replaced_at is null";

    private final JdbcClient jdbc;

    CarePlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A plan in force.
     *
     * @param institution of first contact, whose doctors keep it
     * @param owner who accepted it, and has to see to its alerts
     */
    record Plan(
            UUID referral,
            UUID patient,
            UUID institution,
            UUID sender,
            UUID owner,
            Instant acceptedAt,
            CarePackage carePackage) {}

    void install(Plan plan) {
        jdbc.sql("update care_plan set replaced_at = ? where patient = ? and replaced_at is null")
                .params(Timestamp.from(plan.acceptedAt()), plan.patient())
                .update();
        jdbc.sql("insert into care_plan (referral, patient, institution, sender, owner, accepted_at, package)"
                        + " values (?, ?, ?, ?, ?, ?, ?::jsonb)")
                .params(
                        plan.referral(),
                        plan.patient(),
                        plan.institution(),
                        plan.sender(),
                        plan.owner(),
                        Timestamp.from(plan.acceptedAt()),
                        WireJson.mapper().writeValueAsString(plan.carePackage()))
                .update();
    }

    Optional<Plan> inForce(UUID patient) {
        return jdbc.sql(PLANS + " and patient = ?")
                .param(patient)
                .query((row, _) -> plan(row))
                .optional();
    }

    /** The same; nobody else looks at it before this transaction ends. */
    Optional<Plan> hold(UUID patient) {
        return jdbc.sql(PLANS + " and patient = ? for update")
                .param(patient)
                .query((row, _) -> plan(row))
                .optional();
    }

    /** All of them; a round looks after each. */
    List<Plan> inForce() {
        return jdbc.sql(PLANS + " order by referral")
                .query((row, _) -> plan(row))
                .list();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getObject("referral", UUID.class),
                row.getObject("patient", UUID.class),
                row.getObject("institution", UUID.class),
                row.getObject("sender", UUID.class),
                row.getObject("owner", UUID.class),
                row.getTimestamp("accepted_at").toInstant(),
                WireJson.mapper().readValue(row.getString("package"), CarePackage.class));
    }
}
