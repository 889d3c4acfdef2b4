package org.wuduan.wearables.gatt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.wearables.gatt.Profile.BLOOD_PRESSURE;
import static org.wuduan.wearables.gatt.Profile.HEART_RATE;
import static org.wuduan.wearables.gatt.Profile.PULSE_OXIMETER_CONTINUOUS;
import static org.wuduan.wearables.gatt.Profile.PULSE_OXIMETER_SPOT;

import java.math.BigDecimal;
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

class GoldenFramesTest {
    @Test
    void a_cuff_frame_with_every_field_is_read_as_its_display_shows_it() {
        Measurement read = measurement(BLOOD_PRESSURE, "1e 8e00 5600 6900 ea07 0b 16 0a 0f 04 4800 01 0400");

        assertThat(numbers(read)).containsExactly("8480-6 142", "8462-4 86", "8478-0 105", "8867-4 72");
        assertThat(read.values().getFirst().mdc()).isEqualTo(150021);
        assertThat(read.values().getFirst().unit()).isEqualTo("mm[Hg]");
        assertThat(read.details().deviceTime()).isEqualTo(LocalDateTime.of(2026, 11, 22, 10, 15, 4));
        assertThat(read.details().deviceUser()).isEqualTo(1);
        assertThat(read.marks()).containsExactly(Mark.IRREGULAR_PULSE);
    }

    @Test
    void tenths_stay_tenths() {
        Measurement read = measurement(BLOOD_PRESSURE, "04 a5f5 2ef3 a5f3 d0f2");

        assertThat(numbers(read)).containsExactly("8480-6 144.5", "8462-4 81.4", "8478-0 93.3", "8867-4 72.0");
    }

    @Test
    void kilopascals_become_mm_hg() {
        Measurement read = measurement(BLOOD_PRESSURE, "01 a0f0 6bf0 ff07");

        assertThat(numbers(read)).containsExactly("8480-6 120.0", "8462-4 80.3");
    }

    @Test
    void a_cuff_that_could_not_measure_gives_marks_and_no_numbers() {
        Measurement read = measurement(BLOOD_PRESSURE, "10 ff07 ff07 ff07 2300");

        assertThat(read.values()).isEmpty();
        assertThat(read.marks())
                .containsExactlyInAnyOrder(Mark.SENSOR_PROBLEM, Mark.MOTION, Mark.CUFF_LOOSE, Mark.POSITION);
    }

    @Test
    void a_time_stamp_without_a_year_is_a_clock_that_was_never_set() {
        Measurement read = measurement(BLOOD_PRESSURE, "02 7800 5000 5d00 0000 00 00 00 03 07");

        assertThat(read.details().deviceTime()).isNull();
        assertThat(read.marks()).containsExactly(Mark.DEVICE_CLOCK_UNSET);
    }

    @Test
    void an_infinite_pressure_is_out_of_range_and_no_number() {
        Measurement read = measurement(BLOOD_PRESSURE, "00 fe07 5600 0208");

        assertThat(numbers(read)).containsExactly("8462-4 86");
        assertThat(read.marks()).containsExactlyInAnyOrder(Mark.RANGE_EXCEEDED, Mark.SENSOR_PROBLEM);
    }

    @Test
    void a_heart_rate_frame_gives_the_rate_and_exact_rr_intervals() {
        Measurement read = measurement(HEART_RATE, "16 40 c003 b603 0004");

        assertThat(numbers(read)).containsExactly("8867-4 64");
        assertThat(read.details().rrMillis())
                .containsExactly(new BigDecimal("937.5"), new BigDecimal("927.734375"), new BigDecimal("1000"));
        assertThat(read.marks()).isEmpty();
    }

    @Test
    void a_wide_heart_rate_and_energy_are_read_over_correctly() {
        Measurement read = measurement(HEART_RATE, "19 7800 3412 0002");

        assertThat(numbers(read)).containsExactly("8867-4 120");
        assertThat(read.details().rrMillis()).containsExactly(new BigDecimal("500"));
    }

    @Test
    void a_strap_that_lies_on_the_table_shows_no_rate() {
        Measurement read = measurement(HEART_RATE, "04 40");

        assertThat(read.values()).isEmpty();
        assertThat(read.marks()).containsExactly(Mark.NO_CONTACT);
    }

