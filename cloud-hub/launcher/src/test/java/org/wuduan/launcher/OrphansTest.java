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
        assertThat(Orphans.end(List.of(new ProcessBook.Entry("hub", otherBoot, "TERM"))))
                .isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void one_that_ended_by_itself_is_no_orphan() throws InterruptedException, IOException {
        var book = new ProcessBook(book());
        book.add("hub", id, "TERM");
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
        book.add(name, which, "TERM");
        book.write();
    }

    private Path book() {
        return folder.resolve("processes.json");
    }
}
