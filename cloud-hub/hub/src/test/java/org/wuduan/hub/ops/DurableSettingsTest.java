package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.hub.fixtures.HubDatabase;

/** The hub serves only on a database that keeps what it committed. */
class DurableSettingsTest {
    @Test
    void a_durable_database_is_taken() {
        try (var database = HubDatabase.connection()) {
            var settings = new DurableSettings(JdbcClient.create(database));

            assertThatCode(settings::start).doesNotThrowAnyException();
        }
    }

    @Test
    void a_database_that_does_not_wait_for_its_disk_is_refused_in_one_sentence() {
        try (var database = HubDatabase.connection()) {
            JdbcClient.create(database).sql("set synchronous_commit = off").update();
            var settings = new DurableSettings(JdbcClient.create(database));

            assertThatThrownBy(settings::start)
                    .hasMessage("the database runs with synchronous_commit = off and could lose what was acknowledged:"
                            + " set synchronous_commit = on and start the hub again");
        }
    }

    @Test
    void a_database_that_does_not_flush_is_refused() throws IOException {
        try (var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            var settings = new DurableSettings(JdbcClient.create(server.getPostgresDatabase()));

            assertThatThrownBy(settings::start).hasMessageContaining("fsync = off");
        }
    }
}
