package org.wuduan.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 8785, and what this product adds to it. */
class CanonicalJsonTest {
    /** Sections 3.2.2 and 3.2.4. */
    @Test
    void numbers_texts_and_literals_are_written_as_the_rfc_writes_them() {
        var canonical = CanonicalJson.canonical("""
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """);

        assertThat(canonical)
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** Section 3.2.3: by UTF-16 code units, not by code points. */
    @Test
    void properties_are_sorted_as_the_rfc_sorts_them() {
        var canonical = CanonicalJson.canonical("""
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """);

        assertThat(canonical)
                .containsSubsequence(
                        "Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew Letter");
    }

    /** Appendix B: the bits of a double and its text. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555554, 333333333.33333325",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void a_number_is_written_as_appendix_b_writes_it(String bits, String text) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.canonical("[" + number + "]")).isEqualTo("[" + text + "]");
    }

    @Test
    void the_order_and_the_blanks_of_what_was_written_do_not_matter() {
        assertThat(CanonicalJson.of("{ \"b\": 1.0, \"a\": \"片\" }"))
                .isEqualTo(CanonicalJson.of("{\"a\":\"\\u7247\",\"b\":1}"))
                .isEqualTo("{\"a\":\"片\",\"b\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"n\":9007199254740993}", "{\"n\":0.30000000000000000001}", "{\"n\":[1e400]}"})
    void a_number_that_would_be_changed_is_refused(String json) {
        assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(IllegalArgumentException.class);
    }
}
