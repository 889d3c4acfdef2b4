package org.wuduan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a sibling is started with, as one short text: command, environment, settings and programs. Where a running one
 * has the same text, nothing would be gained by starting it anew.
 */
final class Fingerprint {

    /** Larger files are programs: their size and time tell them apart. Settings are written anew, so their text counts. */
    private static final long READ_BYTES_MAX = 256 << 10;

    private Fingerprint() {}

    static String of(Sibling sibling) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            sibling.spec().command().forEach(word -> add(digest, word));
            new TreeMap<>(sibling.spec().environment()).forEach((name, value) -> add(digest, name + "=" + value));
            for (var path : sibling.files()) {
                addAll(digest, path);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void addAll(MessageDigest digest, Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            addFile(digest, path);
            return;
        }
        try (Stream<Path> inside = Files.list(path)) {
            for (var file : inside.filter(Files::isRegularFile).sorted().toList()) {
                addFile(digest, file);
            }
        }
    }

    private static void addFile(MessageDigest digest, Path file) throws IOException {
        add(digest, file.toString());
        if (Files.size(file) > READ_BYTES_MAX) {
            add(digest, Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
        } else {
            add(digest, HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
