package org.wuduan.wearables.gatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.wearables.gatt.SFloat.NonValue;
import org.wuduan.wearables.gatt.SFloat.Number;

class SFloatTest {
    @ParameterizedTest
    @CsvSource({
        "0x0072, 114",
        "0xF072, 11.4",
        "0xE072, 1.14",
        "0x8001, 0.00000001",
        "0x1001, 10",
        "0x7001, 10000000",
        "0xFFFF, -0.1",
        "0x0FFF, -1",
        "0x0803, -2045",
        "0x07FD, 2045",
        "0x0000, 0",
    })
    void a_number_is_mantissa_times_ten_to_the_exponent(int bits, BigDecimal number) {
        assertThat(SFloat.of(bits))
                .isInstanceOfSatisfying(
                        Number.class, n -> assertThat(n.number()).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @CsvSource({
        "0xFF00016E, 36.6",
        "0xFE000E4C, 36.60",
        "0x00000025, 37",
        "0xFFFFFFFF, -0.1",
        "0x7F000001, 1E+127",
        "0x80000001, 1E-128",
        "0x007FFFFD, 8388605",
    })
    void a_long_number_is_mantissa_times_ten_to_the_exponent(String bits, BigDecimal number) {
        assertThat(SFloat.of32(Integer.parseUnsignedInt(bits.substring(2), 16))).isEqualTo(new Number(number));
    }

    @ParameterizedTest
    @CsvSource({
        "0x007FFFFF, NAN",
        "0x00800000, NOT_AT_THIS_RESOLUTION",
        "0x007FFFFE, POSITIVE_INFINITY",
        "0x00800002, NEGATIVE_INFINITY",
        "0x00800001, RESERVED",
        "0xFF7FFFFF, NAN",
    })
    void a_long_special_value_is_no_number(String bits, NonValue special) {
        assertThat(SFloat.of32(Integer.parseUnsignedInt(bits.substring(2), 16))).isEqualTo(special);
    }

    @Test
    void a_number_keeps_the_digits_that_were_sent() {
        assertThat(SFloat.of(0xF4B0)).isEqualTo(new Number(new BigDecimal("120.0")));
    }

    @ParameterizedTest
    @CsvSource({
        "0x07FF, NAN",
        "0x0800, NOT_AT_THIS_RESOLUTION",
        "0x0801, RESERVED",
        "0x07FE, POSITIVE_INFINITY",
        "0x0802, NEGATIVE_INFINITY",
        "0xF7FF, NAN",
        "0xE802, NEGATIVE_INFINITY",
    })
    void a_special_mantissa_is_no_number_under_any_exponent(int bits, NonValue nonValue) {
        assertThat(SFloat.of(bits)).isEqualTo(nonValue);
    }

    @Test
    void every_one_of_the_bit_patterns_has_a_meaning() {
        for (int bits = 0; bits <= 0xFFFF; bits++) {
            assertThat(SFloat.of(bits)).isNotNull();
        }
    }
}
