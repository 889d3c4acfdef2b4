package org.wuduan.launcher.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wuduan.launcher.DataFolder;

/**
 * The door of the last start, as it is remembered in a file of four lines.
 *
 * @param address IPv4 in digits
 * @param certificate file that was brought; empty for one of our own making
 * @param key its file; empty as well then
 * @param names that stood in it
 */
record LastDoor(String address, String certificate, String key, List<String> names) {

    static final String FILE = "lan.last";

    private static final int LINES = 4;

    /** What an earlier start wrote; a file that can't be read or understood is none. */
    static Optional<LastDoor> in(Path folder) {
        try {
            var file = folder.resolve(FILE);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1);
            boolean whole = lines.length > LINES && lines[0].matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
            return whole ? Optional.of(new LastDoor(lines[0], lines[1], lines[2], list(lines[3]))) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> list(String names) {
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether somebody wishes for the same once more. */
    boolean isOf(String wishedAddress, Path wishedCertificate, Path wishedKey) {
        return address.equals(wishedAddress)
                && certificate.equals(wishedCertificate.toString())
                && key.equals(wishedKey.toString());
    }

    /** @throws UncheckedIOException when the folder can't be written */
    void write(Path folder) {
        DataFolder.writePrivately(
                folder.resolve(FILE), String.join("\n", address, certificate, key, String.join(",", names)) + "\n");
    }
}
