package org.wuduan.box;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wuduan.contract.Language;

/**
 * Speaks a text with espeak-ng into a WAV file, and keeps the file under the hash of what it says, so that a prompt is
 * made once. The text goes through standard input: the arguments of a process can be read by every user of the machine.
 */
final class Speech {
    /** Longest text, in characters (code points). */
    static final int TEXT_LENGTH_MAX = 500;

    /** What was not spoken for so long goes: a prompt can tell a patient's values to whoever finds the box. */
    static final Duration KEPT_UNUSED_MAX = Duration.ofDays(30);

    private static final Duration SPOKEN_WITHIN = Duration.ofSeconds(10);

    /** Words a minute; slower than the program's 175, for the hard of hearing. */
    private static final String PACE = "140";

    private final Path folder;
    private final String program;
    private final long keptBytesMax;
    private final InstantSource clock;

    /** @param keptBytesMax of all kept files together; the longest unused go first */
    Speech(Path folder, String program, long keptBytesMax, InstantSource clock) throws IOException {
        this.folder = folder;
        this.program = program;
        this.keptBytesMax = keptBytesMax;
        this.clock = clock;
        PrivateFiles.makeFolder(folder);
        makeRoom(Optional.empty());
    }

    /** Forgets all that was spoken, and what was being spoken when the box ended. */
    static void forget(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder, "*.{wav,new}")) {
                PrivateFiles.delete(file);
            }
        }
    }

    /** The file, when this text was spoken before. Blocks for the disk. */
    Optional<Path> kept(Language language, String text) throws IOException {
        Path file = file(language, text);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        return Optional.of(file);
    }

    /** Speaks the text into a file. Blocks for seconds; one at a time. @throws IOException when there is no voice */
    synchronized Path speak(Language language, String text) throws IOException, InterruptedException {
        Optional<Path> kept = kept(language, text);
        if (kept.isPresent()) {
            return kept.get();
        }
        Path file = file(language, text);
        Path fresh = file.resolveSibling("speaking.new");
        Files.deleteIfExists(fresh);
        run(language, text, fresh);
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        makeRoom(Optional.of(file));
        return file;
    }

    private void run(Language language, String text, Path to) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program, "-v", voice(language), "-s", PACE, "-w", to.toString(), "--stdin")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        if (!process.waitFor(SPOKEN_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IOException("the voice took too long");
        }
        if (process.exitValue() != 0 || !Files.exists(to)) {
            throw new IOException("the voice failed");
        }
    }

    private static String voice(Language language) {
        return switch (language) {
            case ZH_CN -> "cmn";
            case EN -> "en";
        };
    }

    /** What was unused for too long goes, then the longest unused until the rest has room. */
    private void makeRoom(Optional<Path> justMade) throws IOException {
        List<Path> newestFirst = files(folder, "*.wav");
        newestFirst.sort(Comparator.comparing(file -> -file.toFile().lastModified()));
        Instant oldest = clock.instant().minus(KEPT_UNUSED_MAX);
        long bytes = justMade.isPresent() ? Files.size(justMade.get()) : 0;
        justMade.ifPresent(newestFirst::remove);
        for (Path file : newestFirst) {
            bytes += Files.size(file);
            if (bytes > keptBytesMax
                    || Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.newDirectoryStream(folder, pattern)) {
            all.forEach(files::add);
        }
        return files;
    }

    private Path file(Language language, String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update((language + "\n" + PACE + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash.digest()) + ".wav");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