    @Test
    void an_impossible_rr_interval_is_left_out_and_the_rate_stays() {
        Measurement read = measurement(HEART_RATE, "10 40 0100 0004");

        assertThat(numbers(read)).containsExactly("8867-4 64");
        assertThat(read.details().rrMillis()).containsExactly(new BigDecimal("1000"));
        assertThat(read.marks()).containsExactly(Mark.SENSOR_PROBLEM);
    }

    @Test
    void a_spot_measurement_gives_saturation_pulse_time_and_perfusion() {
        Measurement read = measurement(PULSE_OXIMETER_SPOT, "0f 6100 4800 ea07 0b 16 0a 0f 04 8001 000000 2df0");

        assertThat(numbers(read)).containsExactly("59408-5 97", "8867-4 72", "61006-3 4.5");
        assertThat(read.details().deviceTime()).isEqualTo(LocalDateTime.of(2026, 11, 22, 10, 15, 4));
        assertThat(read.marks()).isEmpty();
    }

    @Test
    void an_oximeter_that_says_its_clock_is_not_set_is_believed() {
        Measurement read = measurement(PULSE_OXIMETER_SPOT, "11 6100 4800 d007 01 01 00 10 00");

        assertThat(read.details().deviceTime()).isEqualTo(LocalDateTime.of(2000, 1, 1, 0, 16, 0));
        assertThat(read.marks()).containsExactly(Mark.DEVICE_CLOCK_UNSET);
    }

