package org.wuduan.wearables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wuduan.wearables.RadioEvent.RadioBack;
import org.wuduan.wearables.RadioEvent.RadioUnavailable;
import org.wuduan.wearables.RadioEvent.Reason;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.RadioEvent.WearableConnected;
import org.wuduan.wearables.RadioEvent.WearableFound;
import org.wuduan.wearables.RadioEvent.WearableLost;
import org.wuduan.wearables.RadioEvent.WearableSeen;
import org.wuduan.wearables.fixtures.HeardEvents;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/** What every radio does, whatever it is made of. */
public interface RadioContract {
    /** A room with one radio, and one cuff that is near. */
    Room room();

    /** The world around the radio. */
    interface Room {
        Radio radio();

        Wearable cuff();

        /** The cuff measures, and sends when it is connected. */
        void measures(Frame frame);

        /** The cuff sends its last measurement again. */
        void repeats();

        /** The link to the cuff breaks and can be made again. */
        void breaksLink();

        /** BlueZ ends. */
        void losesRadio();

        /** BlueZ is back. */
        void regainsRadio();
    }

    Frame FIRST = Frame.ofHex("1e8e0056006900ea070b160a0f044800010000");
    Frame SECOND = Frame.ofHex("1e900057006a00ea070b160a14044a00010000");
    Frame NONSENSE = Frame.ofHex("ff00");

    private static ValueReceived value(Room room, Frame frame) {
        return new ValueReceived(room.cuff(), Profile.BLOOD_PRESSURE, frame);
    }

    @Test
    default void a_wearable_that_is_near_is_seen_then_connected_and_its_values_arrive_as_sent() {
        Room room = room();
        HeardEvents heard = new HeardEvents();

        room.radio().start(heard);
        heard.await(new WearableConnected(room.cuff()));
        room.measures(FIRST);
        room.measures(NONSENSE);

        assertThat(heard.await(value(room, NONSENSE)))
                .containsSubsequence(
                        new RadioBack(),
                        new WearableSeen(room.cuff()),
                        new WearableConnected(room.cuff()),
                        value(room, FIRST),
                        value(room, NONSENSE));
    }

    @Test
    default void a_wearable_that_is_not_admitted_is_left_alone_and_found_only_by_searching() {
        Room room = room();
        HeardEvents heard = new HeardEvents();
        room.radio().start(heard);
        heard.await(new WearableConnected(room.cuff()));

        room.radio().admit(Set.of());
        heard.await(new WearableLost(room.cuff()));
        room.radio().search(true);
        heard.await("the cuff being found", all -> all.stream().anyMatch(RadioContract::findsACuff));
        room.radio().search(false);
        room.measures(FIRST);
        room.radio().admit(Set.of(room.cuff().address()));

        assertThat(heard.await(new WearableConnected(room.cuff()), 2)).doesNotContain(value(room, FIRST));
    }

    private static boolean findsACuff(RadioEvent event) {
        return event instanceof WearableFound found
                && found.profiles().equals(Set.of(Profile.BLOOD_PRESSURE))
                && found.signal() < 0;
    }

