package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.contract.Wearables.FoundWearable;
import org.wuduan.contract.Wearables.PairingFailure;
import org.wuduan.contract.Wearables.PairingState;
import org.wuduan.wearables.PairingOutcome;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.fake.FakeRadio;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/** Which wearables the box connects, and how one is added while hub and box each do their part. */
class WearableDeskTest {
    private static final Wearable NEIGHBOURS = new Wearable("C0:00:00:01:01:01", "SimBP");
    private static final UUID PAIRING = UUID.fromString("0198c0de-0000-7000-8000-0000000000a1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private FakeHub hub;

    private final FakeRadio radio = new FakeRadio();

    @BeforeEach
    void open() throws Exception {
        hub = FakeHub.start();
    }

    @AfterEach
    void close() throws Exception {
        hub.close();
    }

    private RunningBox box() throws Exception {
        var box = RunningBox.enrolled(folder, hub, radio);
        Eventually.until("the hub is watched", hub.wearables::isWatched);
        return box;
    }

    @Test
    void only_the_wearables_of_the_household_are_connected_and_a_neighbour_s_is_not() throws Exception {
        radio.comesNear(Fixtures.CUFF);
        radio.comesNear(NEIGHBOURS);
        hub.wearables.lists(Fixtures.CUFF.address());

        try (var box = box()) {
            Eventually.until("the cuff is connected", () -> radio.isConnected(Fixtures.CUFF));
            assertThat(radio.isConnected(NEIGHBOURS)).isFalse();

            hub.wearables.lists();
            Eventually.until("the cuff is let go", () -> !radio.isConnected(Fixtures.CUFF));
        }
    }

    @Test
    void the_list_is_kept_while_the_hub_is_away() throws Exception {
        hub.wearables.lists(Fixtures.CUFF.address());
        try (var box = box()) {
            Eventually.until("the cuff is admitted", () -> radio.admitted().contains(Fixtures.CUFF.address()));
        }
        hub.stop();

        var again = new FakeRadio();
        try (var box = new RunningBox(folder, hub, again)) {
            assertThat(again.admitted()).containsExactly(Fixtures.CUFF.address());
        }
    }

    @Test
    void it_searches_while_the_hub_says_so_and_tells_what_it_finds() throws Exception {
        radio.comesNear(NEIGHBOURS);
        try (var box = box()) {
            hub.wearables.shows(FakeWearables.step(PAIRING, PairingState.SEARCHING, 0, null, null));
            Eventually.until("the find is told", () -> !hub.wearables.found.isEmpty());
            hub.wearables.shows(null);
            Eventually.until("the search ends", () -> !radio.isSearching());

            assertThat(hub.wearables.found.getFirst().found())
                    .extracting(FoundWearable::address)
                    .containsExactly(NEIGHBOURS.address());
        }
    }

    @Test
    void a_code_that_the_device_wants_is_asked_for_through_the_hub() throws Exception {
        radio.comesNear(Fixtures.CUFF);
        radio.pairs(dialog ->
                dialog.enter().filter("004711"::equals).isPresent() ? PairingOutcome.PAIRED : PairingOutcome.REFUSED);
        String chosen = Fixtures.CUFF.address();
        try (var box = box()) {
            hub.wearables.shows(FakeWearables.step(PAIRING, PairingState.PAIRING, 1, chosen, null));
            Eventually.until("a code is asked for", () -> told(1, PairingState.TYPE_CODE));
            hub.wearables.shows(FakeWearables.step(PAIRING, PairingState.PAIRING, 1, chosen, "123456"));
            Eventually.until("the wrong code is refused", () -> told(1, PairingState.FAILED));
            assertThat(hub.wearables.progress.getLast().failure()).isEqualTo(PairingFailure.REFUSED);

            hub.wearables.shows(FakeWearables.step(PAIRING, PairingState.PAIRING, 2, chosen, null));
            Eventually.until("a code is asked for again", () -> told(2, PairingState.TYPE_CODE));
            hub.wearables.shows(FakeWearables.step(PAIRING, PairingState.PAIRING, 2, chosen, "004711"));
            Eventually.until("it is paired", () -> told(2, PairingState.PAIRED));
        }
    }

    @Test
    void the_first_measurement_of_what_was_added_is_told() throws Exception {
        radio.comesNear(Fixtures.CUFF);
        try (var box = box()) {
            hub.wearables.lists(Fixtures.CUFF.address());
            hub.wearables.shows(FakeWearables.step(PAIRING, PairingState.ADDED, 1, Fixtures.CUFF.address(), null));
            Eventually.until("the cuff is connected", () -> radio.isConnected(Fixtures.CUFF));
            // the box may hear of the list before it hears that the cuff was added: people measure again
            Eventually.until("the measurement is told", () -> {
                radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Fixtures.PRESSURE);
                return told(1, PairingState.MEASURED);
            });
        }
    }

    @Test
    void a_box_that_starts_anew_in_the_middle_pairs_again() throws Exception {
        hub.wearables.shows(FakeWearables.step(PAIRING, PairingState.TYPE_CODE, 3, Fixtures.CUFF.address(), null));
        radio.comesNear(Fixtures.CUFF);

        try (var box = box()) {
            Eventually.until("it is paired", () -> told(3, PairingState.PAIRED));
        }
    }

    private boolean told(int attempt, PairingState state) {
        return hub.wearables.progress.stream()
                .anyMatch(report -> report.attempt() == attempt && report.state() == state);
    }

    @Test
    void what_a_meter_kept_is_fetched_from_where_the_box_stopped() throws Exception {
        var meter = new Wearable("C0:00:00:00:01:06", "SimGluco");
        radio.comesNear(meter);
        hub.wearables.lists(meter.address());
        try (var box = box()) {
            Eventually.until("the meter is connected", () -> radio.isConnected(meter));
            radio.sends(meter, Profile.GLUCOSE, Frame.ofHex("06 0700 ea07 0b 16 0a 0f 04 38c0 11"));
            Eventually.until("the record is kept", () -> radio.keptRecords().getOrDefault(meter.address(), 0) == 7);
        }

        var again = new FakeRadio();
        try (var box = new RunningBox(folder, hub, again)) {
            assertThat(again.keptRecords()).containsEntry(meter.address(), 7);
        }
    }

    @Test
    void sixteen_finds_are_told_and_one_more_is_not() {
        List<FoundWearable> told = new java.util.ArrayList<>();
        var desk = new PairingDesk(
                radio,
                new PairingDesk.Reports() {
                    @Override
                    public void found(org.wuduan.contract.Wearables.ReportFound report) {
                        told.clear();
                        told.addAll(report.found());
                    }

                    @Override
                    public void progress(org.wuduan.contract.Wearables.ReportPairing report) {}
                },
                Fixtures.silentLog());
        desk.became(FakeWearables.step(PAIRING, PairingState.SEARCHING, 0, null, null));
        IntStream.rangeClosed(0, PairingDesk.FOUND_MAX)
                .mapToObj(n -> new Wearable("C0:00:00:00:02:%02X".formatted(n), "SimBP"))
                .forEach(one -> desk.found(
                        new org.wuduan.wearables.RadioEvent.WearableFound(one, Set.of(Profile.BLOOD_PRESSURE), -60)));
        desk.tellFound();

        assertThat(told).hasSize(PairingDesk.FOUND_MAX);
    }

    @Test
    void a_factory_reset_forgets_the_list() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/wearables.json"), "{}");

        FactoryReset.forgetEverything(Fixtures.settings(folder, 1, hub.address()), true);

        assertThat(folder.resolve("data/wearables.json")).doesNotExist();
    }
}
