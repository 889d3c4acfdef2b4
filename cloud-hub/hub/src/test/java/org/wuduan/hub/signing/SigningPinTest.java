package org.wuduan.hub.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningPinTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "27041",
                "2704180000000",
                "",
                "27041a",
                "２７０４１８",
                "111111",
                "121212",
                "112211",
                "123456",
                "987654",
                "890123",
                "135791",
                "123123",
                "201420142014"
            })
    void a_pin_that_is_short_long_or_easy_to_guess_is_refused(String pin) {
        assertThat(SigningPin.tooEasy(pin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"270418", "123457", "906312", "270418906312", "0092714"})
    void any_other_pin_of_six_to_twelve_digits_is_taken(String pin) {
        assertThat(SigningPin.tooEasy(pin)).isFalse();
    }
}
