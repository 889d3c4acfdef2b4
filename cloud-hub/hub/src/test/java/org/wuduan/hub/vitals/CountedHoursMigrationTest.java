package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.hub.fixtures.HubDatabase;

/** What becomes of the hours of a hub that did not count their readings. */
class CountedHoursMigrationTest {
    private static final Instant PROGRESS = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant LONG_AGO = PROGRESS.minus(Duration.ofHours(1));

    private final DataSource database = HubDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final UUID patient = UUID.randomUUID();
    private Instant hour = Instant.EPOCH;

    private record Hour(String kind, int low, UUID lowReading, int high, UUID highReading, int readings, int total) {}

    @BeforeEach
    void a_hub_of_before() {
        HubDatabase.migrate(database, "107");
        // the migration looks back from the time of the database
        hour = jdbc.sql("select date_trunc('hour', now() - interval '3 hours')")
                .query(Timestamp.class)
                .single()
                .toInstant();
        jdbc.sql("update vital_hour_progress set accepted_until = ?")
                .param(Timestamp.from(PROGRESS))
                .update();
    }

    @Test
    void the_readings_of_an_hour_are_counted_as_far_as_the_next_round_does_not_count_them() {
        var low = rate(patient, 60, PROGRESS.minusSeconds(31));
        var high = rate(patient, 90, PROGRESS.minusSeconds(30));
        rate(patient, 70, PROGRESS.minusSeconds(29));
        known(new Hour("HEART_RATE", 60, low, 90, high, 0, 0));

        HubDatabase.migrate(database, "latest");

        assertThat(hours(patient)).containsExactly(new Hour("HEART_RATE", 60, low, 90, high, 2, 150));
        assertThat(jdbc.sql("select counted_until from vital_hour_progress")
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(PROGRESS.minusSeconds(30));
    }

    @Test
    void a_low_reading_of_which_it_became_known_late_whose_it_is_comes_into_the_hour_that_never_heard_of_it() {
        var first = oxygen(patient, 98, 71);
        oxygen(patient, 98, 72);
        var claimed = oxygen(patient, 82, 110);
        known(new Hour("PULSE_OXIMETER", 98, first, 98, first, 0, 0));

        HubDatabase.migrate(database, "latest");

        assertThat(hours(patient))
                .containsExactly(
                        new Hour("OXIMETER_PULSE", 71, first, 110, claimed, 3, 253),
                        new Hour("PULSE_OXIMETER", 82, claimed, 98, first, 3, 278));
    }

    @Test
    void an_hour_in_which_nothing_else_was_measured_is_made_and_each_patient_has_the_own_one() {
        var other = UUID.randomUUID();
        var claimed = oxygen(patient, 82, 110);
        var others = rate(other, 64, LONG_AGO);
        rate(null, 200, LONG_AGO);

        HubDatabase.migrate(database, "latest");

        assertThat(hours(patient))
                .containsExactly(
                        new Hour("OXIMETER_PULSE", 110, claimed, 110, claimed, 1, 110),
                        new Hour("PULSE_OXIMETER", 82, claimed, 82, claimed, 1, 82));
        assertThat(hours(other)).containsExactly(new Hour("HEART_RATE", 64, others, 64, others, 1, 64));
        assertThat(jdbc.sql("select count(*) from vital_hour")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private List<Hour> hours(UUID whose) {
        return jdbc.sql("select * from vital_hour where patient = ? and starts_at = ? order by kind")
                .params(whose, Timestamp.from(hour))
                .query((row, _) -> new Hour(
                        row.getString("kind"),
                        row.getInt("low"),
                        row.getObject("low_reading", UUID.class),
                        row.getInt("high"),
                        row.getObject("high_reading", UUID.class),
                        row.getInt("readings"),
                        row.getInt("total")))
                .list();
    }

    /** What the hub of before had worked out. */
    private void known(Hour known) {
        jdbc.sql("insert into vital_hour (patient, kind, starts_at, low, low_reading, high, high_reading)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        patient,
                        known.kind(),
                        Timestamp.from(hour),
                        known.low(),
                        known.lowReading(),
                        known.high(),
                        known.highReading())
                .update();
    }

    private UUID rate(@Nullable UUID whose, int rate, Instant acceptedAt) {
        return reading(whose, "heart_rate", "[%s]".formatted(value("8867-4", "{beat}/min", rate)), acceptedAt);
    }

    private UUID oxygen(UUID whose, int percent, int pulse) {
        var both = "[%s,%s]".formatted(value("59408-5", "%", percent), value("8867-4", "{beat}/min", pulse));
        return reading(whose, "pulse_oximeter_spot", both, LONG_AGO);
    }

    private static String value(String loinc, String unit, int value) {
        return "{\"loinc\":\"%s\",\"mdc\":1,\"quantity\":{\"value\":\"%d\",\"unit\":\"%s\"}}"
                .formatted(loinc, value, unit);
    }

    /** Each a little later than the one before it. */
    private UUID reading(@Nullable UUID whose, String profile, String measured, Instant acceptedAt) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into reading (id, box, household, patient, device_address, device_model, profile, received_at,"
                        + " accepted_at, shown_at, bytes, measured, marks) values (:id, :id, :id, :patient, 'C0', 'Sim',"
                        + " :profile, :at, :accepted, :at::timestamptz + make_interval(secs => (select count(*)"
                        + " from reading)), '', :measured::jsonb, '{}')")
                .param("id", id)
                .param("patient", whose, Types.OTHER)
                .param("profile", profile)
                .param("at", Timestamp.from(hour))
                .param("accepted", Timestamp.from(acceptedAt))
                .param("measured", measured)
                .update();
        return id;
    }
}
