package org.wuduan.launcher.supervise;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One sibling: what is started and how it is ended.
 *
 * @param name unique, also the name of its log file
 * @param command program and arguments; the program replaces any wrapper, so that the process id is the sibling's own
 * @param environment added to the launcher's own environment
 * @param after siblings that must be ready before each start of this one
 * @param stop how it is asked to end
 */
public record ProcessSpec(
        String name, List<String> command, Map<String, String> environment, Set<String> after, Stop stop) {

    /**
     * How a sibling is asked to end.
     *
     * @param signal name of the signal without SIG
     * @param within how long it may take before it is killed
     */
    public record Stop(String signal, Duration within) {
        public static final Stop TERM = new Stop("TERM", Duration.ofSeconds(8));
        /** PostgreSQL: TERM would wait for every client to leave, INT is its fast, clean shutdown. */
        public static final Stop INT = new Stop("INT", Duration.ofSeconds(20));
    }

    public ProcessSpec {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("not a sibling's name: " + name);
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException(name + " has no command");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        after = Set.copyOf(after);
    }

    /** A sibling that starts at once, with the launcher's environment, and ends on TERM. */
    public static ProcessSpec of(String name, List<String> command) {
        return new ProcessSpec(name, command, Map.of(), Set.of(), Stop.TERM);
    }

    /** The same sibling, started only when {@code others} are ready. */
    public ProcessSpec startedAfter(String... others) {
        return new ProcessSpec(name, command, environment, Set.of(others), stop);
    }

    /** The same sibling, ended in another way. */
    public ProcessSpec stoppedBy(Stop other) {
        return new ProcessSpec(name, command, environment, after, other);
    }
}
