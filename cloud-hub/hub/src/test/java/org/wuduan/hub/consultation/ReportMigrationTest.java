package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.hub.fixtures.HubDatabase;

/** What becomes of the reports of a hub that made one only when somebody opened it. */
class ReportMigrationTest {
    private final DataSource database = HubDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void every_concluded_consultation_is_owed_a_report_in_the_archives_and_no_other() {
        HubDatabase.migrate(database, "107");
        var opened = consultation("concluded");
        jdbc.sql("insert into consultation_report (consultation, version, made_at, source, pdf)"
                        + " values (?, 1, now(), '\\x00', '\\x25')")
                .param(opened)
                .update();
        var unopened = consultation("concluded");
        consultation("cancelled");
        consultation("live");

        HubDatabase.migrate(database, "latest");

        var book = new ReportBook(jdbc);
        assertThat(book.owed(Instant.EPOCH, 9)).containsExactlyInAnyOrder(opened, unopened);
        assertThat(book.newest(opened)).isEmpty();
        assertThat(book.next(opened)).as("the one that was opened stays").isEqualTo(2);
    }

    private UUID consultation(String state) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into consultation (id, patient, household, institution, state, requested_at, call, body)"
                        + " values (:id, :id, :id, :id, :state, now(), :id, '{}')")
                .param("id", id)
                .param("state", state)
                .update();
        return id;
    }
}
