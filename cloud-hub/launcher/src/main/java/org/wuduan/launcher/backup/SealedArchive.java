package org.wuduan.launcher.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.wuduan.launcher.backup.SealedInput.NotWhole;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A finished backup file. */
final class SealedArchive {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final BackupKey key;

    SealedArchive(Path file, BackupKey key) {
        this.file = file;
        this.key = key;
    }

    /** What is done with each entry. */
    private interface Reader {
        void read(TarArchiveEntry entry, TarArchiveInputStream contents) throws IOException;
    }

    /**
     * Reads the whole file: every piece, every checksum, the manifest.
     *
     * @throws NotWhole when anything of it is not as it was written
     */
    Manifest verify() throws IOException {
        List<Manifest.Entry> found = new ArrayList<>();
        List<Manifest> manifests = new ArrayList<>();
        each((entry, contents) -> {
            if (entry.getName().equals(Manifest.NAME)) {
                manifests.add(manifest(contents));
            } else if (!entry.isDirectory()) {
                var checksum = copy(contents, OutputStream.nullOutputStream());
                found.add(new Manifest.Entry(entry.getName(), entry.getSize(), checksum));
            }
        });
        if (manifests.size() != 1 || !manifests.getFirst().entries().equals(found)) {
            throw new NotWhole("its files are not those of its manifest");
        }
        return manifests.getFirst();
    }

    private static Manifest manifest(InputStream contents) throws IOException {
        try {
            return JSON.readValue(contents.readAllBytes(), Manifest.class);
        } catch (JacksonException strange) {
            throw new NotWhole("its manifest can't be read");
        }
    }

    /** Writes every file below a folder, each on disk when this returns. */
    void unpack(Path folder) throws IOException {
        each((entry, contents) -> {
            var target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new NotWhole("an entry leaves its folder");
            }
            if (entry.getName().equals(Manifest.NAME)) {
                return;
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.resolveSibling(""));
                try (var channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                        var out = Channels.newOutputStream(channel)) {
                    copy(contents, out);
                    channel.force(true);
                }
            }
            Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        });
    }

    private void each(Reader reader) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var sealed = new SealedInput(in, key);
            var tar = new TarArchiveInputStream(new GZIPInputStream(sealed), "UTF-8");
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                reader.read(entry, tar);
            }
            // to the last piece, which alone shows that nothing was cut off
            sealed.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String copy(InputStream from, OutputStream into) throws IOException {
        var digest = Archive.sha256();
        from.transferTo(new DigestOutputStream(into, digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (var permission : PosixFilePermission.values()) {
            if ((mode & 0400 >> permission.ordinal()) != 0) {
                permissions.add(permission);
            }
        }
        return permissions;
    }
}
