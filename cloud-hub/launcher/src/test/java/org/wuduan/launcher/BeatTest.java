package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeatTest {

    @TempDir
    private Path folder;

    @Test
    void many_turns_in_a_row_are_one_beat() throws IOException {
        var file = folder.resolve("beat");
        var beat = new Beat(file.toString());

        for (int turn = 0; turn < 100; turn++) {
            beat.turn();
        }

        assertThat(Files.readString(file)).isEqualTo("\n");
    }

    @Test
    void without_a_listener_it_is_silent() {
        assertThatCode(() -> new Beat(null).turn()).doesNotThrowAnyException();
        assertThatCode(() -> new Beat(folder.resolve("missing/beat").toString()).turn())
                .doesNotThrowAnyException();
    }
}
