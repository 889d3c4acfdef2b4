package org.wuduan.launcher.backup;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.PostgresBinaries;
import org.wuduan.launcher.Trouble;

/** Makes a backup of a data folder, of a running product or of one that is at rest. */
final class Backup {
    private static final Path DATABASE = Path.of("postgres/PG_VERSION");

    private final DataFolder data;
    private final BackupKey key;
    private final Clock clock;

    Backup(DataFolder data, BackupKey key, Clock clock) {
        this.data = data;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Writes the file, reads it again from the disk and checks it; only then it has its name.
     *
     * @return how many files it holds
     */
    int into(Path file) throws IOException {
        var target = file.toAbsolutePath().normalize();
        if (target.startsWith(data.root())) {
            throw new Trouble("The backup would lie in the folder that it holds: choose a place outside " + data.root()
                    + ", best on another disk.");
        }
        if (Files.exists(target)) {
            throw new Trouble("There is a file " + target + " already: choose another name, or move it away.");
        }
        if (!Files.exists(data.root().resolve(DATABASE))) {
            throw new Trouble("There is no database in " + data.root() + ": name the data folder with --data DIR.");
        }
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            int files = write(part);
            new SealedArchive(part, key).verify();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return files;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int write(Path part) throws IOException {
        var running = RunningDatabase.of(data);
        if (running.isPresent()) {
            try (var database = running.get()) {
                return writeRunning(part, database);
            }
        }
        var lock = data.take();
        try {
            requireAtRest();
            return writeAtRest(part);
        } finally {
            lock.channel().close();
            Reference.reachabilityFence(lock);
        }
    }

    private int writeRunning(Path part, RunningDatabase database) throws IOException {
        try (var file = new FileOutputStream(part.toFile())) {
            var sealed = new SealedOutput(new BufferedOutputStream(file), key);
            try (var archive = new Archive(sealed)) {
                var madeAt = clock.instant();
                database.begin();
                for (var path : new Contents(data.root(), true).paths()) {
                    archive.add(data.root(), path);
                }
                database.end(archive);
                return ended(archive.finish(PostgresBinaries.RELEASE, madeAt), sealed, part);
            }
        }
    }

    private int writeAtRest(Path part) throws IOException {
        try (var file = new FileOutputStream(part.toFile())) {
            var sealed = new SealedOutput(new BufferedOutputStream(file), key);
            try (var archive = new Archive(sealed)) {
                for (var path : new Contents(data.root(), false).paths()) {
                    archive.add(data.root(), path);
                }
                return ended(archive.finish(PostgresBinaries.RELEASE, clock.instant()), sealed, part);
            }
        }
    }

    private static int ended(int files, SealedOutput sealed, Path part) throws IOException {
        sealed.finish();
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return files;
    }

    /** A database that runs but does not answer would write under the copy. */
    private void requireAtRest() throws IOException {
        var pid = data.root().resolve("postgres/postmaster.pid");
        if (Files.exists(pid)) {
            var first = Files.readAllLines(pid).getFirst().strip();
            if (first.matches("\\d{1,9}")
                    && ProcessHandle.of(Long.parseLong(first)).isPresent()) {
                throw new Trouble("The database runs but does not answer: wait until ./run says that it does.");
            }
        }
    }
}
