package org.wuduan.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.wuduan.box.OutboxWriter;
import org.wuduan.durability.disk.CrashDisk;

/** A box's outbox: what it said to be saved must wait in it after a power cut, what it said to be settled must not. */
final class OutboxScene implements Scene {
    private static final int REPORTS_MIN = 3;
    private static final int REPORTS_SPREAD = 120;
    private static final int ID_LENGTH = 36;

    private final CrashDisk disk;
    private final Path folder;
    private final Set<String> saved = new HashSet<>();
    private final Set<String> settling = new HashSet<>();
    private final Set<String> settled = new HashSet<>();
    private @Nullable Writer writer;
    private int fresh;

    /** @param lies whether the disk only says that it syncs */
    OutboxScene(Path place, boolean lies) throws IOException {
        disk = new CrashDisk(place, lies);
        disk.mount();
        folder = Files.createDirectory(place.resolve("box"));
        disk.syncAll();
    }

    private record Writer(Process process, BufferedReader lines) {}

    @Override
    public Crash crash(long seed) throws IOException, InterruptedException {
        var chance = new SplittableRandom(seed);
        fresh = 0;
        var running = writer == null ? start(seed) : writer;
        int reports = REPORTS_MIN + chance.nextInt(REPORTS_SPREAD);
        for (int heard = 0; heard < reports; heard++) {
            hear(running.lines().readLine());
        }
        disk.freeze();
        // the handle: ending the process itself would close what it has already said
        running.process().toHandle().destroyForcibly();
        var loss = disk.losePower(chance);
        for (var said = running.lines().readLine();
                said != null;
                said = running.lines().readLine()) {
            hear(said);
        }
        running.process().waitFor();
        disk.mount();
        int promised = saved.size();
        writer = start(seed + 1);
        var found = ids(writer.lines().readLine());
        int lost = (int) saved.stream().filter(id -> !found.contains(id)).count();
        var back = found.stream().filter(settled::contains).count();
        int doubled = (int) back + found.size() - new HashSet<>(found).size();
        goOnWith(found);
        return new Crash("outbox", seed, fresh, promised, lost, doubled, loss.pages(), loss.names());
    }

    private Writer start(long seed) throws IOException {
        var process = new ProcessBuilder(Java.command(OutboxWriter.class, folder.toString(), Long.toString(seed)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Writer(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    private void hear(@Nullable String said) throws IOException {
        if (said == null) {
            throw new IOException("the outbox ended by itself");
        }
        var ids = ids(said);
        switch (said.split(" ", 2)[0]) {
            case OutboxWriter.SAVED -> {
                saved.addAll(ids);
                fresh += ids.size();
            }
            case OutboxWriter.SETTLING -> {
                // may be there or not until it is said to be settled
                settling.addAll(ids);
                ids.forEach(saved::remove);
            }
            case OutboxWriter.SETTLED -> {
                settled.addAll(ids);
                ids.forEach(settling::remove);
            }
            case OutboxWriter.FOUND -> saved.addAll(ids);
            default -> throw new IOException("not understood: " + said);
        }
    }

    private static List<String> ids(@Nullable String said) throws IOException {
        if (said == null) {
            throw new IOException("the outbox could not be opened");
        }
        return Arrays.stream(said.split(" "))
                .skip(1)
                // the last one may have been cut off with its process
                .filter(id -> id.length() == ID_LENGTH)
                .toList();
    }

    /** What is found is promised from now on; what is not is counted once. */
    private void goOnWith(List<String> found) {
        saved.clear();
        saved.addAll(found);
        settling.clear();
        found.forEach(settled::remove);
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.process().destroyForcibly();
        }
        disk.close();
    }
}
