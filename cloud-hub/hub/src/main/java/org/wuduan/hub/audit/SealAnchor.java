package org.wuduan.hub.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The newest seal in a file outside the database: whoever cuts off the end of the trail, or makes the whole chain anew,
 * would have to change this file as well. One line: the seal's number, its hash in hexadecimal.
 */
final class SealAnchor {
    private static final int PARTS = 2;
    private final Path file;

    SealAnchor(Path file) {
        this.file = file;
    }

    /** What the file names. */
    record Anchored(long seal, String hash) {
        @Override
        public String toString() {
            return "Anchored[" + seal + "]";
        }

        boolean names(Seal other) {
            return other.number() == seal
                    && HexFormat.of().formatHex(other.seal()).equals(hash);
        }
    }

    /**
     * Empty before the first seal.
     *
     * @throws IOException when the file is there and can't be read as an anchor
     */
    Optional<Anchored> read() throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var parts = Files.readString(file).strip().split(" ", -1);
        if (parts.length != PARTS || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
            throw new IOException("no anchor of a seal");
        }
        return Optional.of(new Anchored(Long.parseLong(parts[0]), parts[1]));
    }

    /** Replaces the file as a whole: a reader finds the old line or the new one. */
    void write(Seal newest) throws IOException {
        var line = newest.number() + " " + HexFormat.of().formatHex(newest.seal()) + "\n";
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
