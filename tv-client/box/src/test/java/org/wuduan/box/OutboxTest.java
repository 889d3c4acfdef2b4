package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.box.Outbox.Limits;
import org.wuduan.box.Outbox.Outcome;
import org.wuduan.box.Outbox.Received;
import org.wuduan.box.Outbox.Waiting;
import org.wuduan.contract.Answers.ReadingsAck.Refused;
import org.wuduan.contract.BoxLive.BoxState.OutboxTrouble;
import org.wuduan.contract.Problem;
import org.wuduan.contract.Reading;
import org.wuduan.contract.WireJson;

class OutboxTest {
    private static final Problem INVALID =
            new Problem("urn:wuduan:problem:invalid-field", "wrong", 422, null, null, null, null);

    @TempDir
    Path folder;

    @Test
    void readings_wait_in_the_order_of_their_arrival_and_survive_a_restart() throws IOException {
        var sent = List.of(Fixtures.spot(), Fixtures.continuous(), Fixtures.spot());
        try (var outbox = open(100)) {
            sent.forEach(reading -> assertThat(Fixtures.save(outbox, reading)).isEqualTo(Outcome.SAVED));
        }

        try (var outbox = open(100)) {
            assertThat(outbox.waiting()).isEqualTo(3);
            assertThat(outbox.oldest(10, 100_000, Set.of()))
                    .extracting(Waiting::reading)
                    .isEqualTo(sent);
        }
    }

    @Test
    void what_an_older_version_left_waiting_is_still_there() throws Exception {
        var left = Fixtures.spot();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
                var statement = db.createStatement()) {
            statement.execute("CREATE TABLE outbox(id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE,"
                    + " stream TEXT, body TEXT NOT NULL)");
            statement.execute("INSERT INTO outbox VALUES ('" + left.id() + "', 1, NULL, '"
                    + WireJson.mapper().writeValueAsString(left) + "')");
        }

