package org.wuduan.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process beyond doubt: ids are used again, so an id counts only together with its start.
 *
 * @param pid process id
 * @param start field 22 of {@code /proc/PID/stat}: clock ticks between the machine's boot and the process' start
 * @param boot {@code /proc/sys/kernel/random/boot_id}: ticks of another boot mean nothing
 */
public record ProcessId(long pid, long start, String boot) {

    /** The process that has this id now, if any and if it is not a zombie. */
    public static Optional<ProcessId> of(long pid) {
        try {
            // A program's name may hold blanks and brackets: what counts begins after the last one.
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (fields[0].equals("Z") || fields[0].equals("X")) {
                return Optional.empty();
            }
            return Optional.of(new ProcessId(pid, Long.parseLong(fields[19]), bootId()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Whether a process was stopped by a signal (SIGSTOP): it hears nothing until it is let go on. */
    public static boolean isStopped(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith(") T", stat.lastIndexOf(')'));
        } catch (IOException gone) {
            return false;
        }
    }

    /** The ids of a process and, after it, of all that descend from it: PostgreSQL has one for each connection. */
    static List<Long> family(long pid) {
        var descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(pid), descendants).toList();
    }

    /** Whether exactly this process still runs. */
    public boolean runs() {
        return of(pid).equals(Optional.of(this));
    }

    private static String bootId() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }
}
