package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of RFC 6238, appendix B (SHA-1), whose secret is the ASCII text 12345678901234567890. */
class TotpTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long seconds, String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds)))
                .isEqualTo(OptionalLong.of(seconds / Totp.STEP_SECONDS));
    }

    @Test
    void a_clock_one_step_off_is_forgiven_and_two_steps_are_not() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / Totp.STEP_SECONDS;

        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 1), now)).hasValue(step - 1);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 1), now)).hasValue(step + 1);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
    }

    @Test
    void new_secrets_have_160_bits_and_differ() {
        var one = Totp.newSecret();

        assertThat(one).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newSecret());
        assertThat(Totp.step(one, Totp.code(one, 7), Instant.ofEpochSecond(7 * Totp.STEP_SECONDS)))
                .hasValue(7);
    }
}
