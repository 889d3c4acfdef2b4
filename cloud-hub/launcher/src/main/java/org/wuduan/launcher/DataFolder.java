package org.wuduan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The folder that holds everything that must survive. Its owner alone may look into what it holds.
 *
 * @param root the folder itself
 */
public record DataFolder(Path root) {

    /** Less free space than this and nothing is started: a database that fills the disk stops in mid-sentence. */
    static final long FREE_MIB_MIN = 512;

    /** A log that is larger than this at a sibling's start becomes NAME.log.1, and the older one is dropped. */
    static final long LOG_BYTES_MAX = 8L << 20;

    /** Begins the line that marks each start in a log. */
    static final String START_MARK = "=== started ";

    /** Others may pass through but not look: a bridge that runs as the user nobody must reach its own folder. */
    private static final String PASSABLE = "rwx--x--x";

    private static final String OWNER_ONLY = "rwx------";
    private static final String OWNER_ONLY_FILE = "rw-------";

    /**
     * Makes the folder where there is none, still without its parts.
     *
     * @return whether this call has made it: only then may it be removed again
     * @throws Trouble when it can't be made, or its disk is nearly full: then nothing is left behind
     */
    boolean make() {
        return make(nearest(root.toAbsolutePath()).toFile().getUsableSpace());
    }

    /** @param freeBytes where the folder will lie */
    boolean make(long freeBytes) {
        requireSpace(freeBytes);
        try {
            Files.createDirectories(parentOf(root));
            Files.createDirectory(root);
            return true;
        } catch (FileAlreadyExistsException there) {
            return false;
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    /** The path itself, or what is there of the way to it. */
    private static Path nearest(Path path) {
        var there = path;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** Takes away the folder of a start that was refused before anything was kept in it. */
    void remove() throws IOException {
        PostgresBinaries.deleteTree(root);
    }

    /**
     * Makes the folder and its parts and takes it for this process.
     *
     * @throws Trouble when it can't be written, is in use, or its disk is nearly full
     */
    public FileLock take() {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(PASSABLE));
            for (var folder : List.of(run(), logs(), secrets(), audit())) {
                privateFolder(folder);
            }
            requireSpace(root.toFile().getUsableSpace());
            return lock();
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private Trouble unwritable(IOException failure) {
        return new Trouble(
                "The data folder " + root + " can't be written (" + reason(failure)
                        + "): choose another with --data DIR or change its owner.",
                failure);
    }

    public static void requireSpace(long freeBytes) {
        if (freeBytes < FREE_MIB_MIN << 20) {
            throw new Trouble("Only " + (freeBytes >> 20) + " MiB are free where the data lies and at least "
                    + FREE_MIB_MIN + " are needed: free some, or choose another disk with --data DIR.");
        }
    }

    private FileLock lock() throws IOException {
        // The kernel drops the lock with the process, so that a killed launcher leaves none behind.
        var channel = FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw inUse();
        }
        channel.close();
        throw inUse();
    }

    private Trouble inUse() {
        return new Trouble(
                "Another ./run is using " + root + ": end it first, or choose another folder with --data DIR.");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path logs() {
        return root.resolve("log");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /** The newest seal of the audit trail: outside the database, so that it tells when the trail was cut off. */
    public Path audit() {
        return root.resolve("audit");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The log of a sibling, marked and ready to be appended to by a new process. */
    public Path log(String name) throws IOException {
        var log = logs().resolve(name + ".log");
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, logs().resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                log,
                START_MARK + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return log;
    }

    /** A folder that its owner alone may look into, made now or kept. */
    static Path privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNER_ONLY));
    }

    /**
     * Writes a whole file that its owner alone may read, or leaves the older one untouched. It is on disk when this
     * returns: a password that a power cut turns into an empty file locks the database for ever.
     */
    public static void writePrivately(Path file, String text) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_FILE)));
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            toDisk(fresh, StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            toDisk(parentOf(file), StandardOpenOption.READ);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void toDisk(Path path, StandardOpenOption access) throws IOException {
        try (var channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }

    private static Path parentOf(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static String reason(IOException failure) {
        var name = failure.getClass().getSimpleName().replace("Exception", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
