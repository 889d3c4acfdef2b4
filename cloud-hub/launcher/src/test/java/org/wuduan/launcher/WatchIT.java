package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.launcher.supervise.ProcessSpec;

/** Real processes, small ones: a shell that sleeps stands for each sibling. */
class WatchIT {

    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean diskIsFull = new AtomicBoolean();
    private final AtomicInteger turns = new AtomicInteger();
    private DataFolder data;
    private ProcessBook book;

    @BeforeEach
    void aDataFolder() throws Exception {
        data = new DataFolder(folder.resolve("data"));
        data.take().channel().close();
        book = new ProcessBook(data.run().resolve("processes.json"));
    }

    @Test
    void a_killed_sibling_comes_back_alone_and_all_end_in_reverse_order() throws Exception {
        var watch = watch(sleeping("first"), sleeping("second", "first"));
        var thread = Thread.ofVirtual().start(() -> run(watch));
        waitFor("all answer");
        long first = pid("first");

        Signals.send(pid("second"), "KILL");
        waitFor("second ended");
        waitFor("all answer");
        assertThat(pid("first")).isEqualTo(first);

        watch.stop();
        thread.join();
        waitFor("second ended");
        waitFor("first ended");
        assertThat(book.pids()).isEmpty();
        assertThat(ProcessId.of(first)).isEmpty();
    }

    @Test
    void a_full_disk_ends_nothing_and_what_runs_is_written_down_later() throws Exception {
        var watch = watch(sleeping("first"), sleeping("second"));
        var thread = Thread.ofVirtual().start(() -> run(watch));
        waitFor("all answer");

        diskIsFull.set(true);
        Signals.send(pid("second"), "KILL");
        waitFor("not described");
        waitFor("all answer");
        diskIsFull.set(false);
        waitFor("described");

        assertThat(thread.isAlive()).isTrue();
        watch.stop();
        thread.join();
    }

    @Test
    void a_disk_that_is_full_at_the_start_ends_the_start() {
        diskIsFull.set(true);

        assertThatThrownBy(() -> watch(sleeping("first")).run()).hasMessageStartingWith("The disk is full");
        assertThat(book.pids()).isEmpty();
    }

