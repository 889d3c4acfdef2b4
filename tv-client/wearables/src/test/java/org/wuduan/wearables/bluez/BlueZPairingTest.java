package org.wuduan.wearables.bluez;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.wearables.PairingDialog;
import org.wuduan.wearables.PairingOutcome;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.RadioEvent.WearableConnected;
import org.wuduan.wearables.RadioEvent.WearableFound;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.fixtures.HeardEvents;
import org.wuduan.wearables.fixtures.PrivateBus;
import org.wuduan.wearables.gatt.Decoded.Measurement;
import org.wuduan.wearables.gatt.Decoders;
import org.wuduan.wearables.gatt.Mark;
import org.wuduan.wearables.gatt.Profile;
import org.wuduan.wearables.simulator.SimulatedRoom;

/** Adding a device to the household, and what a device with numbered records or a clock needs at its links. */
class BlueZPairingTest {
    private static final Wearable THERMOMETER = new Wearable("C0:00:00:00:01:04", "SimThermo");
    private static final Wearable METER = new Wearable("C0:00:00:00:01:06", "SimGluco");
    private static final Wearable STRAP = new Wearable("C0:00:00:00:01:02", "SimHR");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private PrivateBus bus;

    @SuppressWarnings("NullAway.Init")
    private SimulatedRoom devices;

    @SuppressWarnings("NullAway.Init")
    private BlueZRadio radio;

    private final HeardEvents heard = new HeardEvents();

    @BeforeEach
    void open() throws DBusException {
        bus = new PrivateBus(folder);
        devices = new SimulatedRoom(bus.address());
        devices.start();
        radio = new BlueZRadio(bus.address());
        radio.start(heard);
    }

    @AfterEach
    void close() {
        radio.stop();
        devices.close();
        bus.close();
    }

    /** Says what it was told, and remembers what it was asked. */
    private static final class Person implements PairingDialog {
        final List<String> seen = new ArrayList<>();
        private final Optional<String> types;
        private final boolean agrees;

        Person(Optional<String> types, boolean agrees) {
            this.types = types;
            this.agrees = agrees;
        }

        @Override
        public synchronized void show(String code) {
            seen.add(code);
        }

        @Override
        public synchronized boolean confirm(String code) {
            seen.add(code);
            return agrees;
        }

        @Override
        public Optional<String> enter() {
            return types;
        }
    }

    private void find(Wearable wearable) {
        devices.near(wearable.equals(METER) ? "glucose" : "thermometer", true);
        radio.search(true);
        heard.await(
                "the device being found",
                all -> all.stream()
                        .anyMatch(event -> event instanceof WearableFound found
                                && found.wearable().equals(wearable)));
        radio.search(false);
    }

