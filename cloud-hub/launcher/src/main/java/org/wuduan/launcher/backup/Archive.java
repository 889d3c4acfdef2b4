package org.wuduan.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A tar file, compressed, that notes the checksum of everything put into it. */
final class Archive implements AutoCloseable {
    private static final int PRIVATE_FILE = 0100600;
    private static final int COPY_BYTES = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TarArchiveOutputStream tar;
    private final GZIPOutputStream compressed;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    Archive(OutputStream out) throws IOException {
        compressed = new GZIPOutputStream(out, COPY_BYTES);
        tar = new TarArchiveOutputStream(compressed, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Puts in a file or folder as it is now; one that has just gone is left out. */
    void add(Path data, Path relative) throws IOException {
        var path = data.resolve(relative);
        try {
            if (Files.isDirectory(path)) {
                var entry = new TarArchiveEntry(relative + "/");
                entry.setMode(mode(path));
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            } else {
                addFile(path, relative.toString());
            }
        } catch (NoSuchFileException gone) {
            // the database deletes files while it works; its log of changes knows of it
        }
    }

    private void addFile(Path file, String name) throws IOException {
        int mode = mode(file);
        try (var in = Files.newInputStream(file)) {
            // It may grow or shrink while it is read: the size is settled now, and the database's log mends the rest.
            long size = Files.size(file);
            put(name, size, mode, in);
        }
    }

    void add(String name, byte[] bytes) throws IOException {
        try (var in = new java.io.ByteArrayInputStream(bytes)) {
            put(name, bytes.length, PRIVATE_FILE, in);
        }
    }

    private void put(String name, long size, int mode, InputStream in) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        var digest = sha256();
        var noting = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        var buffer = new byte[COPY_BYTES];
        for (long left = size; left > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                count = (int) Math.min(left, buffer.length);
                java.util.Arrays.fill(buffer, (byte) 0);
            }
            tar.write(buffer, 0, count);
            noting.write(buffer, 0, count);
            left -= count;
        }
        tar.closeArchiveEntry();
        entries.add(new Manifest.Entry(name, size, HexFormat.of().formatHex(digest.digest())));
    }

    private static int mode(Path path) throws IOException {
        int bits = Files.isDirectory(path) ? 0040000 : 0100000;
        var permissions = Files.getPosixFilePermissions(path);
        for (var permission : PosixFilePermission.values()) {
            // declared from the owner's read to the others' execute, as the bits are
            bits |= permissions.contains(permission) ? 0400 >> permission.ordinal() : 0;
        }
        return bits;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Ends the archive with its manifest. @return how many files it holds */
    int finish(int postgres, java.time.Instant madeAt) throws IOException {
        var manifest = new Manifest(Manifest.FORMAT, postgres, madeAt, entries);
        int files = entries.size();
        add(Manifest.NAME, JSON.writeValueAsBytes(manifest));
        tar.finish();
        compressed.finish();
        return files;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
