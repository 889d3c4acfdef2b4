package org.wuduan.hub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.hub.fixtures.HubDatabase;

/** What becomes of the alerts of a hub that knew one side only. */
class AlertMigrationTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

    private final DataSource database = HubDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final UUID doctor = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();
    private final UUID plan = UUID.randomUUID();

    @BeforeEach
    void aPlanOfTheEarlierHub() {
        HubDatabase.migrate(database, "98");
        var institution = UUID.randomUUID();
        jdbc.sql("insert into institution (id, name, level, departments)"
                        + " values (?, '演示镇卫生院', 'first_contact', '{general}')")
                .param(institution)
                .update();
        jdbc.sql("insert into referral (id, patient, direction, state, sender, sender_institution, target_institution,"
                        + " target_department, sent_at, body) values (:id, :id, 'down', 'accepted', :id, :id, :id, 'general',"
                        + " :at, '{}')")
                .param("id", plan)
                .param("at", Timestamp.from(AT))
                .update();
        jdbc.sql("insert into doctor (account, institution, name, title, department, on_duty)"
                        + " values (?, ?, '演示·赵医生', '医师', 'general', true)")
                .params(doctor, institution)
                .update();
        jdbc.sql("insert into care_plan (referral, patient, institution, sender, owner, accepted_at, package)"
                        + " values (?, ?, ?, ?, ?, ?, '{}')")
                .params(plan, UUID.randomUUID(), institution, doctor, doctor, Timestamp.from(AT))
                .update();
    }

    @Test
    void what_a_child_acknowledged_is_seen_by_the_family_and_open_for_the_doctors_again() {
        var byChild = alert("beyond", 0, child);
        var byDoctor = alert("beyond", 1, doctor);
        var open = alert("beyond", 2, null);

        HubDatabase.migrate(database, "latest");

        assertThat(state(byChild)).isEqualTo("seen");
        assertThat(state(byDoctor)).isEqualTo("closed");
        assertThat(state(open)).isEqualTo("open");
        assertThat(jdbc.sql("select covers_until from plan_alert where id = ?")
                        .param(byDoctor)
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single())
                .as("what was measured until a doctor looked")
                .isEqualTo(AT.plusSeconds(61));
    }

    @Test
    void of_what_is_missing_one_alert_at_most_is_open_again() {
        var older = alert("missing", 0, child);
        var newer = alert("missing", 1, child);

        HubDatabase.migrate(database, "latest");

        assertThat(List.of(state(older), state(newer))).containsExactly("closed", "seen");
    }

    private UUID alert(String kind, int second, @Nullable UUID acknowledgedBy) {
        var id = UUID.randomUUID();
        var at = AT.plusSeconds(second);
        var acknowledgedAt = acknowledgedBy == null ? null : Timestamp.from(at.plusSeconds(60));
        jdbc.sql("insert into plan_alert (id, referral, patient, institution, owner, kind, vital, value, at,"
                        + " acknowledged_by, acknowledged_at) values (:id, :plan, :id, :id, :doctor, :kind, 'systolic', 162,"
                        + " :at, :by::uuid, :seen::timestamptz)")
                .param("id", id)
                .param("plan", plan)
                .param("doctor", doctor)
                .param("kind", kind)
                .param("at", Timestamp.from(at))
                .param("by", acknowledgedBy)
                .param("seen", acknowledgedAt)
                .update();
        return id;
    }

    /** Closed, open though the family has seen it, or open. */
    private String state(UUID alert) {
        return jdbc.sql("select case when acknowledged_at is not null then 'closed'"
                        + " when family_seen_at is not null then 'seen' else 'open' end from plan_alert where id = ?")
                .param(alert)
                .query(String.class)
                .single();
    }
}
