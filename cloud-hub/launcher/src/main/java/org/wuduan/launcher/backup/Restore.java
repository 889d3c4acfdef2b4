package org.wuduan.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.PostgresBinaries;
import org.wuduan.launcher.Trouble;
import org.wuduan.launcher.backup.SealedInput.NotWhole;

/** Brings a backup back into a folder that is empty. Nothing is written before the whole backup has been verified. */
final class Restore {
    private final Path file;
    private final BackupKey key;

    Restore(Path file, BackupKey key) {
        this.file = file;
        this.key = key;
    }

    /** @return what was restored */
    Manifest into(DataFolder data) throws IOException {
        requireEmpty(data.root());
        var manifest = verified();
        requireSpace(data.root(), manifest);
        var parent = data.root().toAbsolutePath().resolveSibling("");
        Files.createDirectories(parent);
        var fresh = Files.createTempDirectory(parent, data.root().getFileName() + ".restoring-");
        try {
            new SealedArchive(file, key).unpack(fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx--x--x"));
            Files.deleteIfExists(data.root());
            Files.move(fresh, data.root(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            PostgresBinaries.deleteTree(fresh);
        }
        return manifest;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var list = Files.list(folder)) {
            if (list.findAny().isPresent()) {
                throw new Trouble(
                        "The folder " + folder
                                + " is not empty, and a restore never overwrites: move it away, or choose another with --data DIR.");
            }
        }
    }

    private Manifest verified() throws IOException {
        Manifest manifest;
        try {
            manifest = new SealedArchive(file, key).verify();
        } catch (NoSuchFileException missing) {
            throw new Trouble("There is no backup " + file + ": check the name.", missing);
        } catch (NotWhole notWhole) {
            throw new Trouble("The backup " + file + " can't be used, " + notWhole.getMessage()
                    + ": take another one, or the right key file. Nothing was changed.");
        }
        if (manifest.format() != Manifest.FORMAT || manifest.postgres() != PostgresBinaries.RELEASE) {
            throw new Trouble("The backup " + file + " is of another release (PostgreSQL " + manifest.postgres()
                    + "): restore it with the release that made it, then upgrade. Nothing was changed.");
        }
        return manifest;
    }

    private static void requireSpace(Path folder, Manifest manifest) throws IOException {
        long needed =
                manifest.entries().stream().mapToLong(Manifest.Entry::bytes).sum();
        var existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        DataFolder.requireSpace(Files.getFileStore(existing).getUsableSpace() - needed);
    }
}
