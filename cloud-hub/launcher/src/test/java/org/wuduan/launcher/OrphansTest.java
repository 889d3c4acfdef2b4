package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.launcher.supervise.ProcessSpec;

class OrphansTest {

    @TempDir
    private Path folder;

    private Process process;
    private ProcessId id;

    @BeforeEach
    void aProcessIsLeftBehind() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        id = ProcessId.of(process.pid()).orElseThrow();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        process.destroyForcibly();
    }

    @Test
    void an_orphan_of_the_last_run_is_ended() throws InterruptedException {
        written("hub", id);

        var ended = Orphans.end(new ProcessBook(book()).left());

        assertThat(ended).containsExactly("hub");
        assertThat(process.waitFor()).isEqualTo(128 + 15);
    }

    @Test
    void a_process_that_only_has_the_same_id_is_left_alone() throws InterruptedException {
        var older = new ProcessId(id.pid(), id.start() - 1, id.boot());
        var otherBoot = new ProcessId(id.pid(), id.start(), "another boot");
        written("hub", older);

        assertThat(Orphans.end(new ProcessBook(book()).left())).isEmpty();
        assertThat(Orphans.end(List.of(new ProcessBook.Entry("hub", otherBoot, "TERM", ""))))
                .isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void what_would_be_started_just_the_same_is_kept_and_nothing_else() throws IOException {
        var settings = Files.writeString(folder.resolve("hub.properties"), "server.port=1\n");
        var hub = new Sibling(ProcessSpec.of("hub", List.of("sleep", "600")), () -> true).madeFrom(settings);
        var running = List.of(new ProcessBook.Entry("hub", id, "TERM", Fingerprint.of(hub)));

        assertThat(Orphans.adoptable(running, List.of(hub))).isEqualTo(running);

        var otherCommand = new Sibling(ProcessSpec.of("hub", List.of("sleep", "601")), () -> true).madeFrom(settings);
        assertThat(Orphans.adoptable(running, List.of(otherCommand))).isEmpty();
        assertThat(Orphans.adoptable(running, List.of())).isEmpty();
        Files.writeString(settings, "server.port=2\n");
        assertThat(Orphans.adoptable(running, List.of(hub))).isEmpty();
    }

    @Test
    void a_book_of_an_older_launcher_names_what_runs_but_nothing_to_keep() throws IOException {
        Files.writeString(
                book(),
                "{\"processes\":[{\"name\":\"hub\",\"id\":{\"pid\":%d,\"start\":%d,\"boot\":\"%s\"},\"signal\":\"TERM\"}]}"
                        .formatted(id.pid(), id.start(), id.boot()));
        var hub = new Sibling(ProcessSpec.of("hub", List.of("sleep", "600")), () -> true);

        var running = new ProcessBook(book()).running();

        assertThat(running).hasSize(1);
        assertThat(Orphans.adoptable(running, List.of(hub))).isEmpty();
    }

    @Test
    void one_that_ended_by_itself_is_no_orphan() throws InterruptedException, IOException {
        var book = new ProcessBook(book());
        book.add(new ProcessBook.Entry("hub", id, "TERM", ""));
        book.write();
        book.remove("hub");
        book.write();

        assertThat(new ProcessBook(book()).left()).isEmpty();
    }

    @Test
    void a_torn_book_counts_as_empty() throws IOException {
        Files.writeString(book(), "{\"processes\":[{\"na");
        assertThat(new ProcessBook(book()).left()).isEmpty();

        Files.writeString(book(), "{}");
        assertThat(new ProcessBook(book()).left()).isEmpty();
    }

    @Test
    void a_process_that_has_ended_does_not_run() throws InterruptedException {
        assertThat(id.runs()).isTrue();

        process.destroyForcibly().waitFor();

        assertThat(id.runs()).isFalse();
    }

    private void written(String name, ProcessId which) {
        var book = new ProcessBook(book());
        book.add(new ProcessBook.Entry(name, which, "TERM", ""));
        book.write();
    }

    private Path book() {
        return folder.resolve("processes.json");
    }
}
