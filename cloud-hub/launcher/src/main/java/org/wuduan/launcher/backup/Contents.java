package org.wuduan.launcher.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Which files of a data folder a backup holds: all that must survive, and nothing that is made anew at a start. */
final class Contents {
    /** Its newest state must come after everything else of the database, as pg_basebackup has it. */
    static final Path CONTROL = Path.of("postgres/global/pg_control");

    static final Path LOG_OF_CHANGES = Path.of("postgres/pg_wal");

    /** Paths below the data folder that are made anew, change at every moment, or are copied in another way. */
    private static final Pattern LEFT_OUT = Pattern.compile(String.join(
            "|",
            "run(/.*)?",
            "log(/.*)?",
            "janus-[^/]*(/.*)?",
            "postgres\\.new(/.*)?",
            // a box's outbox is written while it is copied; what waits in it comes again from the box itself
            "box-[^/]*/outbox\\.db.*",
            "box-[^/]*/speech(/.*)?",
            "postgres/(pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)/.*",
            "postgres/(postmaster\\.pid|postmaster\\.opts|backup_label.*|tablespace_map.*)",
            "postgres/.*/(pg_internal\\.init.*|pgsql_tmp.*)"));

    private final Path data;
    private final boolean running;

    /** @param running whether the database runs: then its log of changes is added at the end, not now */
    Contents(Path data, boolean running) {
        this.data = data;
        this.running = running;
    }

    boolean isLeftOut(Path relative) {
        boolean logOfChanges = relative.startsWith(LOG_OF_CHANGES) && !relative.equals(LOG_OF_CHANGES);
        return (running && logOfChanges)
                || LEFT_OUT.matcher(relative.toString()).matches();
    }

    /** Folders before what is in them, the database's control file last. */
    List<Path> paths() throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return take(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    take(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            private boolean take(Path path) {
                var relative = data.relativize(path);
                if (relative.toString().isEmpty()) {
                    return true;
                }
                boolean taken = !isLeftOut(relative);
                if (taken) {
                    found.add(relative);
                }
                return taken;
            }
        });
        found.sort(Comparator.comparing((Path path) -> path.equals(CONTROL)).thenComparing(Path::toString));
        return found;
    }
}
