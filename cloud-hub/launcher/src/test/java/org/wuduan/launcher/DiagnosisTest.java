package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest {

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_is_called_a_full_disk() {
        var trouble =
                Diagnosis.of("postgres does not start", "FATAL: could not write lock file: No space left on device");

        assertThat(trouble).hasMessageStartingWith("The disk is full").hasMessageContaining("--data DIR");
    }

    @Test
    void only_the_last_start_tells_whether_the_disk_is_full() throws IOException {
        var full = Files.writeString(folder.resolve("a.log"), "=== started 1\nPANIC: No space left on device\n");
        var mended = Files.writeString(
                folder.resolve("b.log"), "=== started 1\nPANIC: No space left on device\n=== started 2\nLOG: ready\n");

        assertThat(Diagnosis.diskIsFull(full)).isTrue();
        assertThat(Diagnosis.diskIsFull(mended)).isFalse();
    }

    @Test
    void a_damaged_database_is_called_damaged() {
        var trouble =
                Diagnosis.of("postgres does not start", "LOG: x\nPANIC:  could not locate a valid checkpoint record");

        assertThat(trouble)
                .hasMessageStartingWith("The database folder is damaged")
                .hasMessageContaining("could not locate a valid checkpoint record")
                .hasMessageContaining("backup");
    }

    @Test
    void otherwise_the_last_line_that_names_an_error_of_the_last_start_is_quoted() throws IOException {
        var log = Files.writeString(
                folder.resolve("hub.log"),
                "=== started 1\njava.lang.Error: old\n=== started 2\nERROR the property is missing\nbye\n");

        assertThat(Diagnosis.ofLog("hub", log))
                .hasMessageContaining("Hub does not start (ERROR the property is missing; see " + log + ")");
    }

    @Test
    void a_program_that_said_nothing_is_quoted_as_silent() {
        assertThat(Diagnosis.ofLog("hub", folder.resolve("missing.log"))).hasMessageContaining("it said nothing");
    }
}
