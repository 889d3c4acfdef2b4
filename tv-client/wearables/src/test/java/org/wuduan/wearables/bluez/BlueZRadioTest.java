package org.wuduan.wearables.bluez;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.wearables.Radio;
import org.wuduan.wearables.RadioContract;
import org.wuduan.wearables.RadioEvent.PairingFailed;
import org.wuduan.wearables.RadioEvent.RadioBack;
import org.wuduan.wearables.RadioEvent.RadioUnavailable;
import org.wuduan.wearables.RadioEvent.Reason;
import org.wuduan.wearables.RadioEvent.WearableConnected;
import org.wuduan.wearables.RadioEvent.WearableLost;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.fixtures.HeardEvents;
import org.wuduan.wearables.fixtures.PrivateBus;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.simulator.SimulatedRoom;

/** The radio on a real D-Bus, with the simulated BlueZ at its other end. */
class BlueZRadioTest implements RadioContract {
    private static final Wearable CUFF = new Wearable("C0:00:00:00:01:01", "SimBP");
    private static final Wearable OXIMETER = new Wearable("C0:00:00:00:01:03", "SimPLX");
    private static final Set<String> HOUSEHOLD = Set.of(CUFF.address(), "C0:00:00:00:01:02", OXIMETER.address());
    private static final Frame SPOT = Frame.ofHex("0161004800ea070b160a0f04");
    private static final Frame OTHER_SPOT = Frame.ofHex("0160004900ea070b160a1004");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private PrivateBus bus;

    @SuppressWarnings("NullAway.Init")
    private SimulatedRoom devices;

    private final List<Radio> radios = new ArrayList<>();

    @BeforeEach
    void open() throws DBusException {
        bus = new PrivateBus(folder);
        devices = new SimulatedRoom(bus.address());
        devices.start();
    }

    @AfterEach
    void close() {
        radios.forEach(Radio::stop);
        devices.close();
        bus.close();
    }

    private HeardEvents startedRadio() {
        HeardEvents heard = new HeardEvents();
        Radio radio = new BlueZRadio(bus.address());
        radios.add(radio);
        radio.admit(HOUSEHOLD);
        radio.start(heard);
        return heard;
    }

    @Override
    public Room room() {
        Radio radio = new BlueZRadio(bus.address());
        radios.add(radio);
        radio.admit(HOUSEHOLD);
        return new Room() {
            @Override
            public Radio radio() {
                return radio;
            }

            @Override
            public Wearable cuff() {
                return CUFF;
            }

            @Override
            public void measures(Frame frame) {
                devices.take("cuff", frame);
            }

            @Override
            public void repeats() {
                devices.repeat("cuff");
            }

            @Override
            public void breaksLink() {
                devices.loseLink("cuff");
            }

            @Override
            public void losesRadio() {
                devices.stopBlueZ();
            }

            @Override
            public void regainsRadio() {
                devices.startBlueZ();
            }
        };
    }

    @Test
    void a_cuff_that_asks_for_a_bond_gets_one_and_is_trusted() {
        HeardEvents heard = startedRadio();

        devices.take("cuff", FIRST);

        assertThat(heard.awaitValues(1)).containsExactly(FIRST.hex());
        assertThat(devices.state("cuff")).containsEntry("bonded", true);
    }

    @Test
    void a_refused_bond_is_told_and_tried_again() {
        devices.failPairings("cuff", 2);
        devices.take("cuff", FIRST);

        HeardEvents heard = startedRadio();

        assertThat(heard.awaitValues(1)).containsExactly(FIRST.hex());
        assertThat(heard.all())
                .containsSubsequence(
                        new PairingFailed(CUFF),
                        new WearableLost(CUFF),
                        new PairingFailed(CUFF),
                        new WearableLost(CUFF));
    }

    @Test
    void what_a_cuff_measured_while_no_radio_listened_arrives_later_in_order_and_once() {
        List<String> measured = IntStream.range(0, 20)
                .mapToObj(i -> devices.take("cuff", Frame.ofHex("00%02x0050005d00".formatted(100 + i))))
                .toList();
        HeardEvents first = startedRadio();
        first.awaitValues(20);
        radios.getFirst().stop();
        devices.take("cuff", FIRST);

        HeardEvents second = startedRadio();

        assertThat(second.awaitValues(1)).containsExactly(FIRST.hex());
        assertThat(first.hex()).containsExactlyElementsOf(measured);
        assertThat(devices.state("cuff")).containsEntry("stored", 0);
    }

    @Test
    void an_indication_that_was_not_confirmed_comes_again_after_the_link_broke() {
        HeardEvents heard = startedRadio();
        heard.await(new WearableConnected(CUFF));
        devices.take("cuff", FIRST);
        heard.awaitValues(1);

        devices.loseConfirmations("cuff", 1);
        devices.take("cuff", SECOND);

        assertThat(heard.awaitValues(3)).containsExactly(FIRST.hex(), SECOND.hex(), SECOND.hex());
    }

    @Test
    void spots_that_the_oximeter_stored_are_fetched_at_every_link() {
        devices.take("oximeter", SPOT);
        devices.take("oximeter", OTHER_SPOT);
        HeardEvents heard = startedRadio();
        heard.awaitValues(2);

        devices.loseLink("oximeter");

        assertThat(heard.awaitValues(4)).containsExactly(SPOT.hex(), OTHER_SPOT.hex(), SPOT.hex(), OTHER_SPOT.hex());
    }

    @Test
    void an_oximeter_without_stored_spots_stays_connected_and_sends_the_next_one() {
        HeardEvents heard = startedRadio();
        heard.await(new WearableConnected(OXIMETER));

        devices.take("oximeter", SPOT);

        assertThat(heard.awaitValues(1)).containsExactly(SPOT.hex());
        assertThat(heard.all()).doesNotContain(new WearableLost(OXIMETER));
    }

    @Test
    void a_worn_strap_and_oximeter_send_every_second() {
        devices.wear("strap", true);
        devices.wear("oximeter", true);

        HeardEvents heard = startedRadio();

        assertThat(heard.awaitValues(4)).anyMatch(hex -> hex.startsWith("16")).anyMatch(hex -> hex.startsWith("00"));
    }

    @Test
    void a_bus_that_ends_is_told_and_a_new_one_at_the_same_address_is_found() throws DBusException {
        HeardEvents heard = startedRadio();
        heard.await(new WearableConnected(CUFF));

        bus.stop();
        heard.await(new RadioUnavailable(Reason.NO_BUS));
        devices.close();
        bus.start();
        devices = new SimulatedRoom(bus.address());
        devices.start();

        assertThat(heard.await(new WearableConnected(CUFF), 2))
                .containsSubsequence(
                        new WearableLost(CUFF),
                        new RadioUnavailable(Reason.NO_BUS),
                        new RadioBack(),
                        new WearableConnected(CUFF));
    }

    @Test
    void an_adapter_that_was_switched_off_is_switched_on_again() {
        HeardEvents heard = startedRadio();
        heard.await(new WearableConnected(CUFF));

        devices.power(false);

        assertThat(heard.await(new WearableConnected(CUFF), 2)).contains(new WearableLost(CUFF));
    }

    @Test
    void a_wearable_that_leaves_and_returns_is_connected_again() {
        HeardEvents heard = startedRadio();
        heard.await(new WearableConnected(CUFF));

        devices.near("cuff", false);
        heard.await(new WearableLost(CUFF));
        devices.near("cuff", true);

        assertThat(heard.await(new WearableConnected(CUFF), 2)).contains(new WearableLost(CUFF));
    }
}
