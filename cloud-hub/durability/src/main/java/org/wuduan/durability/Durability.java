package org.wuduan.durability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.wuduan.contract.WireJson;

/**
 * What {@code ./bench durability} runs: power cuts under the database or an outbox, one line of JSON each, appended as
 * soon as it is counted, so that a run that is ended can be taken up again.
 */
public final class Durability {
    private Durability() {}

    /**
     * A line of the log.
     *
     * @param seconds from the first reading of the round until everything was counted
     */
    private record Line(String commit, double seconds, Crash crash) {}

    /** @param arguments built tree, folder for disks, log, commit, hub or outbox, first seed, how many */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var root = Path.of(arguments[0]);
        var home = Files.createDirectories(Path.of(arguments[1]));
        var log = Path.of(arguments[2]);
        long first = Long.parseLong(arguments[5]);
        int count = Integer.parseInt(arguments[6]);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(Durability::endChildren));
        try (var scene = scene(arguments[4], root, home)) {
            for (int cut = 0; cut < count; cut++) {
                long begin = System.nanoTime();
                var crash = scene.crash(first + cut);
                double seconds = Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
                var line = WireJson.mapper().writeValueAsString(new Line(arguments[3], seconds, crash));
                System.out.println(line);
                Files.writeString(
                        log, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }

    /** A bench that is ended in its middle leaves no hub and no database behind. */
    private static void endChildren() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private static Scene scene(String target, Path root, Path home) throws IOException, InterruptedException {
        return switch (target) {
            case "hub" -> HubScene.open(root, home);
            case "outbox" -> new OutboxScene(home.resolve("disk"), false);
            default -> throw new IllegalArgumentException("neither hub nor outbox: " + target);
        };
    }
}
