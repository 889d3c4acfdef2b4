package org.wuduan.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    private final CrashDisk disk;
    private final Database database;
    private final HubProcess hub;
    private final List<String> planted;
    private final List<Sender> senders = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();

    private HubScene(CrashDisk disk, Database database, HubProcess hub, List<String> planted) {
        this.disk = disk;
        this.database = database;
        this.hub = hub;
        this.planted = planted;
    }

    /**
     * @param root the built tree
     * @param home a fresh folder
     * @param planted settings with which the database is started after the first power cut, such as fsync=off
     */
    static HubScene open(Path root, Path home, List<String> planted) throws IOException, InterruptedException {
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
            var scene = new HubScene(disk, database, hub, planted);
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

    @Override
    public Crash crash(long seed) throws IOException, InterruptedException {
        var chance = new SplittableRandom(seed);
        var round = new Round(ACKNOWLEDGED_MIN + chance.nextInt(ACKNOWLEDGED_SPREAD));
        senders.forEach(sender -> sender.start(round, chance.split()));
        var checkpoint = chance.nextBoolean() ? checkpointMeanwhile() : null;
        round.awaitEnough();
        disk.freeze();
        var killed = database.kill();
        var loss = disk.losePower(chance);
        killed.forEach(process -> process.onExit().join());
        round.end();
        for (var sender : senders) {
            sender.awaitEnd();
        }
        if (checkpoint != null) {
            checkpoint.join();
        }
        disk.mount();
        database.start(planted);
        acknowledged.addAll(round.acknowledged());
        return counted(seed, round.acknowledged().size(), loss);
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

    private Crash counted(long seed, int fresh, CrashDisk.Loss loss) throws IOException {
        try {
            var kept = database.kept();
            var lost =
                    acknowledged.stream().filter(one -> !kept.containsKey(one)).toList();
            int doubled = kept.values().stream().mapToInt(times -> times - 1).sum();
            int promised = acknowledged.size();
            lost.forEach(acknowledged::remove);
            return new Crash("hub", seed, fresh, promised, lost.size(), doubled, loss.pages(), loss.names());
        } catch (SQLException unreadable) {
            throw new IOException("the database can't be read after the power cut of seed " + seed, unreadable);
        }
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
