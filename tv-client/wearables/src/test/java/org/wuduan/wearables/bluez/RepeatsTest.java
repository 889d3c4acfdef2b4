package org.wuduan.wearables.bluez;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/** One weighing that a scale sends twice, and two weighings. */
class RepeatsTest {
    private static final Wearable SCALE = new Wearable("C0:00:00:00:01:05", "BF720");
    private static final Wearable OTHER_SCALE = new Wearable("C0:00:00:00:01:06", "BF720");
    private static final Wearable UNKNOWN = new Wearable("C0:00:00:00:01:07", "Something new");
    private static final long APART_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Repeats repeats = new Repeats();

    private static ValueReceived weighed(Wearable scale, String bytes) {
        return new ValueReceived(scale, Profile.WEIGHT_SCALE, Frame.ofHex(bytes));
    }

    @Test
    void the_same_value_within_seconds_is_a_repeat_and_later_it_is_another_weighing() {
        assertThat(repeats.isRepeat(weighed(SCALE, "00d430"), 0)).isFalse();
        assertThat(repeats.isRepeat(weighed(SCALE, "00d430"), APART_NANOS - 1)).isTrue();
        assertThat(repeats.isRepeat(weighed(SCALE, "00d430"), 2 * APART_NANOS - 1))
                .isFalse();
    }

    @Test
    void another_value_another_profile_and_another_scale_are_no_repeats() {
        assertThat(repeats.isRepeat(weighed(SCALE, "00d430"), 0)).isFalse();

        assertThat(repeats.isRepeat(weighed(OTHER_SCALE, "00d430"), 1)).isFalse();
        assertThat(repeats.isRepeat(new ValueReceived(SCALE, Profile.THERMOMETER, Frame.ofHex("00d430")), 1))
                .isFalse();
        assertThat(repeats.isRepeat(weighed(SCALE, "00d530"), 1)).isFalse();
    }

    @Test
    void of_a_model_that_is_not_known_to_repeat_equal_values_are_real() {
        assertThat(repeats.isRepeat(weighed(UNKNOWN, "00d430"), 0)).isFalse();
        assertThat(repeats.isRepeat(weighed(UNKNOWN, "00d430"), 1)).isFalse();
    }
}