        try (var outbox = open(100)) {
            Fixtures.save(outbox, Fixtures.spot());

            assertThat(outbox.oldest(10, 100_000, Set.of()))
                    .extracting(Waiting::receivedAt)
                    .containsExactly(null, Fixtures.UP);
            assertThat(outbox.oldest(1, 100_000, Set.of()).getFirst().reading()).isEqualTo(left);
        }
    }

    @Test
    void only_the_owner_can_read_the_outbox() throws IOException {
        try (var outbox = open(100)) {
            Fixtures.save(outbox, Fixtures.spot());

            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void the_same_reading_is_kept_once() throws IOException {
        try (var outbox = open(100)) {
            var reading = Fixtures.spot();

            assertThat(Fixtures.save(outbox, reading)).isEqualTo(Outcome.SAVED);
            assertThat(Fixtures.save(outbox, reading)).isEqualTo(Outcome.SAVED);

            assertThat(outbox.waiting()).isEqualTo(1);
        }
    }

    @Test
    void a_batch_ends_at_its_count_and_at_its_bytes_but_has_at_least_one() throws IOException {
        try (var outbox = open(100)) {
            for (int i = 0; i < 5; i++) {
                Fixtures.save(outbox, Fixtures.spot());
            }
            int size = outbox.oldest(1, 1, Set.of()).getFirst().body().length() + 1;

            assertThat(outbox.oldest(4, 1_000_000, Set.of())).hasSize(4);
            assertThat(outbox.oldest(5, 3 * size, Set.of())).hasSize(3);
            assertThat(outbox.oldest(5, 3 * size - 1, Set.of())).hasSize(2);
            assertThat(outbox.oldest(5, 1, Set.of())).hasSize(1);
        }
    }

    @Test
    void acknowledged_readings_leave_and_refused_ones_are_kept_for_the_operator() throws IOException {
        var taken = Fixtures.spot();
        var refused = Fixtures.spot();
        var neither = Fixtures.spot();
        try (var outbox = open(100)) {
            List.of(taken, refused, neither).forEach(reading -> Fixtures.save(outbox, reading));

            outbox.settle(List.of(taken.id()), List.of(new Refused(refused.id(), INVALID)), Fixtures.NOW);

            assertThat(outbox.oldest(10, 100_000, Set.of()))
                    .extracting(Waiting::id)
                    .containsExactly(neither.id());
            assertThat(outbox.waiting()).isEqualTo(1);
            assertThat(outbox.refusedKept()).isEqualTo(1);
        }
    }

    @Test
    void what_is_set_aside_no_longer_waits_but_is_kept_and_comes_back_to_its_place() throws IOException {
        var first = Fixtures.spot();
        var second = Fixtures.spot();
        try (var outbox = open(100)) {
            List.of(first, second).forEach(reading -> Fixtures.save(outbox, reading));
            outbox.setAside(first.id(), Fixtures.NOW);
        }

        try (var outbox = open(100)) {
            assertThat(outbox.waiting()).isEqualTo(1);
            assertThat(outbox.setAsideKept()).isEqualTo(1);
            assertThat(ids(outbox)).containsExactly(second.id());

            assertThat(outbox.bringBack()).isEqualTo(1);
            assertThat(outbox.setAsideKept()).isZero();
            assertThat(ids(outbox)).containsExactly(first.id(), second.id());
        }
    }

    @Test
    void at_its_limit_it_thins_continuous_readings_evenly_and_keeps_every_spot_reading() throws IOException {
        try (var outbox = open(20)) {
            List<UUID> spots = save(outbox, 4, true);
            List<UUID> continuous = save(outbox, 16, false);
            assertThat(outbox.trouble()).isEmpty();

            var newest = Fixtures.continuous();
            assertThat(Fixtures.save(outbox, newest)).isEqualTo(Outcome.SAVED);

            var left = ids(outbox);
            assertThat(outbox.trouble()).contains(OutboxTrouble.THINNED);
            assertThat(left).hasSize(4 + 8 + 1).containsAll(spots).contains(newest.id());
            assertThat(left).contains(continuous.get(0), continuous.get(2), continuous.get(14));
            assertThat(left).doesNotContain(continuous.get(1), continuous.get(15));
        }
    }

    @Test
    void when_full_of_spot_readings_continuous_ones_are_dropped_and_spot_readings_still_saved() throws IOException {
        try (var outbox = open(20)) {
            save(outbox, 20, true);

            assertThat(Fixtures.save(outbox, Fixtures.continuous())).isEqualTo(Outcome.DROPPED);
            assertThat(outbox.trouble()).contains(OutboxTrouble.FULL);
            assertThat(Fixtures.save(outbox, Fixtures.spot())).isEqualTo(Outcome.SAVED);
            assertThat(outbox.waiting()).isEqualTo(21);
        }
    }

    @Test
    void the_trouble_ends_when_the_hub_has_taken_the_readings() throws IOException {
        try (var outbox = open(20)) {
            save(outbox, 20, true);
            Fixtures.save(outbox, Fixtures.continuous());

            outbox.settle(ids(outbox), List.of(), Fixtures.NOW);

            assertThat(outbox.trouble()).isEmpty();
            assertThat(Fixtures.save(outbox, Fixtures.continuous())).isEqualTo(Outcome.SAVED);
        }
    }

    @Test
    void a_full_disk_is_said_and_nothing_that_was_saved_is_lost() throws IOException {
        try (var outbox = Outbox.open(folder, new Limits(10_000, 100 * 1024))) {
            var saved = new ArrayList<UUID>();
            Reading next = Fixtures.spot();
            while (Fixtures.save(outbox, next) == Outcome.SAVED) {
                saved.add(next.id());
                next = Fixtures.spot();
            }

            assertThat(outbox.trouble()).contains(OutboxTrouble.CANNOT_WRITE);
            assertThat(ids(outbox)).isEqualTo(saved).isNotEmpty();

            outbox.settle(saved.subList(0, saved.size() / 2), List.of(), Fixtures.NOW);
            assertThat(Fixtures.save(outbox, next)).isEqualTo(Outcome.SAVED);
            assertThat(outbox.trouble()).isEmpty();
        }
    }

    @Test
    void of_readings_that_come_together_a_nearly_full_disk_takes_those_that_fit() throws IOException {
        try (var outbox = Outbox.open(folder, new Limits(10_000, 100 * 1024))) {
            var together = IntStream.range(0, 500)
                    .mapToObj(_ -> new Received(Fixtures.spot(), Fixtures.UP))
                    .toList();

            var outcomes = outbox.save(together);

            int fit = (int) outcomes.stream().filter(Outcome.SAVED::equals).count();
            assertThat(outcomes).hasSize(500).endsWith(Outcome.CANNOT_WRITE);
            assertThat(fit).isPositive();
            assertThat(ids(outbox))
                    .isEqualTo(together.subList(0, fit).stream()
                            .map(one -> one.reading().id())
                            .toList());
            assertThat(outbox.waiting()).isEqualTo(fit);
            assertThat(outbox.trouble()).contains(OutboxTrouble.CANNOT_WRITE);
        }
    }

    private Outbox open(int readings) throws IOException {
        return Outbox.open(folder, new Limits(readings, Limits.OF_A_BOX.bytes()));
    }

    private static List<UUID> save(Outbox outbox, int count, boolean spot) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            Reading reading = spot ? Fixtures.spot() : Fixtures.continuous();
            assertThat(Fixtures.save(outbox, reading)).isEqualTo(Outcome.SAVED);
            ids.add(reading.id());
        }
        return ids;
    }

    private static List<UUID> ids(Outbox outbox) throws IOException {
        return outbox.oldest(Integer.MAX_VALUE, Integer.MAX_VALUE, Set.of()).stream()
                .map(Waiting::id)
                .toList();
    }
}
