package org.wuduan.wearables.gatt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.wuduan.wearables.gatt.Decoded.Measurement;

/** Any bytes whatever; runs its corpus in the build and really fuzzes with {@code JAZZER_FUZZ=1}. */
class DecoderFuzzTest {
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

    static void everyNumberIsPlausible(Decoded decoded, byte[] bytes) {
        assertThat(decoded.frame()).isEqualTo(Frame.of(bytes).cut(Frame.LENGTH_MAX));
        if (decoded instanceof Measurement m) {
            assertThat(m.values())
                    .hasSizeLessThanOrEqualTo(8)
                    .allMatch(v -> Plausible.of(v.kind()).contains(v.number()))
                    .allMatch(v -> v.number().toPlainString().matches("[0-9]+(\\.[0-9]+)?"));
            assertThat(m.details().rrMillis())
                    .hasSizeLessThanOrEqualTo(Decoders.RR_MAX)
                    .allMatch(rr -> Plausible.RR_MILLIS.contains(rr))
                    .allMatch(rr -> rr.toString().matches("[0-9]+(\\.[0-9]+)?"));
        }
    }
}
