package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void a_secret_stays_the_same_from_start_to_start() {
        var first = new Secrets(folder).ofPrograms("database-hub");

        assertThat(new Secrets(folder).ofPrograms("database-hub"))
                .isEqualTo(first)
                .hasSize(32);
    }

    @Test
    void every_secret_is_another_and_its_file_is_private() throws IOException {
        var secrets = new Secrets(folder);

        assertThat(secrets.typed("demo-password")).isNotEqualTo(secrets.typed("enrolment-code-1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("demo-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void an_empty_file_left_by_a_full_disk_is_filled_again() throws IOException {
        Files.createFile(folder.resolve("demo-password"));

        assertThat(new Secrets(folder).typed("demo-password")).matches("[a-z2-9]{12}");
    }
}
