package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.box.Outbox.Limits;
import org.wuduan.box.Outbox.Waiting;
import org.wuduan.contract.Mark;
import org.wuduan.contract.Reading;
import org.wuduan.wearables.RadioEvent;
import org.wuduan.wearables.RadioListener;
import org.wuduan.wearables.fake.FakeRadio;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

class IntakeTest {
    private static final String TAKEN_AT = "2026-11-22T02:15:04Z";

    @TempDir
    Path folder;

    private final List<UUID> saved = new ArrayList<>();
    private final FakeRadio radio = FakeRadio.openHouse();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private Outbox outbox;
    private Intake intake;

    @BeforeEach
    void a_cuff_is_near() throws IOException {
        begin(Limits.OF_A_BOX, Fixtures.NOW);
        radio.start(new RadioListener() {
            @Override
            public void accept(RadioEvent event) {
                intake.accept(event);
            }

            @Override
            public void paused() {
                intake.paused();
            }
        });
        radio.comesNear(Fixtures.CUFF);
    }

    @AfterEach
    void close() throws IOException {
        outbox.close();
    }

    @Test
    void a_measurement_is_decoded_and_on_disk_before_it_is_called_saved() throws IOException {
        radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Fixtures.PRESSURE);

        var reading = only();
        assertThat(saved).containsExactly(reading.id());
        assertThat(reading.id().version()).isEqualTo(7);
        assertThat(reading.values())
                .extracting(one -> one.quantity().value().toPlainString())
                .containsExactly("142", "86", "105", "72");
        assertThat(reading.marks()).containsExactly(Mark.IRREGULAR_PULSE);
        assertThat(reading.deviceTime()).isEqualTo("2026-11-22T10:15:04");
        assertThat(reading.takenAt()).isEqualTo(TAKEN_AT);
        assertThat(reading.deviceUser()).isEqualTo(1);
        assertThat(reading.bytes()).isEqualTo("1e8e0056006900ea070b160a0f044800010400");
    }

    @Test
    void a_malformed_frame_is_counted_and_its_bytes_are_kept_without_values() throws IOException {
        radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Frame.ofHex("1e8e00"));

        assertThat(only().bytes()).isEqualTo("1e8e00");
        assertThat(only().values()).isEmpty();
        assertThat(only().marks()).containsExactly(Mark.MALFORMED);
        assertThat(intake.counts()).isEqualTo(new Intake.Counts(1, 0, 0));
    }

    @Test
    void an_over_long_frame_is_cut_to_512_bytes() throws IOException {
        radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Frame.of(new byte[513]));

        assertThat(only().bytes()).hasSize(1024);
        assertThat(only().marks()).containsExactly(Mark.MALFORMED);
    }

    @Test
    void an_impossible_number_is_counted_and_shown_as_no_value() throws IOException {
        radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Frame.ofHex("00 8403 5600 6900"));

        assertThat(only().values()).isEmpty();
        assertThat(only().marks()).containsExactly(Mark.IMPLAUSIBLE);
        assertThat(intake.counts()).isEqualTo(new Intake.Counts(0, 1, 0));
    }

    @Test
    void a_time_ahead_is_marked_and_not_believed() throws IOException {
        outbox.close();
        begin(
                Limits.OF_A_BOX,
                Instant.parse(TAKEN_AT).minus(Readings.AHEAD_TOLERANCE).minusSeconds(1));

        radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Fixtures.PRESSURE);

        assertThat(only().marks()).contains(Mark.DEVICE_CLOCK_AHEAD);
        assertThat(only().takenAt()).isEqualTo(TAKEN_AT);
        assertThat(only().deviceTime()).isEqualTo("2026-11-22T10:15:04");
    }

    @Test
    void a_reading_that_the_device_kept_for_long_is_marked_as_late() throws IOException {
        outbox.close();
        begin(Limits.OF_A_BOX, Instant.parse(TAKEN_AT).plus(Readings.LATE_AFTER).plusSeconds(1));

        radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Fixtures.PRESSURE);

        assertThat(only().marks()).contains(Mark.RECEIVED_LATE);
        assertThat(only().takenAt()).isEqualTo(TAKEN_AT);
    }

    @Test
    void what_comes_together_is_one_commit_and_called_saved_after_it() throws IOException {
        var frames = Collections.nCopies(RadioListener.TOGETHER_MAX, Fixtures.PRESSURE);
        long before = commits();

        radio.sendsTogether(Fixtures.CUFF, Profile.BLOOD_PRESSURE, frames);

        assertThat(saved).hasSize(frames.size()).isEqualTo(ids());
        assertThat(commits() - before).isEqualTo(1);
    }

    @Test
    void while_the_disk_takes_nothing_readings_wait_unsaved_and_are_saved_when_it_does() throws IOException {
        outbox.close();
        begin(new Limits(10_000, 100 * 1024), Fixtures.NOW);
        while (outbox.trouble().isEmpty()) {
            radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Fixtures.PRESSURE);
        }
        var onDisk = ids();
        assertThat(saved).isEqualTo(onDisk);

        outbox.settle(onDisk.subList(0, onDisk.size() / 2), List.of(), Fixtures.NOW);
        intake.saveUnsaved();

        assertThat(saved).hasSize(onDisk.size() + 1);
        assertThat(ids()).contains(saved.getLast());
        assertThat(intake.counts().lost()).isZero();
    }

    @Test
    void the_log_holds_no_address_and_no_bytes() {
        radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Frame.ofHex("1e8e00"));

        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("reading.malformed")
                .doesNotContain(Fixtures.CUFF.address())
                .doesNotContain(Fixtures.CUFF.model())
                .doesNotContain("1e8e00");
    }

    private void begin(Limits limits, Instant now) throws IOException {
        outbox = Outbox.open(Files.createTempDirectory(folder, "data"), limits);
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var log = new EventLog(clock, new PrintStream(logged, true, StandardCharsets.UTF_8));
        intake = new Intake(
                outbox, new Readings(Fixtures.SHANGHAI), new Saved(), new Intake.Clocks(clock, Optional::empty), log);
    }

    /** In the write-ahead log a frame that ends a transaction says how large the database then is; others say 0. */
    private long commits() throws IOException {
        try (var folders = Files.newDirectoryStream(folder)) {
            var log =
                    ByteBuffer.wrap(Files.readAllBytes(folders.iterator().next().resolve("outbox.db-wal")));
            long commits = 0;
            int pageBytes = log.getInt(8);
            for (int frame = 32; frame + 24 <= log.limit(); frame += 24 + pageBytes) {
                commits += log.getInt(frame + 4) == 0 ? 0 : 1;
            }
            return commits;
        }
    }

    private Reading only() throws IOException {
        var waiting = outbox.oldest(10, 1_000_000, Set.of());
        assertThat(waiting).hasSize(1);
        return waiting.getFirst().reading();
    }

    private List<UUID> ids() throws IOException {
        return outbox.oldest(Integer.MAX_VALUE, Integer.MAX_VALUE, Set.of()).stream()
                .map(Waiting::id)
                .toList();
    }

    private final class Saved implements ReadingNews {
        @Override
        public void saved(Reading reading) {
            saved.add(reading.id());
        }

        @Override
        public void delivered(List<Reading> readings) {}

        @Override
        public void changed() {}
    }
}
