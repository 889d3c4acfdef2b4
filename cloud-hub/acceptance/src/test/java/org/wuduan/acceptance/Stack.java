package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product on a fresh data folder, started as ./run starts it. */
final class Stack implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("wuduan.root"));
    static final String LAUNCHER = "launcher";
    private static final JsonMapper JSON = JsonMapper.shared();
    static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final int NEWS_MAX = 4;
    private static final int END_OF_LOG_LINES = 20;

    private final Path data;
    private final Process launcher;

    private Stack(Path data, Process launcher) {
        this.data = data;
        this.launcher = launcher;
    }

    /** Starts everything for a story and waits until it is ready. */
    static Stack start(String story, String... options) {
        Patience.deleteTree(home(story));
        return again(story, options);
    }

    /** As {@link #start}, by a command that runs the command that follows it, for example in a network of its own. */
    static Stack startBy(List<String> before, String story, String... options) {
        Patience.deleteTree(home(story));
        return launch(before, story, options);
    }

    /** Where a story keeps what it makes. */
    static Path home(String story) {
        return ROOT.resolve("cloud-hub/acceptance/target/stories").resolve(story);
    }

    /** Starts everything on the data folder that the story has, and waits until it is ready. */
    static Stack again(String story, String... options) {
        return launch(List.of(), story, options);
    }

    private static Stack launch(List<String> before, String story, String... options) {
        var home = home(story);
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                ROOT.resolve("cloud-hub/launcher/scripts/keep.sh").toString(),
                ROOT.toString(),
                "--data",
                home.resolve("data").toString(),
                "--port",
                "0",
                // most stories are not about signing in; a later --set of a story counts
                "--set",
                "hub.second-factor=optional"));
        command.addAll(List.of(options));
        try {
            Files.createDirectories(home);
            var builder = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("launcher.log").toFile()));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var launcher = builder.start();
            var stack = new Stack(home.resolve("data"), launcher);
            Patience.until("the product is ready", READY_WITHIN, () -> stack.alive() && stack.isReady());
            return stack;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean alive() {
        if (!launcher.isAlive()) {
            var log = data.resolveSibling("launcher.log");
            throw new AssertionError("the launcher ended, see %s:\n%s"
                    .formatted(log, String.join("\n", last(END_OF_LOG_LINES, lines().toList()))));
        }
        return true;
    }

    private boolean isReady() {
        return Files.exists(data.resolve("run/ready.json"));
    }

    /** Written whole by one step; away for a moment while a new launcher takes over. */
    private JsonNode ready() {
        var written = new AtomicReference<>("");
        Patience.until("it is written down what runs", READY_WITHIN, () -> {
            try {
                written.set(Files.readString(data.resolve("run/ready.json")));
                return true;
            } catch (NoSuchFileException away) {
                return false;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        return JSON.readTree(written.get());
    }

    /** The address that a person opens for a terminal, for example doctor-1. */
    String url(String terminal) {
        return StreamSupport.stream(ready().path("terminals").spliterator(), false)
                .filter(one -> one.path("name").stringValue().equals(terminal))
                .map(one -> one.path("url").stringValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no terminal is called " + terminal));
    }

    String hub() {
        return ready().path("hub").stringValue();
    }

    /** Where phones and laptops of the network come in, without a path. */
    String lan() {
        return ready().path("lan").path(0).stringValue();
    }

    String password() {
        try {
            return Files.readString(data.resolve("secrets/demo-password")).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The line that the launcher prints with this beginning, blanks left out; it prints after it is ready. */
    String printed(String beginning) {
        var found = new AtomicReference<>("");
        Patience.until("the launcher prints " + beginning, () -> {
            found.set(lines().filter(line -> line.startsWith(beginning))
                    .findFirst()
                    .orElse(""));
            return !found.get().isEmpty();
        });
        return found.get();
    }

    /** What the launcher told last about its siblings, for the message of a story that breaks off. */
    static List<String> lastNews(String story) {
        var log = home(story).resolve("launcher.log");
        if (!Files.exists(log)) {
            return List.of();
        }
        return last(NEWS_MAX, lines(log).filter(line -> line.startsWith("·")).toList());
    }

    private static List<String> last(int count, List<String> of) {
        return of.subList(Math.max(0, of.size() - count), of.size());
    }

    private Stream<String> lines() {
        return lines(data.resolveSibling("launcher.log"));
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream().map(String::strip);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Database database() {
        return new Database(data.resolve("run/hub.properties"));
    }

    Path data() {
        return data;
    }

    SimulatorControl simulator(int household) {
        return StreamSupport.stream(ready().path("simulators").spliterator(), false)
                .filter(one -> one.path("household").asInt() == household)
                .map(one -> new SimulatorControl(one.path("port").asInt()))
                .findFirst()
                .orElseThrow();
    }

    /** Process ids by sibling, for example hub, janus-a, box-1. */
    Map<String, Long> pids() {
        return ready().path("pids").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asLong()));
    }

    /** The process that watches the others. */
    long launcher() {
        return ready().path("launcher").asLong();
    }

    /** Process id of a sibling, or of the launcher. */
    long pid(String sibling) {
        var pid = sibling.equals(LAUNCHER) ? Long.valueOf(launcher()) : pids().get(sibling);
        if (pid == null) {
            throw new AssertionError("no sibling is called " + sibling + ", there are " + pids().keySet());
        }
        return pid;
    }

    /** Ends a sibling as a crash would (SIGKILL). */
    void kill(String sibling) {
        ProcessHandle.of(pid(sibling))
                .orElseThrow(() -> new AssertionError(sibling + " is not running"))
                .destroyForcibly();
    }

    /** Stops a sibling in mid-step (SIGSTOP): it holds its sockets and answers nobody. */
    void freeze(long pid) {
        signal(pid, "STOP");
    }

    /** Lets what was stopped go on; one that has ended meanwhile is no trouble. */
    void thaw(long pid) {
        signal(pid, "CONT");
    }

    /** The ids of a process and, after it, of all that descend from it: PostgreSQL has one for each connection. */
    static List<Long> family(long pid) {
        var descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(pid), descendants).toList();
    }

    private static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the launcher has started a sibling anew. */
    void awaitAnew(String sibling, long oldPid) {
        Patience.until(sibling + " runs again", READY_WITHIN, () -> {
            var pid = sibling.equals(LAUNCHER) ? Long.valueOf(launcher()) : pids().get(sibling);
            return pid != null && pid != oldPid && ProcessHandle.of(pid).isPresent();
        });
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new AssertionError("the launcher did not end within a minute");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
