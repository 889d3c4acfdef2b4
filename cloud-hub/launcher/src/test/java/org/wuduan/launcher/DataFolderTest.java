package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void what_holds_secrets_is_open_to_its_owner_alone() throws IOException {
        var data = new DataFolder(parent.resolve("deep/data"));

        try (var lock = data.take()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(modeOf(data.secrets())).isEqualTo("rwx------");
            assertThat(modeOf(data.run())).isEqualTo("rwx------");
            assertThat(modeOf(data.logs())).isEqualTo("rwx------");
            assertThat(modeOf(data.root())).isEqualTo("rwx--x--x");
        }
    }

    @Test
    void a_second_run_on_the_same_folder_is_refused_in_one_sentence() throws IOException {
        var data = new DataFolder(parent.resolve("data"));

        try (var lock = data.take()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(data::take).isInstanceOf(Trouble.class).hasMessageContaining("--data DIR");
        }
    }

    @Test
    void the_folder_can_be_taken_again_when_the_first_run_has_ended() throws IOException {
        var data = new DataFolder(parent.resolve("data"));
        data.take().channel().close();

        try (var lock = data.take()) {
            assertThat(lock.isValid()).isTrue();
        }
    }

    @Test
    void a_file_in_the_folders_place_is_named_with_what_to_do() throws IOException {
        var file = Files.createFile(parent.resolve("data"));

        assertThatThrownBy(() -> new DataFolder(file).take())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data DIR");
    }

    @Test
    void a_nearly_full_disk_is_refused_and_the_named_minimum_is_enough() {
        long enough = DataFolder.FREE_MIB_MIN << 20;

        assertThatCode(() -> DataFolder.requireSpace(enough)).doesNotThrowAnyException();
        assertThatThrownBy(() -> DataFolder.requireSpace(enough - 1))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("511 MiB");
    }

    @Test
    void a_first_start_on_a_nearly_full_disk_leaves_no_folder() {
        var data = new DataFolder(parent.resolve("deep/data"));

        assertThatThrownBy(() -> data.make((DataFolder.FREE_MIB_MIN << 20) - 1))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("511 MiB");

        assertThat(parent).isEmptyDirectory();
        assertThat(data.make()).isTrue();
        assertThat(data.make()).isFalse();
    }

    @Test
    void a_log_past_its_size_is_put_aside_at_the_next_start() throws IOException {
        var data = new DataFolder(parent.resolve("data"));
        data.take().channel().close();
        var log = data.log("hub");
        Files.write(log, new byte[(int) DataFolder.LOG_BYTES_MAX]);

        assertThat(Files.size(data.log("hub"))).isGreaterThan(DataFolder.LOG_BYTES_MAX);
        assertThat(Files.size(data.log("hub"))).isLessThan(100);
        assertThat(Files.size(data.logs().resolve("hub.log.1"))).isGreaterThan(DataFolder.LOG_BYTES_MAX);
    }

    @Test
    void a_private_file_replaces_the_older_one_whole() throws IOException {
        var file = parent.resolve("hub.properties");
        Files.writeString(file, "older and longer");

        DataFolder.writePrivately(file, "new");

        assertThat(file).hasContent("new");
        assertThat(modeOf(file)).isEqualTo("rw-------");
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
