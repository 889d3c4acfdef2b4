package org.wuduan.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Signals to siblings and orphans. */
final class Signals {

    private static final Set<String> KNOWN = Set.of("TERM", "INT", "CONT", "KILL");

    private Signals() {}

    /**
     * Sends the signal; a process that is gone already is no trouble. One that was stopped (SIGSTOP) is let go on, or it
     * would never hear that it shall end; so are all that descend from it, or they would not end with it.
     */
    static void send(long pid, String signal) {
        if (!KNOWN.contains(signal) || pid < 2) {
            throw new IllegalArgumentException("no signal " + signal + " for process " + pid);
        }
        // Looked up before the signal: whose child a process was is forgotten with its parent.
        var family = ProcessId.family(pid);
        if (signal.equals("KILL")) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            if (family.size() > 1) {
                shell(goOn(family));
            }
        } else if (!shell("kill -" + signal + " " + pid + "; " + goOn(family))) {
            // Without memory for a shell, TERM is all that there is: Java sends it by itself.
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    private static String goOn(List<Long> pids) {
        return pids.stream().map(String::valueOf).collect(Collectors.joining(" ", "kill -CONT ", ""));
    }

    /** The shell's own kill: the program of that name is in a package that may be missing. */
    private static boolean shell(String command) {
        try {
            new ProcessBuilder("sh", "-c", command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return true;
        } catch (IOException noProcess) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
