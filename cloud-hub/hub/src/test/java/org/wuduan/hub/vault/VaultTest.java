package org.wuduan.hub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.wuduan.hub.fixtures.HubDatabase;

/** A vault is opened by its own key or not at all. */
class VaultTest {
    private static final Vault.Place PLACE = new Vault.Place("patient.id-number", new UUID(1, 1));

    @TempDir
    Path folder;

    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyDatabase() {
        connection = HubDatabase.connection();
        jdbc = JdbcClient.create(connection);
        jdbc.sql("create temporary table vault_key (one boolean primary key default true, fingerprint bytea not null)")
                .update();
    }

    @AfterEach
    void close() {
        connection.destroy();
    }

    @Test
    void the_first_start_makes_a_key_that_its_owner_alone_may_read_and_later_starts_use_it() throws IOException {
        var secrets = folder.resolve("secrets");
        var locked = new Vault(jdbc, secrets).lock("text", PLACE);

        assertThat(rights(secrets.resolve(KeyFile.NAME))).isEqualTo("rw-------");
        assertThat(rights(secrets)).isEqualTo("rwx------");
        assertThat(new Vault(jdbc, secrets).open(locked, PLACE)).isEqualTo("text");
    }

    @Test
    void a_key_made_just_before_a_crash_is_the_key() {
        KeyFile.in(folder).make();
        var locked = new Vault(jdbc, folder).lock("text", PLACE);

        assertThat(new Vault(jdbc, folder).open(locked, PLACE)).isEqualTo("text");
    }

    @Test
    void a_missing_key_is_refused_and_none_is_made_in_its_place() throws IOException {
        new Vault(jdbc, folder).lock("text", PLACE);
        Files.delete(folder.resolve(KeyFile.NAME));

        assertThatThrownBy(() -> new Vault(jdbc, folder)).hasMessageContaining("missing");
        assertThat(folder.resolve(KeyFile.NAME)).doesNotExist();
    }

    @Test
    void a_wrong_key_a_damaged_one_and_one_that_others_may_read_are_refused() throws IOException {
        new Vault(jdbc, folder).lock("text", PLACE);
        var file = folder.resolve(KeyFile.NAME);
        var right = Files.readString(file);

        Files.writeString(file, "00".repeat(KeyFile.KEY_BYTES));
        assertThatThrownBy(() -> new Vault(jdbc, folder)).hasMessageContaining("not the one");
        for (var damaged : new String[] {"", "zz", right.substring(2), right.strip() + "00"}) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> new Vault(jdbc, folder))
                    .hasMessageContaining("damaged")
                    .hasMessageNotContaining(right.strip());
        }
        Files.writeString(file, right);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> new Vault(jdbc, folder)).hasMessageContaining("others");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