    @Test
    void a_continuous_frame_gives_the_normal_pair_only() {
        Measurement read = measurement(PULSE_OXIMETER_CONTINUOUS, "1f 5f00 4800 6000 4900 5e00 4700 8001 200000 0a00");

        assertThat(numbers(read)).containsExactly("59408-5 95", "8867-4 72", "61006-3 10");
        assertThat(read.marks()).containsExactly(Mark.SENSOR_PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({"0c 6100 4800 0000, 000800", "0c 6100 4800 0000, 002000", "0c 6100 4800 0000, 008000"})
    void a_finger_that_is_not_in_the_clip_has_no_saturation(String start, String sensorStatus) {
        Measurement read = measurement(PULSE_OXIMETER_CONTINUOUS, start + sensorStatus);

        assertThat(read.values()).isEmpty();
        assertThat(read.marks()).containsExactly(Mark.NO_CONTACT);
    }

    @ParameterizedTest
    @CsvSource({"0004", "0008", "0020", "0080"})
    void data_for_demonstration_or_testing_or_invalid_data_have_no_values(String status) {
        Measurement read = measurement(PULSE_OXIMETER_SPOT, "02 6100 4800" + status);

        assertThat(read.values()).isEmpty();
        assertThat(read.marks()).containsExactly(Mark.SENSOR_PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({
        "BLOOD_PRESSURE, 00 2701 5000 ff07, ok",
        "BLOOD_PRESSURE, 00 2c01 c800 ff07, ok",
        "BLOOD_PRESSURE, 00 2d01 5000 ff07, SYSTOLIC",
        "BLOOD_PRESSURE, 00 2800 1400 ff07, ok",
        "BLOOD_PRESSURE, 00 2700 1400 ff07, SYSTOLIC",
        "BLOOD_PRESSURE, 00 2c01 c900 ff07, DIASTOLIC",
        "BLOOD_PRESSURE, 00 7800 1300 ff07, DIASTOLIC",
        "BLOOD_PRESSURE, 00 5000 5000 ff07, SYSTOLIC",
        "BLOOD_PRESSURE, 00 7800 5000 7900, MEAN_PRESSURE",
        "BLOOD_PRESSURE, 00 7800 5000 4f00, MEAN_PRESSURE",
        "BLOOD_PRESSURE, 04 7800 5000 5d00 1300, CUFF_PULSE",
        "HEART_RATE, 00 14, ok",
        "HEART_RATE, 00 13, HEART_RATE",
        "HEART_RATE, 01 2c01, ok",
        "HEART_RATE, 01 2d01, HEART_RATE",
        "PULSE_OXIMETER_SPOT, 00 6400 4800, ok",
        "PULSE_OXIMETER_SPOT, 00 6500 4800, OXYGEN_SATURATION",
        "PULSE_OXIMETER_SPOT, 00 0000 4800, OXYGEN_SATURATION",
        "PULSE_OXIMETER_CONTINUOUS, 00 6400 2d01, OXIMETER_PULSE",
        "PULSE_OXIMETER_CONTINUOUS, 10 6400 4800 6500, PERFUSION",
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
        "BLOOD_PRESSURE, '', TRUNCATED",
        "BLOOD_PRESSURE, 1e 8e00 5600 6900 ea07 0b 16 0a 0f 04 4800 01 04, TRUNCATED",
        "BLOOD_PRESSURE, 00 8e00 5600 6900 00, TRAILING_BYTES",
        "BLOOD_PRESSURE, e0 8e00 5600 6900 00, TRAILING_BYTES",
        "BLOOD_PRESSURE, 02 7800 5000 5d00 ea07 0d 01 00 00 00, IMPOSSIBLE_TIME",
        "BLOOD_PRESSURE, 02 7800 5000 5d00 ea07 02 1e 00 00 00, IMPOSSIBLE_TIME",
        "BLOOD_PRESSURE, 02 7800 5000 5d00 ea07 01 01 18 00 00, IMPOSSIBLE_TIME",
        "BLOOD_PRESSURE, 02 7800 5000 5d00 1027 01 01 00 00 00, IMPOSSIBLE_TIME",
        "HEART_RATE, 10 40 c0, TRUNCATED",
        "HEART_RATE, 00 40 c003, TRAILING_BYTES",
        "PULSE_OXIMETER_SPOT, 01 6100 4800 ea07 0b 16, TRUNCATED",
        "PULSE_OXIMETER_SPOT, 00 6100 4800 ea07, TRAILING_BYTES",
        "PULSE_OXIMETER_CONTINUOUS, 03 6100 4800 6100 4800, TRUNCATED",
    })
    void a_frame_that_does_not_hold_what_its_flags_say_is_malformed(Profile profile, String hex, Reason reason) {
        Decoded read = Decoders.decode(profile, Frame.ofHex(hex));

        assertThat(read).isEqualTo(new Malformed(profile, Frame.ofHex(hex), reason));
    }

    @Test
    void a_frame_of_512_bytes_is_looked_at_and_one_byte_more_is_too_long_and_cut() {
        Decoded longest = Decoders.decode(BLOOD_PRESSURE, Frame.of(new byte[Frame.LENGTH_MAX]));
        Decoded tooLong = Decoders.decode(BLOOD_PRESSURE, Frame.of(new byte[Frame.LENGTH_MAX + 1]));

        assertThat(longest).extracting("reason").isEqualTo(Reason.TRAILING_BYTES);
        assertThat(tooLong).extracting("reason").isEqualTo(Reason.TOO_LONG);
        assertThat(tooLong.frame().length()).isEqualTo(Frame.LENGTH_MAX);
    }

    @Test
    void sixty_four_rr_intervals_are_read_and_one_more_is_too_long() {
        Decoded most = Decoders.decode(HEART_RATE, Frame.ofHex("10 40" + "0004".repeat(Decoders.RR_MAX)));
        Decoded tooMany = Decoders.decode(HEART_RATE, Frame.ofHex("10 40" + "0004".repeat(Decoders.RR_MAX + 1)));

        assertThat(((Measurement) most).details().rrMillis()).hasSize(Decoders.RR_MAX);
        assertThat(tooMany).extracting("reason").isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void nothing_that_holds_measurements_prints_them() {
        Measurement read = measurement(HEART_RATE, "10 4d 0004");

        assertThat(read.toString()).doesNotContain("77").doesNotContain("1000").doesNotContain("4d");
    }

    private static Measurement measurement(Profile profile, String hex) {
        Decoded read = Decoders.decode(profile, Frame.ofHex(hex));
        assertThat(read).isInstanceOf(Measurement.class);
        return (Measurement) read;
    }

    private static List<String> numbers(Measurement read) {
        return read.values().stream()
                .map(v -> v.loinc() + " " + v.number().toPlainString())
                .toList();
    }
}