    @Test
    void each_sibling_is_the_leader_of_its_own_session_so_that_ctrl_c_reaches_the_launcher_alone() throws Exception {
        var watch = watch(sleeping("only"));
        var thread = Thread.ofVirtual().start(() -> run(watch));
        waitFor("all answer");

        var session = Files.readString(Path.of("/proc", Long.toString(pid("only")), "stat"))
                .split(" ")[5];
        watch.stop();
        thread.join();

        assertThat(Long.parseLong(session))
                .isGreaterThan(1)
                .isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void one_that_never_comes_up_ends_the_start_with_what_it_last_said() {
        var broken = new Sibling(
                ProcessSpec.of("broken", List.of("sh", "-c", "echo 'FATAL: no such table'; exit 3")), () -> false);
        var watch = watch(sleeping("first"), broken);

        assertThatThrownBy(watch::run)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("Broken does not start (FATAL: no such table");
        assertThat(book.pids()).isEmpty();
    }

    @Test
    void a_sibling_that_answers_wrongly_ends_the_start_and_everything_else() {
        var wrong = new Sibling(ProcessSpec.of("wrong", List.of("sleep", "600")), () -> {
            throw new Trouble("It runs without its promise.");
        });
        var watch = watch(sleeping("first"), wrong);

        assertThatThrownBy(watch::run).isInstanceOf(Trouble.class).hasMessage("It runs without its promise.");
        assertThat(book.pids()).isEmpty();
    }

    @Test
    void one_that_was_stopped_is_ended_and_started_again() throws Exception {
        var pulse = new Sibling.Pulse(() -> !isStopped("stuck"), Duration.ofMillis(20), 3);
        var watch = watch(sleeping("stuck").mustAnswer(pulse));
        var thread = Thread.ofVirtual().start(() -> run(watch));
        waitFor("all answer");
        long before = pid("stuck");

        stop(before);

        waitFor("stuck hangs");
        waitFor("stuck ended");
        waitFor("all answer");
        assertThat(pid("stuck")).isNotEqualTo(before);
        watch.stop();
        thread.join();
    }

    @Test
    void one_that_was_stopped_still_hears_that_it_shall_end() throws Exception {
        var farewell = folder.resolve("farewell");
        var polite = new Sibling(
                ProcessSpec.of(
                        "polite", List.of("sh", "-c", "trap 'touch " + farewell + "; exit 0' TERM; sleep 600 & wait")),
                () -> true);
        var watch = watch(polite);
        var thread = Thread.ofVirtual().start(() -> run(watch));
        waitFor("all answer");
        stop(pid("polite"));

        watch.stop();
        thread.join();

        assertThat(farewell).exists();
    }

    /** As PostgreSQL is, with a process for each connection. */
    @Test
    void one_that_was_stopped_with_its_children_is_let_go_on_with_them() throws Exception {
        var watch = watch(withChild("parent")).lookingEvery(Duration.ofMillis(20));
        var thread = Thread.ofVirtual().start(() -> run(watch));
        waitFor("all answer");
        var family = ProcessId.family(pid("parent"));
        assertThat(family).hasSize(2);

        stop(family);

        do {
            waitFor("parent is let go on");
            waitFor("described");
        } while (family.stream().anyMatch(ProcessId::isStopped));
        assertThat(thread.isAlive()).isTrue();
        watch.stop();
        thread.join();
    }

    @Test
    void one_that_was_stopped_with_its_children_ends_with_them() throws Exception {
        var watch = watch(withChild("parent"));
        var thread = Thread.ofVirtual().start(() -> run(watch));
        waitFor("all answer");
        var family = ProcessId.family(pid("parent"));
        stop(family);

        watch.stop();
        thread.join();

        assertThat(folder.resolve("parent.farewell")).exists();
    }

    @Test
    void what_an_earlier_launcher_left_behind_goes_on_is_watched_and_ends_with_the_others() throws Exception {
        var left = new ProcessBuilder("sleep", "600").start();
        var entry = new ProcessBook.Entry("first", ProcessId.of(left.pid()).orElseThrow(), "TERM", "same");
        var watch = watch(sleeping("first"), sleeping("second", "first"));
        watch.adopt(entry);
        var thread = Thread.ofVirtual().start(() -> run(watch));
        waitFor("all answer");
        assertThat(pid("first")).isEqualTo(left.pid());

        Signals.send(left.pid(), "KILL");
        waitFor("first ended");
        waitFor("all answer");
        assertThat(pid("first")).isNotEqualTo(left.pid());

        watch.stop();
        thread.join();
        assertThat(book.pids()).isEmpty();
        assertThat(turns).hasPositiveValue();
    }

    @Test
    void what_was_adopted_is_not_ended_by_another_that_never_comes_up() throws Exception {
        var left = new ProcessBuilder("sleep", "600").start();
        var broken = new Sibling(ProcessSpec.of("broken", List.of("sh", "-c", "exit 3")), () -> false);
        var watch = watch(sleeping("first"), broken);
        watch.adopt(new ProcessBook.Entry("first", ProcessId.of(left.pid()).orElseThrow(), "TERM", "same"));
        var thread = Thread.ofVirtual().start(() -> run(watch));

        waitFor("broken keeps dying");

        assertThat(left.isAlive()).isTrue();
        watch.stop();
        thread.join();
        assertThat(left.waitFor()).isEqualTo(128 + 15);
    }

    @Test
    void a_program_that_is_not_installed_is_named() {
        var missing = new Sibling(ProcessSpec.of("missing", List.of("no-such-program-here")), () -> false);

        assertThatThrownBy(() -> watch(missing).run())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no-such-program-here");
    }

    private Watch watch(Sibling... siblings) {
        return new Watch(List.of(siblings), data, book, new Watch.Listener() {
            @Override
            public void answered(String name, Duration sinceBegin) {
                events.add(name + " answers");
            }

            @Override
            public void died(String name, OptionalInt status) {
                events.add(name + " ended");
            }

            @Override
            public void keepsDying(String name, int deaths) {
                events.add(name + " keeps dying");
            }

            @Override
            public void hangs(String name) {
                events.add(name + " hangs");
            }

            @Override
            public void letGoOn(String name) {
                events.add(name + " is let go on");
            }

            @Override
            public void turn() {
                turns.incrementAndGet();
            }

            @Override
            public void allAnswer(Duration sinceBegin) {
                events.add("all answer");
            }

            @Override
            public void describe() {
                if (diskIsFull.get()) {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
                events.add("described");
            }

            @Override
            public void cannotDescribe(UncheckedIOException failure) {
                events.add("not described");
            }
        });
    }

    private static Sibling sleeping(String name, String... after) {
        return new Sibling(ProcessSpec.of(name, List.of("sleep", "600")).startedAfter(after), () -> true);
    }

    /** Ends only after its child, and says farewell then. */
    private Sibling withChild(String name) {
        var begun = folder.resolve(name + ".begun");
        var farewell = folder.resolve(name + ".farewell");
        var trap = "trap 'kill $child; wait $child; : > " + farewell + "; exit 0' TERM";
        var script = "sleep 600 & child=$!; " + trap + "; : > " + begun + "; wait";
        return new Sibling(ProcessSpec.of(name, List.of("sh", "-c", script)), () -> Files.exists(begun));
    }

    private static void run(Watch watch) {
        try {
            watch.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(long pid) throws Exception {
        stop(List.of(pid));
    }

    private static void stop(List<Long> pids) throws Exception {
        var all = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        new ProcessBuilder("sh", "-c", "kill -STOP " + all).start().waitFor();
    }

    private boolean isStopped(String name) {
        var pid = book.pids().get(name);
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')')).startsWith(") T");
        } catch (IOException gone) {
            return true;
        }
    }

    private long pid(String name) {
        var pid = book.pids().get(name);
        assertThat(pid).as("pid of " + name).isNotNull();
        return pid == null ? 0 : pid;
    }

    private void waitFor(String event) throws InterruptedException {
        var seen = new ArrayList<String>();
        while (!seen.contains(event)) {
            var next = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("waiting for '" + event + "' after " + seen).isNotNull();
            seen.add(next);
        }
    }
}
