package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.contract.Quantity;
import org.wuduan.contract.Value;

/** Which values are believed. */
class PlausibilityTest {
    @ParameterizedTest(name = "{0} from {2} to {3} {1}")
    @CsvSource({
        "8480-6, mm[Hg], 30, 320",
        "8462-4, mm[Hg], 10, 250",
        "8478-0, mm[Hg], 10, 300",
        "8867-4, {beat}/min, 15, 350",
        "59408-5, %, 10, 100",
        "2708-6, %, 10, 100",
        "61006-3, %, 0, 100",
        "8310-5, Cel, 15, 47",
        "29463-7, kg, 0.5, 500",
        "8302-2, cm, 20, 280",
        "39156-5, kg/m2, 3, 250",
        "14743-9, mmol/L, 0.2, 70"
    })
    void a_value_is_believed_within_its_range_and_in_its_own_unit(
            String loinc, String unit, BigDecimal least, BigDecimal most) {
        var little = new BigDecimal("0.1");

        assertThat(believed(loinc, unit, least)).isTrue();
        assertThat(believed(loinc, unit, most)).isTrue();
        assertThat(believed(loinc, unit, least.subtract(little))).isFalse();
        assertThat(believed(loinc, unit, most.add(little))).isFalse();
        assertThat(believed(loinc, "kPa", most)).isFalse();
        assertThat(believed(loinc, unit + " ", most)).isFalse();
    }

    @Test
    void a_code_that_is_not_known_is_not_believed_and_spoils_its_reading() {
        assertThat(believed("9279-1", "/min", BigDecimal.valueOf(16))).isFalse();
        assertThat(Plausibility.possible(List.of(
                        value("8867-4", "{beat}/min", BigDecimal.valueOf(72)),
                        value("9279-1", "/min", BigDecimal.valueOf(16)))))
                .isFalse();
    }

    private static boolean believed(String loinc, String unit, BigDecimal value) {
        return Plausibility.possible(List.of(value(loinc, unit, value)));
    }

    private static Value value(String loinc, String unit, BigDecimal value) {
        return new Value(loinc, 1, new Quantity(value, unit));
    }
}
