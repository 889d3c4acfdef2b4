package org.wuduan.hub.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The file that holds the vault's key: 256 random bits in hexadecimal, readable by its owner alone.
 *
 * @param path of the file
 */
record KeyFile(Path path) {
    static final String NAME = "vault-key";
    static final int KEY_BYTES = 32;

    static KeyFile in(Path folder) {
        return new KeyFile(folder.resolve(NAME));
    }

    /**
     * The kept key, if there is a file.
     *
     * @throws IllegalStateException when there is one that holds no key, or that others may read
     */
    Optional<byte[]> read() {
        try {
            if (Files.notExists(path)) {
                return Optional.empty();
            }
            var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            if (!rights.endsWith("------")) {
                throw new IllegalStateException("the key file " + path + " may be read by others (" + rights
                        + "): type chmod 600 for it and start the hub again");
            }
            return Optional.of(key(Files.readString(path, StandardCharsets.ISO_8859_1)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] key(String text) {
        try {
            var key = HexFormat.of().parseHex(text.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notHexadecimal) {
            // told below, as a key of another length is
        }
        throw new IllegalStateException(
                "the key file " + path + " is damaged: bring it back from a copy and start the hub again");
    }

    /** Makes a new key; it is on disk when this returns, because what is locked under a lost key is lost. */
    byte[] make() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var fresh = path.resolveSibling(NAME + ".new");
        try {
            var folder = folder();
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
            toDisk(fresh, StandardOpenOption.WRITE);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
            toDisk(folder, StandardOpenOption.READ);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return key;
    }

    private Path folder() {
        var folder = path.toAbsolutePath().getParent();
        return folder == null ? path.toAbsolutePath() : folder;
    }

    private static void toDisk(Path what, StandardOpenOption access) throws IOException {
        try (var channel = FileChannel.open(what, access)) {
            channel.force(true);
        }
    }
}
