package org.wuduan.hub.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PinLockTest {
    private static final UUID KEY = new UUID(7, 1);
    private static final byte[] SECRET = {1, 2, 3, 4};

    private final PinLock pins = new PinLock();

    @Test
    void a_private_key_opens_with_its_pin_for_its_own_id_and_in_no_other_way() {
        var locked = pins.lock(SECRET, "270418", KEY);
        var changed = locked.clone();
        changed[locked.length - 1] ^= 1;

        assertThat(pins.open(locked, "270418", KEY))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(SECRET));
        assertThat(pins.open(locked, "270419", KEY)).isEmpty();
        assertThat(pins.open(locked, "270418", new UUID(7, 2))).isEmpty();
        assertThat(pins.open(changed, "270418", KEY)).isEmpty();
    }

    @Test
    void the_same_pin_locks_each_time_in_another_way() {
        assertThat(pins.lock(SECRET, "270418", KEY)).isNotEqualTo(pins.lock(SECRET, "270418", KEY));
    }
}
