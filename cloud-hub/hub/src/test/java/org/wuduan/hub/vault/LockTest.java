package org.wuduan.hub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LockTest {
    private static final String PLACE = "patient.id-number/1";
    private static final String TEXT = "11010519491231002X";

    private final Lock lock = new Lock(key(1));

    @Test
    void what_was_locked_opens_again_and_does_not_lie_open() {
        var locked = lock.lock(TEXT, PLACE);

        assertThat(lock.open(locked, PLACE)).isEqualTo(TEXT);
        assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain(TEXT);
        assertThat(lock.open(lock.lock("", PLACE), PLACE)).isEmpty();
        assertThat(lock.open(lock.lock("浙江省·𠮷田村", PLACE), PLACE)).isEqualTo("浙江省·𠮷田村");
    }

    @Test
    void the_same_text_is_locked_differently_each_time_and_has_one_fingerprint_of_each_kind() {
        assertThat(lock.lock(TEXT, PLACE)).isNotEqualTo(lock.lock(TEXT, PLACE));
        assertThat(lock.fingerprint("id-number", TEXT))
                .hasSize(32)
                .isEqualTo(new Lock(key(1)).fingerprint("id-number", TEXT))
                .isNotEqualTo(lock.fingerprint("phone", TEXT))
                .isNotEqualTo(new Lock(key(2)).fingerprint("id-number", TEXT));
    }

    @Test
    void what_was_changed_moved_or_locked_under_another_key_does_not_open() {
        var locked = lock.lock(TEXT, PLACE);

        for (int bit = 0; bit < locked.length * 8; bit++) {
            var changed = locked.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> lock.open(changed, PLACE)).isInstanceOf(VaultDamaged.class);
        }
        assertThatThrownBy(() -> lock.open(locked, "patient.id-number/2")).isInstanceOf(VaultDamaged.class);
        assertThatThrownBy(() -> new Lock(key(2)).open(locked, PLACE)).isInstanceOf(VaultDamaged.class);
    }

    @Test
    void bytes_of_any_length_that_nobody_locked_do_not_open() {
        long seed = 20_261_122;
        var random = new SplittableRandom(seed);
        for (int length = 0; length < 100; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertThatThrownBy(() -> lock.open(bytes, PLACE))
                    .as("seed %d, %d bytes", seed, bytes.length)
                    .isInstanceOf(VaultDamaged.class)
                    .hasMessageNotContaining(PLACE);
        }
    }

    private static byte[] key(int number) {
        var key = new byte[KeyFile.KEY_BYTES];
        Arrays.fill(key, (byte) number);
        return key;
    }
}
