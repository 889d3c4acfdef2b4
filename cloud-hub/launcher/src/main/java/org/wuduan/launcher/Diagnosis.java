package org.wuduan.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Turns what a failing program last said into one sentence with what to do. */
public final class Diagnosis {

    private static final int TAIL_BYTES = 16_384;
    private static final int QUOTE_MAX = 240;

    private Diagnosis() {}

    /** Why a sibling did not come up, from the end of its log. */
    static Trouble ofLog(String name, Path log) {
        return of(name + " does not start", tail(log) + "\n(see " + log + ")");
    }

    /** Whether the last start of a sibling ended for want of disk space. */
    static boolean diskIsFull(Path log) {
        return saysFull(tail(log));
    }

    private static boolean saysFull(String said) {
        return said.contains("No space left on device") || said.contains("Disk quota exceeded");
    }

    /** {@code what} happened, and {@code said} is what the program printed. */
    public static Trouble of(String what, String said) {
        if (saysFull(said)) {
            return new Trouble(
                    "The disk is full (" + what + "): free some space, or choose another disk with --data DIR.");
        }
        if (said.contains("PANIC:")
                || said.contains("invalid checkpoint record")
                || said.contains("could not read file")
                || said.contains("incorrect checksum in control file")) {
            return new Trouble("The database folder is damaged (" + quote(said)
                    + "): restore it from a backup, or start with an empty folder by --data DIR.");
        }
        return new Trouble(capital(what) + " (" + quote(said) + "): mend that and start again.");
    }

    /** The last line that names an error, or simply the last line, and where the rest is. */
    private static String quote(String said) {
        var lines =
                said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        var where = lines.stream()
                .filter(line -> line.startsWith("(see "))
                .findFirst()
                .orElse("");
        var spoken = lines.stream()
                .filter(line -> !line.startsWith("(see ") && !line.startsWith(DataFolder.START_MARK))
                .toList();
        var telling = lastNaming(spoken, List.of("FATAL:", "PANIC:", "ERROR", "error:", "Exception", "Error"));
        var line = telling.isEmpty() ? (spoken.isEmpty() ? "it said nothing" : spoken.getLast()) : telling;
        var shortened = line.length() > QUOTE_MAX ? line.substring(0, QUOTE_MAX) + "…" : line;
        return where.isEmpty() ? shortened : shortened + "; " + where.substring(1, where.length() - 1);
    }

    private static String lastNaming(List<String> lines, List<String> signs) {
        return lines.reversed().stream()
                .filter(line -> signs.stream().anyMatch(line::contains))
                .findFirst()
                .orElse("");
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String tail(Path log) {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            var bytes = ByteBuffer.allocate(TAIL_BYTES);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until the end of the file
            }
            var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.lastIndexOf(DataFolder.START_MARK)));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
