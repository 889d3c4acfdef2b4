package org.wuduan.wearables.gatt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.wearables.gatt.Profile.GLUCOSE;
import static org.wuduan.wearables.gatt.Profile.GLUCOSE_CONTEXT;
import static org.wuduan.wearables.gatt.Profile.THERMOMETER;
import static org.wuduan.wearables.gatt.Profile.WEIGHT_SCALE;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.wearables.gatt.Decoded.Implausible;
import org.wuduan.wearables.gatt.Decoded.Malformed;
import org.wuduan.wearables.gatt.Decoded.Measurement;
import org.wuduan.wearables.gatt.Decoded.Reason;
import org.wuduan.wearables.gatt.Value.Kind;

/** Thermometer, scale and glucose meter: bytes written by hand from the layouts of HTS, WSS and GLS. */
class GoldenHomeDevicesTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 22, 10, 15, 4);

    @Test
    void a_temperature_with_every_field_is_read_as_its_display_shows_it() {
        Measurement read = measurement(THERMOMETER, "06 6e0100ff ea07 0b 16 0a 0f 04 03");

        assertThat(numbers(read)).containsExactly("8310-5 36.6 Cel");
        assertThat(read.values().getFirst().mdc()).isEqualTo(150364);
        assertThat(read.details().deviceTime()).isEqualTo(TIME);
        assertThat(read.marks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"da0300ff, 37.0", "842600fe, 37.00", "630000 00, 37", "ed0300ff, 38.1"})
    void fahrenheit_becomes_celsius_with_the_device_s_decimals(String number, String celsius) {
        assertThat(numbers(measurement(THERMOMETER, "01 " + number))).containsExactly("8310-5 " + celsius + " Cel");
    }

    @Test
    void a_thermometer_without_a_number_has_a_problem() {
        Measurement read = measurement(THERMOMETER, "00 ffff7f00");

        assertThat(read.values()).isEmpty();
        assertThat(read.marks()).containsExactly(Mark.SENSOR_PROBLEM);
    }

    @Test
    void a_weight_with_every_field_is_read_as_its_display_shows_it() {
        Measurement read = measurement(WEIGHT_SCALE, "0e a037 ea07 0b 16 0a 0f 04 02 f500 a406");

        assertThat(numbers(read)).containsExactly("29463-7 71.2 kg", "39156-5 24.5 kg/m2", "8302-2 170.0 cm");
        assertThat(read.details().deviceTime()).isEqualTo(TIME);
        assertThat(read.details().deviceUser()).isEqualTo(2);
    }

    @Test
    void pounds_and_inches_become_kilograms_and_centimetres() {
        Measurement read = measurement(WEIGHT_SCALE, "09 543d f500 9e02");

        assertThat(numbers(read)).containsExactly("29463-7 71.21 kg", "39156-5 24.5 kg/m2", "8302-2 170.2 cm");
    }

    @ParameterizedTest
    @CsvSource({"3837, 70.68", "f036, 70.32", "b036, 70.0", "b136, 70.005"})
    void zeros_that_no_scale_weighs_are_left_out(String steps, String kilograms) {
        assertThat(numbers(measurement(WEIGHT_SCALE, "00 " + steps))).containsExactly("29463-7 " + kilograms + " kg");
    }

    @Test
    void an_unsuccessful_weighing_has_no_numbers() {
        Measurement read = measurement(WEIGHT_SCALE, "08 ffff f500 a406");

        assertThat(read.values()).isEmpty();
        assertThat(read.marks()).containsExactly(Mark.SENSOR_PROBLEM);
    }

    @Test
    void a_scale_that_knows_nobody_s_height_still_weighs() {
        assertThat(numbers(measurement(WEIGHT_SCALE, "0c a037 ff 0000 0000"))).containsExactly("29463-7 71.2 kg");
    }

    @Test
    void a_glucose_in_moles_is_read_with_its_offset_and_sequence() {
        Measurement read = measurement(GLUCOSE, "0f 0700 ea07 0b 16 0a 0f 04 c4ff 38c0 11 0000");

        assertThat(numbers(read)).containsExactly("14743-9 5.6 mmol/L");
        assertThat(read.values().getFirst().mdc()).isEqualTo(160184);
        assertThat(read.details().sequence()).isEqualTo(7);
        assertThat(read.details().deviceTime()).isEqualTo(TIME.minusHours(1));
        assertThat(read.marks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"78b0, 6.7", "12b0, 1.0", "58b2, 33.3", "7ea0, 0.7"})
    void a_glucose_in_kilograms_becomes_millimoles_rounded_to_a_tenth(String concentration, String millimoles) {
        Measurement read = measurement(GLUCOSE, "02 0100 ea07 0b 16 0a 0f 04 " + concentration + " 11");

        assertThat(numbers(read)).containsExactly("14743-9 " + millimoles + " mmol/L");
    }

    @ParameterizedTest
    @CsvSource({"1a", "41"})
    void a_control_solution_is_nobody_s_value(String typeAndSite) {
        Measurement read = measurement(GLUCOSE, "06 0100 ea07 0b 16 0a 0f 04 38c0 " + typeAndSite);

        assertThat(read.values()).isEmpty();
        assertThat(read.marks()).containsExactly(Mark.CONTROL_SOLUTION);
    }

    @ParameterizedTest
    @CsvSource({
        "0200, SENSOR_PROBLEM, 0",
        "0400, SENSOR_PROBLEM, 0",
        "1000, SENSOR_PROBLEM, 0",
        "0002, SENSOR_PROBLEM, 0",
        "0004, SENSOR_PROBLEM, 0",
        "8000, SENSOR_PROBLEM, 1",
        "2000, RANGE_EXCEEDED, 1",
        "4000, RANGE_EXCEEDED, 1",
        "0008, DEVICE_CLOCK_UNSET, 1",
    })
    void what_the_meter_says_of_itself_decides_whether_its_number_counts(String status, Mark mark, int values) {
        Measurement read = measurement(GLUCOSE, "0e 0100 ea07 0b 16 0a 0f 04 38c0 11 " + status);

        assertThat(read.marks()).containsExactly(mark);
        assertThat(read.values()).hasSize(values);
    }

    @Test
    void a_meter_without_a_date_still_counts_its_measurements() {
        Measurement read = measurement(GLUCOSE, "06 0900 0000 00 00 03 07 00 38c0 11");

        assertThat(read.details().deviceTime()).isNull();
        assertThat(read.details().sequence()).isEqualTo(9);
        assertThat(read.marks()).containsExactly(Mark.DEVICE_CLOCK_UNSET);
    }

    @ParameterizedTest
    @CsvSource({"01, BEFORE_MEAL", "02, AFTER_MEAL", "03, FASTING", "05, BEDTIME"})
    void a_context_tells_the_meal_of_its_measurement(String meal, Mark mark) {
        Measurement read = measurement(GLUCOSE_CONTEXT, "02 0700 " + meal);

        assertThat(read.details().sequence()).isEqualTo(7);
        assertThat(read.marks()).containsExactly(mark);
        assertThat(read.values()).isEmpty();
    }

    @Test
    void a_context_with_every_field_is_read_to_its_end() {
        Measurement read = measurement(GLUCOSE_CONTEXT, "df 0700 00 01 3cd0 04 11 1e00 32 01 14d0 46f0");

        assertThat(read.marks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "THERMOMETER, 00 14000000, ok",
        "THERMOMETER, 00 c70000ff, TEMPERATURE",
        "THERMOMETER, 00 2d000000, ok",
        "THERMOMETER, 00 c30100ff, TEMPERATURE",
        "THERMOMETER, 00 0100007f, TEMPERATURE",
        "WEIGHT_SCALE, 00 c800, ok",
        "WEIGHT_SCALE, 00 c700, WEIGHT",
        "WEIGHT_SCALE, 01 feff, ok",
        "WEIGHT_SCALE, 08 a037 3200 a406, ok",
        "WEIGHT_SCALE, 08 a037 3100 a406, BODY_MASS_INDEX",
        "WEIGHT_SCALE, 08 a037 f500 2c01, ok",
        "WEIGHT_SCALE, 08 a037 f500 2b01, HEIGHT",
        "GLUCOSE, 06 0100 ea07 0b 16 0a 0f 04 03c0 11, ok",
        "GLUCOSE, 06 0100 ea07 0b 16 0a 0f 04 02c0 11, GLUCOSE",
        "GLUCOSE, 06 0100 ea07 0b 16 0a 0f 04 3cd0 11, ok",
        "GLUCOSE, 06 0100 ea07 0b 16 0a 0f 04 59c2 11, GLUCOSE",
    })
    void a_number_at_its_limit_is_believed_and_one_past_it_is_not(Profile profile, String hex, String outcome) {
        Decoded read = Decoders.decode(profile, Frame.ofHex(hex));

        if (outcome.equals("ok")) {
            assertThat(read).isInstanceOf(Measurement.class);
        } else {
            assertThat(read).isEqualTo(new Implausible(profile, Frame.ofHex(hex), Kind.valueOf(outcome)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "THERMOMETER, 04 6e0100ff, TRUNCATED",
        "THERMOMETER, 00 6e0100ff 03, TRAILING_BYTES",
        "WEIGHT_SCALE, 08 a037 f500 a4, TRUNCATED",
        "WEIGHT_SCALE, 00 a037 00, TRAILING_BYTES",
        "WEIGHT_SCALE, 02 a037 ea07 0d 01 00 00 00, IMPOSSIBLE_TIME",
        "GLUCOSE, 06 0100 ea07 0b 16 0a 0f 04 38c0, TRUNCATED",
        "GLUCOSE, 00 0100 ea07 0b 16 0a 0f 04 00, TRAILING_BYTES",
        "GLUCOSE, 01 0100 0f27 0c 1f 17 3b 3b 0100, IMPOSSIBLE_TIME",
        "GLUCOSE_CONTEXT, 02 0700, TRUNCATED",
        "GLUCOSE_CONTEXT, 00 0700 01, TRAILING_BYTES",
    })
    void a_frame_that_does_not_hold_what_its_flags_say_is_malformed(Profile profile, String hex, Reason reason) {
        Decoded read = Decoders.decode(profile, Frame.ofHex(hex));

        assertThat(read).isEqualTo(new Malformed(profile, Frame.ofHex(hex), reason));
    }

    private static Measurement measurement(Profile profile, String hex) {
        Decoded read = Decoders.decode(profile, Frame.ofHex(hex));
        assertThat(read).isInstanceOf(Measurement.class);
        return (Measurement) read;
    }

    private static List<String> numbers(Measurement read) {
        return read.values().stream()
                .map(v -> v.loinc() + " " + v.number().toPlainString() + " " + v.unit())
                .toList();
    }
}
