package org.wuduan.wearables.gatt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.wuduan.wearables.gatt.Decoded.Measurement;

/** Any bytes whatever; runs its corpus in the build and really fuzzes with {@code JAZZER_FUZZ=1}. */
class DecoderFuzzTest {
    /** Of {@code Quantity.value} in the contract. */
    private static final int WIRE_LENGTH_MAX = 24;

    @FuzzTest
    void any_blood_pressure_bytes_have_an_outcome(byte[] bytes) {
        everyNumberIsPlausible(Decoders.decode(Profile.BLOOD_PRESSURE, Frame.of(bytes)), bytes);
    }

    @FuzzTest
    void any_heart_rate_bytes_have_an_outcome(byte[] bytes) {
        everyNumberIsPlausible(Decoders.decode(Profile.HEART_RATE, Frame.of(bytes)), bytes);
    }

    @FuzzTest
    void any_spot_bytes_have_an_outcome(byte[] bytes) {
        everyNumberIsPlausible(Decoders.decode(Profile.PULSE_OXIMETER_SPOT, Frame.of(bytes)), bytes);
    }

    @FuzzTest
    void any_continuous_bytes_have_an_outcome(byte[] bytes) {
        everyNumberIsPlausible(Decoders.decode(Profile.PULSE_OXIMETER_CONTINUOUS, Frame.of(bytes)), bytes);
    }

    @FuzzTest
    void any_thermometer_bytes_have_an_outcome(byte[] bytes) {
        everyNumberIsPlausible(Decoders.decode(Profile.THERMOMETER, Frame.of(bytes)), bytes);
    }

    @FuzzTest
    void any_weight_bytes_have_an_outcome(byte[] bytes) {
        everyNumberIsPlausible(Decoders.decode(Profile.WEIGHT_SCALE, Frame.of(bytes)), bytes);
    }

    @FuzzTest
    void any_glucose_bytes_have_an_outcome(byte[] bytes) {
        everyNumberIsPlausible(Decoders.decode(Profile.GLUCOSE, Frame.of(bytes)), bytes);
    }

    @FuzzTest
    void any_glucose_context_bytes_have_an_outcome(byte[] bytes) {
        Decoded decoded = Decoders.decode(Profile.GLUCOSE_CONTEXT, Frame.of(bytes));
        everyNumberIsPlausible(decoded, bytes);
        if (decoded instanceof Measurement m) {
            assertThat(m.values()).isEmpty();
            assertThat(m.details().sequence()).isBetween(0, 0xFFFF);
        }
    }

    static void everyNumberIsPlausible(Decoded decoded, byte[] bytes) {
        assertThat(decoded.frame()).isEqualTo(Frame.of(bytes).cut(Frame.LENGTH_MAX));
        if (decoded instanceof Measurement m) {
            assertThat(m.values())
                    .hasSizeLessThanOrEqualTo(8)
                    .allMatch(v -> Plausible.of(v.kind()).contains(v.number()))
                    .allMatch(v -> v.number().toPlainString().matches("[0-9]+(\\.[0-9]+)?"))
                    .allMatch(v -> v.number().toPlainString().length() <= WIRE_LENGTH_MAX);
            assertThat(m.details().rrMillis())
                    .hasSizeLessThanOrEqualTo(Decoders.RR_MAX)
                    .allMatch(rr -> Plausible.RR_MILLIS.contains(rr))
                    .allMatch(rr -> rr.toString().matches("[0-9]+(\\.[0-9]+)?"));
        }
    }
}
