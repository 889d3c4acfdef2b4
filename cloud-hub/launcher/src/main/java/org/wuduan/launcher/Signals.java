package org.wuduan.launcher;

import java.io.IOException;
import java.util.Set;

/** Signals that Java itself can't send (it knows only TERM and KILL). */
final class Signals {

    private static final Set<String> KNOWN = Set.of("TERM", "INT", "KILL");

    private Signals() {}

    /** Sends the signal; a process that is gone already is no trouble. */
    static void send(long pid, String signal) {
        if (!KNOWN.contains(signal) || pid < 2) {
            throw new IllegalArgumentException("no signal " + signal + " for process " + pid);
        }
        try {
            // The shell's own kill: the program of that name is in a package that may be missing.
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new Trouble("No shell can be started to end processes: free memory or process ids.", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
