package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.hub.fixtures.HubDatabase;

/** What becomes of the hours of a hub that did not count their readings. */
class CountedHoursMigrationTest {
    private final DataSource database = HubDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final UUID patient = UUID.randomUUID();

    @Test
    void the_readings_of_an_hour_are_counted_as_far_as_the_next_round_does_not_count_them() {
        migrateTo("107");
        var progress = Instant.parse("2026-11-22T02:00:00Z");
        // the migration looks back from the time of the database
        var hour = jdbc.sql("select date_trunc('hour', now() - interval '3 hours')")
                .query(Timestamp.class)
                .single()
                .toInstant();
        jdbc.sql("update vital_hour_progress set accepted_until = ?")
                .param(Timestamp.from(progress))
                .update();
        jdbc.sql("insert into vital_hour (patient, kind, starts_at, low, low_reading, high, high_reading)"
                        + " values (?, 'HEART_RATE', ?, 60, ?, 90, ?)")
                .params(patient, Timestamp.from(hour), patient, patient)
                .update();
        rate(60, hour, progress.minusSeconds(31));
        rate(90, hour, progress.minusSeconds(30));
        rate(70, hour, progress.minusSeconds(29));

        migrateTo("latest");

        assertThat(jdbc.sql("select readings, total from vital_hour")
                        .query((row, _) -> List.of(row.getLong("readings"), row.getLong("total")))
                        .list())
                .containsExactly(List.of(2L, 150L));
    }

    private void rate(int rate, Instant at, Instant acceptedAt) {
        jdbc.sql("insert into reading (id, box, household, patient, device_address, device_model, profile, received_at,"
                        + " accepted_at, shown_at, bytes, measured, marks) values (:id, :id, :id, :patient, 'C0', 'Sim',"
                        + " 'heart_rate', :at, :accepted, :at, '', :measured::jsonb, '{}')")
                .param("id", UUID.randomUUID())
                .param("patient", patient)
                .param("at", Timestamp.from(at))
                .param("accepted", Timestamp.from(acceptedAt))
                .param(
                        "measured",
                        "[{\"loinc\":\"8867-4\",\"mdc\":147842,\"quantity\":{\"value\":\"%d\",\"unit\":\"{beat}/min\"}}]"
                                .formatted(rate))
                .update();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
