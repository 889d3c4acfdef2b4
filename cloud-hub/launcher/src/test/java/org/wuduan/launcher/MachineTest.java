package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder holds the demonstration or a real system, never both; after a refused first start there is none. */
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

    @Test
    void a_first_start_whose_port_is_taken_leaves_no_folder_behind() throws Exception {
        var data = new DataFolder(folder.resolve("fresh"));
        assertThat(data.make()).isTrue();
        data.take().channel().close();

        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = options("--port " + other.getLocalPort());
            assertThatThrownBy(() -> Machine.planNew(options, data))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("is taken");
        }

        assertThat(data.root()).doesNotExist();
        assertThat(folder).exists();
    }

    @Test
    void a_folder_that_was_there_before_is_not_one_to_be_removed() {
        assertThat(new DataFolder(folder).make()).isFalse();
        assertThat(new DataFolder(folder.resolve("deep/data")).make()).isTrue();
        assertThat(new DataFolder(folder.resolve("deep/data")).make()).isFalse();
    }
}