    private PairingOutcome pair(Wearable wearable, PairingDialog dialog) {
        try {
            return radio.pair(wearable.address(), dialog);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_device_is_found_paired_and_after_that_connected_without_losing_what_it_kept() {
        devices.temperature("36.6");
        find(THERMOMETER);

        assertThat(pair(THERMOMETER, new Person(Optional.empty(), false))).isEqualTo(PairingOutcome.PAIRED);
        assertThat(devices.state("thermometer")).containsEntry("bonded", true).containsEntry("stored", 1);
        radio.admit(Set.of(THERMOMETER.address()));

        assertThat(heard.awaitValues(1)).hasSize(1);
        assertThat(heard.all()).contains(new WearableConnected(THERMOMETER));
    }

    @Test
    void the_code_that_the_device_shows_is_typed_and_a_wrong_one_is_refused() {
        devices.passkey("thermometer", "enter 004711");
        find(THERMOMETER);

        assertThat(pair(THERMOMETER, new Person(Optional.of("123456"), false))).isEqualTo(PairingOutcome.REFUSED);
        assertThat(pair(THERMOMETER, new Person(Optional.empty(), false))).isEqualTo(PairingOutcome.REFUSED);
        assertThat(devices.state("thermometer")).containsEntry("bonded", false);
        assertThat(pair(THERMOMETER, new Person(Optional.of("004711"), false))).isEqualTo(PairingOutcome.PAIRED);
    }

    @ParameterizedTest
    @CsvSource({"show 004711, false, PAIRED", "confirm 004711, true, PAIRED", "confirm 004711, false, REFUSED"})
    void a_code_is_shown_with_its_zeros_or_compared(String passkey, boolean agrees, PairingOutcome outcome) {
        devices.passkey("thermometer", passkey);
        find(THERMOMETER);
        Person person = new Person(Optional.empty(), agrees);

        assertThat(pair(THERMOMETER, person)).isEqualTo(outcome);
        assertThat(person.seen).containsExactly("004711");
    }

    @Test
    void a_device_that_is_gone_is_out_of_reach_and_one_that_refuses_once_is_paired_at_the_second_try() {
        assertThat(pair(METER, new Person(Optional.empty(), false))).isEqualTo(PairingOutcome.OUT_OF_REACH);
        find(THERMOMETER);
        devices.failPairings("thermometer", 1);

        assertThat(pair(THERMOMETER, new Person(Optional.empty(), false))).isEqualTo(PairingOutcome.REFUSED);
        assertThat(pair(THERMOMETER, new Person(Optional.empty(), false))).isEqualTo(PairingOutcome.PAIRED);
        devices.near("thermometer", false);
        assertThat(pair(THERMOMETER, new Person(Optional.empty(), false))).isEqualTo(PairingOutcome.OUT_OF_REACH);
    }

    @Test
    void a_strap_works_without_a_bond() {
        radio.search(true);
        heard.await(
                "the strap being found",
                all -> all.stream()
                        .anyMatch(event -> event instanceof WearableFound found
                                && found.wearable().equals(STRAP)));

        assertThat(pair(STRAP, new Person(Optional.empty(), false))).isEqualTo(PairingOutcome.PAIRED);
        assertThat(devices.state("strap")).containsEntry("bonded", false);
    }

    @Test
    void a_meter_is_asked_for_all_records_and_later_only_for_those_that_are_not_kept_yet() {
        devices.fastingGlucose("5.6");
        devices.fastingGlucose("6.1");
        devices.near("glucose", true);
        radio.admit(Set.of(METER.address()));
        assertThat(heard.awaitValues(4)).hasSize(4);

        radio.kept(METER.address(), 1);
        devices.near("glucose", false);
        // before the link comes back: a meter that has nothing younger is asked for its last record once more
        devices.fastingGlucose("7.2");
        devices.near("glucose", true);
        heard.await(new WearableConnected(METER), 2);

        assertThat(heard.awaitValues(6)).hasSize(6);
        assertThat(sequences()).containsExactly(0, 1, 2);
    }

    @Test
    void a_meter_that_counts_from_the_beginning_again_is_asked_for_all() {
        radio.kept(METER.address(), 40);
        devices.newBattery();
        devices.fastingGlucose("5.6");
        devices.fastingGlucose("6.1");
        devices.near("glucose", true);

        radio.admit(Set.of(METER.address()));

        heard.await("both records", all -> sequences().containsAll(List.of(0, 1)));
        assertThat(sequences()).startsWith(1);
    }

    @Test
    void a_clock_that_nobody_set_is_set_at_the_link() {
        devices.clockSet("thermometer", false);
        find(THERMOMETER);
        devices.temperature("36.5");
        pair(THERMOMETER, new Person(Optional.empty(), false));
        radio.admit(Set.of(THERMOMETER.address()));
        heard.awaitValues(1);

        devices.temperature("36.7");
        heard.awaitValues(2);

        assertThat(measurements().getFirst().marks()).containsExactly(Mark.DEVICE_CLOCK_UNSET);
        assertThat(measurements().getLast().marks()).isEmpty();
        assertThat(measurements().getLast().details().deviceTime()).isNotNull();
    }

    private List<Measurement> measurements() {
        return heard.all().stream()
                .filter(ValueReceived.class::isInstance)
                .map(ValueReceived.class::cast)
                .map(value -> (Measurement) Decoders.decode(value.profile(), value.frame()))
                .toList();
    }

    private List<Integer> sequences() {
        return measurements().stream()
                .filter(read -> read.profile() == Profile.GLUCOSE)
                .map(read -> java.util.Objects.requireNonNull(read.details().sequence()))
                .toList();
    }
}
