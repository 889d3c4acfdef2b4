package org.wuduan.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How each sibling is and since when, in a file that the hub reads for its operators. It is written every few seconds, so
 * that an old one tells that the launcher is silent.
 */
final class ProcessHealth {

    /** The hub's LauncherParts takes a launcher for silent after three times as long. */
    static final Duration EVERY = Duration.ofSeconds(5);

    /** One sibling; the hub reads these words. */
    private record Process(String name, String state, String since) {}

    private record Page(String at, List<Process> processes) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEEPS_ENDING = "keeps-ending";

    private final Path file;
    private final Clock clock;
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private Instant due = Instant.MIN;

    ProcessHealth(Path file, Collection<String> names, Clock clock) {
        this.file = file;
        this.clock = clock;
        names.forEach(name -> is(name, "starting"));
    }

    void answers(String name) {
        is(name, "answers");
    }

    /** One that keeps ending is told as that until it answers. */
    void ended(String name) {
        var before = processes.get(name);
        if (before == null || !before.state().equals(KEEPS_ENDING)) {
            is(name, "ended");
        }
    }

    void keepsEnding(String name) {
        is(name, KEEPS_ENDING);
    }

    void hangs(String name) {
        is(name, "hangs");
    }

    private void is(String name, String state) {
        var before = processes.get(name);
        if (before == null || !before.state().equals(state)) {
            processes.put(name, new Process(name, state, now()));
            due = Instant.MIN;
        }
    }

    /** Call it at least once a second. What a full disk does not take is tried again with the next beat. */
    void turn() {
        if (clock.instant().isBefore(due)) {
            return;
        }
        due = clock.instant().plus(EVERY);
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, JSON.writeValueAsString(new Page(now(), List.copyOf(processes.values()))));
            // not brought to the disk at once: after a power cut nothing of it is true any more
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException notTaken) {
            // the time in the older file tells it
            due = clock.instant().plus(EVERY);
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
