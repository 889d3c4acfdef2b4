package org.wuduan.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wuduan.contract.WireJson;

/**
 * What the promise costs: the same readings by way of the hub, and straight into a table of the same columns and indexes.
 * Part of {@code ./bench vitals}.
 */
public final class IngestCost {
    private static final List<String> CODES = List.of("durabilityaa", "durabilitybb");

    /** Readings of one commit of the raw ways, and of the hub's largest batch. */
    private static final int TOGETHER = 500;

    /** Readings that a box sends when it was away for some seconds. */
    private static final int FEW = 20;

    private static final int SENDERS = 8;
    private static final int WARM_UP_ROWS = 20_000;

    private IngestCost() {}

    /**
     * One way, measured once.
     *
     * @param rowsPerCpuSecond by the processor time of whoever takes the rows in and of PostgreSQL
     */
    private record Run(
            String way,
            int round,
            int rows,
            double seconds,
            double cpuSeconds,
            long rowsPerCpuSecond,
            long rowsPerSecond) {}

    /** Something that puts rows into a table. */
    private interface Way {
        void put(int rows) throws SQLException, IOException, InterruptedException;
    }

    /** @param arguments built tree, folder, rounds, rows of each way and round */
    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException {
        var root = Path.of(arguments[0]);
        var home = Files.createDirectories(Path.of(arguments[1]));
        Files.createDirectories(home.resolve("secrets"));
        int rounds = Integer.parseInt(arguments[2]);
        int rows = Integer.parseInt(arguments[3]);
        var database =
                new Database(root.resolve("target/cache"), home.resolve("postgres"), home, HubProcess.freePort());
        database.start(List.of());
        database.makeHubsDatabase();
        try (var hub = HubProcess.start(
                        root.resolve("cloud-hub/hub/target/hub-exec.jar"), home, database.access(), CODES);
                var connection = DriverManager.getConnection(
                        database.access().get(0),
                        database.access().get(1),
                        database.access().get(2))) {
            var raw = new RawWays(connection, TOGETHER);
            var boxes = boxes(hub);
            long self = ProcessHandle.current().pid();
            var cost = new ProcessorTime(database.pid());
            for (int round = 0; round <= rounds; round++) {
                int count = round == 0 ? WARM_UP_ROWS : rows;
                var runs = List.of(
                        measured("raw_batch", round, count, raw::batch, cost, self),
                        measured("raw_copy", round, count, raw::copy, cost, self),
                        measured("ours", round, count, number -> send(boxes, number, TOGETHER), cost, hub.pid()),
                        measured("ours_few", round, count / 4, number -> send(boxes, number, FEW), cost, hub.pid()));
                if (round > 0) {
                    runs.forEach(run -> System.out.println(WireJson.mapper().writeValueAsString(run)));
                }
            }
        } finally {
            database.kill();
        }
    }

    private static List<BoxClient> boxes(HubProcess hub) throws IOException, InterruptedException {
        var boxes = new ArrayList<BoxClient>();
        for (var code : CODES) {
            boxes.add(new BoxClient(hub.address(), code));
        }
        return boxes;
    }

    private static Run measured(String way, int round, int rows, Way how, ProcessorTime cost, long taker)
            throws SQLException, IOException, InterruptedException {
        double cpuBefore = cost.seconds(taker);
        long begin = System.nanoTime();
        how.put(rows);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = cost.seconds(taker) - cpuBefore;
        return new Run(way, round, rows, seconds, cpu, Math.round(rows / cpu), Math.round(rows / seconds));
    }

    private static void send(List<BoxClient> boxes, int rows, int together) throws InterruptedException, IOException {
        var failed = new ArrayList<String>();
        var bodies = bodies(rows, together);
        var senders = IntStream.range(0, SENDERS)
                .mapToObj(number -> Thread.ofPlatform().start(() -> {
                    for (int each = number; each < bodies.size(); each += SENDERS) {
                        deliver(boxes.get(number % boxes.size()), bodies.get(each), failed);
                    }
                }))
                .toList();
        for (var sender : senders) {
            sender.join();
        }
        if (!failed.isEmpty()) {
            throw new IOException(failed.size() + " batches were not acknowledged");
        }
    }

    private static void deliver(BoxClient box, String body, List<String> failed) {
        try {
            if (!box.delivers(body)) {
                synchronized (failed) {
                    failed.add(body);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> bodies(int rows, int together) {
        return IntStream.range(0, rows / together)
                .mapToObj(_ -> IntStream.range(0, together)
                        .mapToObj(_ -> Samples.json(UUID.randomUUID(), Samples.fresh()))
                        .collect(Collectors.joining(",", "{\"readings\":[", "]}")))
                .toList();
    }
}