    @Test
    default void so_many_wearables_are_admitted_and_one_more_is_too_many() {
        Radio radio = room().radio();
        Set<String> most = IntStream.range(0, Radio.ADMITTED_MAX)
                .mapToObj("C0:00:00:00:02:%02X"::formatted)
                .collect(Collectors.toSet());

        radio.admit(most);
        most.add("C0:00:00:00:03:00");

        assertThatThrownBy(() -> radio.admit(most)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void what_was_told_is_followed_by_a_pause() {
        Room room = room();
        HeardEvents heard = new HeardEvents();
        room.radio().start(heard);
        heard.await(new WearableConnected(room.cuff()));

        room.measures(FIRST);
        heard.await(value(room, FIRST));
        heard.awaitPause();

        room.measures(SECOND);
        heard.await(value(room, SECOND));
        room.radio().stop();
        assertThat(heard.together().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(heard.all().size());
    }

    @Test
    default void a_value_that_the_device_repeats_is_passed_on_again() {
        Room room = room();
        HeardEvents heard = new HeardEvents();
        room.radio().start(heard);
        heard.await(new WearableConnected(room.cuff()));

        room.measures(FIRST);
        heard.await(value(room, FIRST));
        room.repeats();
        room.measures(SECOND);

        assertThat(heard.awaitValues(3)).containsExactly(FIRST.hex(), FIRST.hex(), SECOND.hex());
    }

    @Test
    default void a_broken_link_is_told_and_made_again() {
        Room room = room();
        HeardEvents heard = new HeardEvents();
        room.radio().start(heard);
        heard.await(new WearableConnected(room.cuff()));
        room.measures(FIRST);
        heard.await(value(room, FIRST));

        room.breaksLink();
        heard.await(new WearableConnected(room.cuff()), 2);
        room.measures(SECOND);

        assertThat(heard.await(value(room, SECOND)))
                .containsSubsequence(
                        new WearableConnected(room.cuff()),
                        value(room, FIRST),
                        new WearableLost(room.cuff()),
                        new WearableConnected(room.cuff()),
                        value(room, SECOND))
                .containsOnlyOnce(new WearableSeen(room.cuff()));
    }

    @Test
    default void a_lost_radio_loses_its_wearables_first_and_comes_back_by_itself() {
        Room room = room();
        HeardEvents heard = new HeardEvents();
        room.radio().start(heard);
        heard.await(new WearableConnected(room.cuff()));

        room.losesRadio();
        heard.await(new RadioUnavailable(Reason.NO_BLUEZ));
        room.regainsRadio();
        heard.await(new WearableConnected(room.cuff()), 2);
        room.measures(SECOND);

        assertThat(heard.await(value(room, SECOND)))
                .containsSubsequence(
                        new WearableConnected(room.cuff()),
                        new WearableLost(room.cuff()),
                        new RadioUnavailable(Reason.NO_BLUEZ),
                        new RadioBack(),
                        new WearableSeen(room.cuff()),
                        new WearableConnected(room.cuff()),
                        value(room, SECOND));
    }

    @Test
    default void a_radio_that_starts_without_bluez_says_so_and_works_as_soon_as_it_can() {
        Room room = room();
        HeardEvents heard = new HeardEvents();
        room.losesRadio();

        room.radio().start(heard);
        heard.await(new RadioUnavailable(Reason.NO_BLUEZ));
        room.regainsRadio();

        assertThat(heard.await(new WearableConnected(room.cuff())))
                .startsWith(new RadioUnavailable(Reason.NO_BLUEZ), new RadioBack());
    }

    @Test
    default void nothing_is_told_after_the_stop() {
        Room room = room();
        HeardEvents heard = new HeardEvents();
        room.radio().start(heard);
        heard.await(new WearableConnected(room.cuff()));

        room.radio().stop();
        int before = heard.all().size();
        room.measures(FIRST);
        room.losesRadio();
        room.radio().stop();

        assertThat(heard.all()).hasSize(before);
    }

    @Test
    default void a_listener_that_throws_loses_that_event_only() {
        Room room = room();
        HeardEvents heard = new HeardEvents();
        AtomicBoolean thrown = new AtomicBoolean();
        room.radio().start(event -> {
            if (event.equals(value(room, FIRST)) && thrown.compareAndSet(false, true)) {
                throw new IllegalStateException("a listener with a bug");
            }
            heard.accept(event);
        });
        heard.await(new WearableConnected(room.cuff()));

        room.measures(FIRST);
        room.measures(SECOND);

        assertThat(heard.awaitValues(1)).containsExactly(SECOND.hex());
        assertThat(thrown).isTrue();
    }

    @Test
    default void a_radio_is_started_once() {
        Room room = room();
        HeardEvents heard = new HeardEvents();
        room.radio().start(heard);

        assertThatThrownBy(() -> room.radio().start(heard)).isInstanceOf(IllegalStateException.class);
    }
}
