package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder holds the demonstration or a real system, never both. */
class MachineTest {
    @TempDir
    Path folder;

    private DataFolder used() throws Exception {
        var data = new DataFolder(folder);
        Files.createDirectories(data.postgres());
        Files.createDirectories(data.secrets());
        return data;
    }

    private static Options options(String line) {
        return Options.parse(line.split(" "));
    }

    @Test
    void the_demonstration_is_not_filled_into_a_real_system() throws Exception {
        var data = used();

        assertThatThrownBy(() -> Machine.plan(options("--port 0"), data, Set.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("holds a real system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-demo", "--no-demo --boxes 1"})
    void a_folder_with_the_demonstration_is_not_taken_for_a_real_system(String line) throws Exception {
        var data = used();
        Files.writeString(data.secrets().resolve("demo-password"), "x");

        assertThatThrownBy(() -> Machine.plan(options(line), data, Set.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("holds the demonstration");
    }
}
