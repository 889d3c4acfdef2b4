package org.wuduan.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.wuduan.durability.disk.CrashDisk;

/**
 * The hub's database: what the hub acknowledged to its boxes must be in the table once after a power cut. The hub itself
 * lives on, as on another host, and takes the next readings when its database is back.
 */
final class HubScene implements Scene {
    private static final List<String> CODES = List.of("durabilityaa", "durabilitybb");
    private static final int SENDERS = 8;
    private static final int ACKNOWLEDGED_MIN = 2;
    private static final int ACKNOWLEDGED_SPREAD = 60;

    /** Generous: it takes a second or two, also when the hub has just lost its database. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(60);

    private final CrashDisk disk;
    private final Database database;
    private final HubProcess hub;
    private final List<Sender> senders = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();
    private List<String> planted = List.of();

    private HubScene(CrashDisk disk, Database database, HubProcess hub) {
        this.disk = disk;
        this.database = database;
        this.hub = hub;
    }

    /**
     * @param root the built tree
     * @param home a fresh folder
     */
    static HubScene open(Path root, Path home) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("secrets"));
        var disk = new CrashDisk(home.resolve("disk"), false);
        disk.mount();
        Database database = null;
        HubProcess hub = null;
        try {
            database = new Database(
                    root.resolve("target/cache"), disk.place().resolve("postgres"), home, HubProcess.freePort());
            database.start(List.of());
            database.makeHubsDatabase();
            hub = HubProcess.start(root.resolve("cloud-hub/hub/target/hub-exec.jar"), home, database.access(), CODES);
            var scene = new HubScene(disk, database, hub);
            scene.admitSenders();
            return scene;
        } catch (IOException | RuntimeException failure) {
            end(hub, database, disk);
            throw failure;
        }
    }

    private void admitSenders() throws IOException, InterruptedException {
        var boxes = new ArrayList<BoxClient>();
        for (var code : CODES) {
            boxes.add(new BoxClient(hub.address(), code));
        }
        for (int number = 0; number < SENDERS; number++) {
            senders.add(new Sender(boxes.get(number % boxes.size()), number));
        }
        disk.syncAll();
    }

    /** From now on the database runs with a planted fault, on a disk that has everything until now. */
    void plant(String setting) throws IOException, InterruptedException {
        planted = List.of(setting);
        database.kill().forEach(process -> process.onExit().join());
        database.start(planted);
        disk.syncAll();
    }

    @Override
    public Crash crash(long seed) throws IOException, InterruptedException {
        var chance = new SplittableRandom(seed);
        var round = new Round(ACKNOWLEDGED_MIN + chance.nextInt(ACKNOWLEDGED_SPREAD));
        senders.forEach(sender -> sender.start(round, chance.split()));
        var checkpoint = chance.nextBoolean() ? checkpointMeanwhile() : null;
        boolean enough = round.hasEnoughWithin(ACKNOWLEDGED_WITHIN);
        if (!enough) {
            round.end();
            throw new IOException("the hub has acknowledged too little for the power cut of seed " + seed);
        }
        disk.freeze();
        var killed = database.kill();
        var loss = disk.losePower(chance);
        killed.forEach(process -> process.onExit().join());
        round.end();
        disk.mount();
        boolean whole = startsAgain();
        // only now: what is under way at the hub waits for its database, and is answered as soon as that is back
        for (var sender : senders) {
            sender.awaitEnd();
        }
        if (checkpoint != null) {
            checkpoint.join();
        }
        acknowledged.addAll(round.acknowledged());
        var kept = whole ? kept() : Map.<String, Integer>of();
        return counted(seed, round.acknowledged().size(), kept, loss);
    }

    /** @return false when the disk holds no database any more */
    private boolean startsAgain() throws IOException, InterruptedException {
        try {
            database.start(planted);
            return true;
        } catch (Database.Broken broken) {
            System.err.println(broken.getMessage());
            return false;
        }
    }

    private Map<String, Integer> kept() throws IOException {
        try {
            return database.kept();
        } catch (Database.Broken broken) {
            System.err.println(broken.getMessage());
            return Map.of();
        }
    }

    /** Whether it finishes before the cut is left to chance. */
    private Thread checkpointMeanwhile() {
        return Thread.ofVirtual().start(() -> {
            try {
                database.checkpoint();
            } catch (SQLException cutOff) {
                // the power went first, as it should now and then
            }
        });
    }

    private Crash counted(long seed, int fresh, Map<String, Integer> kept, CrashDisk.Loss loss) {
        var lost = acknowledged.stream().filter(one -> !kept.containsKey(one)).toList();
        int doubled = kept.values().stream().mapToInt(times -> times - 1).sum();
        int promised = acknowledged.size();
        lost.forEach(acknowledged::remove);
        return new Crash("hub", seed, fresh, promised, lost.size(), doubled, loss.pages(), loss.names());
    }

    @Override
    public void close() throws IOException {
        end(hub, database, disk);
    }

    private static void end(@Nullable HubProcess hub, @Nullable Database database, CrashDisk disk) throws IOException {
        if (hub != null) {
            hub.close();
        }
        disk.freeze();
        var killed = database == null ? List.<ProcessHandle>of() : database.kill();
        disk.close();
        killed.forEach(process -> process.onExit().join());
    }
}
