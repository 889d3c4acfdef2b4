package org.wuduan.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Processor seconds from /proc (proc(5)), in ticks of 10 ms. */
final class ProcessorTime {
    private static final double TICKS_PER_SECOND = 100;

    private final long database;

    /** @param database its first process; children that have ended count with it */
    ProcessorTime(long database) {
        this.database = database;
    }

    /** Of one process and of the database with all its processes. */
    double seconds(long process) throws IOException {
        var children = ProcessHandle.of(database).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid)
                .toArray();
        long ticks = ticks(process, 2) + ticks(database, 4);
        for (long child : LongStream.of(children).toArray()) {
            ticks += ticks(child, 2);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** @param fields 2 for its own user and system time, 4 with those of its ended children */
    private static long ticks(long pid, int fields) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(afterName)
                    .skip(11)
                    .limit(fields)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
