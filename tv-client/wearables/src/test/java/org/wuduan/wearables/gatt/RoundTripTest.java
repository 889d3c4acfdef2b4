package org.wuduan.wearables.gatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.wearables.gatt.Decoded.Measurement;
import org.wuduan.wearables.gatt.Value.Kind;
import org.wuduan.wearables.simulator.Frames;
import org.wuduan.wearables.simulator.Frames.DeviceClock;

/** What was encoded is decoded again; what nobody encoded has an outcome too. Seeds are fixed. */
class RoundTripTest {
    private static final int ROUNDS = 5_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122})
    void a_cuff_frame_comes_back_as_it_was_encoded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Frames.Cuff cuff = anyCuff(random);

            Measurement read = measurement(Profile.BLOOD_PRESSURE, Frames.bloodPressure(cuff));

            assertThat(number(read, Kind.SYSTOLIC)).isEqualTo(cuff.systolic());
            assertThat(number(read, Kind.DIASTOLIC)).isEqualTo(cuff.diastolic());
            assertThat(read.values()).hasSize(cuff.pulse() == null ? 2 : 3);
            assertThat(read.details().deviceUser()).isEqualTo(cuff.user());
            DeviceClock clock = cuff.clock();
            assertThat(read.details().deviceTime()).isEqualTo(clock == null || !clock.set() ? null : clock.shows());
            assertThat(read.marks().contains(Mark.DEVICE_CLOCK_UNSET)).isEqualTo(clock != null && !clock.set());
            assertThat(read.marks().contains(Mark.MOTION)).isEqualTo((cuff.status() & 1) != 0);
        }
    }

    private static Frames.Cuff anyCuff(SplittableRandom random) {
        BigDecimal diastolic = tenths(random, 200, 1000);
        return new Frames.Cuff(
                diastolic.add(tenths(random, 200, 1000)),
                diastolic,
                null,
                random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(20, 301)),
                random.nextBoolean() ? null : new DeviceClock(anyTime(random), random.nextBoolean()),
                random.nextInt(0, 255),
                random.nextInt(0, 1 << 16));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20_261_123})
    void a_heart_rate_frame_comes_back_with_its_intervals(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            int rate = random.nextInt(20, 301);
            List<Integer> rr = IntStream.range(0, random.nextInt(0, 9))
                    .map(n -> random.nextInt(205, 10_240))
                    .boxed()
                    .toList();

            Measurement read = measurement(Profile.HEART_RATE, Frames.heartRate(rate, true, rr));

            assertThat(number(read, Kind.HEART_RATE)).isEqualTo(BigDecimal.valueOf(rate));
            assertThat(read.details().rrMillis().stream()
                            .map(millis -> millis.multiply(BigDecimal.valueOf(1024))
                                    .divide(BigDecimal.valueOf(1000))
                                    .intValueExact())
                            .toList())
                    .isEqualTo(rr);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20_261_124})
    void oximeter_frames_come_back_as_they_were_encoded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            BigDecimal saturation = tenths(random, 10, 1001);
            BigDecimal pulse = BigDecimal.valueOf(random.nextInt(20, 301));
            DeviceClock clock = new DeviceClock(anyTime(random), random.nextBoolean());

            Measurement spot = measurement(Profile.PULSE_OXIMETER_SPOT, Frames.spot(saturation, pulse, clock));
            Measurement live = measurement(Profile.PULSE_OXIMETER_CONTINUOUS, Frames.continuous(saturation, pulse));

            assertThat(number(spot, Kind.OXYGEN_SATURATION)).isEqualTo(saturation);
            assertThat(number(spot, Kind.OXIMETER_PULSE)).isEqualTo(pulse);
            assertThat(spot.details().deviceTime()).isEqualTo(clock.shows());
            assertThat(spot.marks().contains(Mark.DEVICE_CLOCK_UNSET)).isEqualTo(!clock.set());
            assertThat(number(live, Kind.OXYGEN_SATURATION)).isEqualTo(saturation);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 20_261_125})
    void thermometer_scale_and_meter_frames_come_back_as_they_were_encoded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            BigDecimal celsius = tenths(random, 200, 451);
            BigDecimal kilograms = BigDecimal.valueOf(random.nextInt(20, 6553) * 5L, 2);
            BigDecimal millimoles = tenths(random, 3, 601);
            int number = random.nextInt(0, 0x1_0000);
            DeviceClock clock = new DeviceClock(anyTime(random), random.nextBoolean());

            Measurement warm = measurement(Profile.THERMOMETER, Frames.temperature(celsius, clock));
            Measurement heavy = measurement(Profile.WEIGHT_SCALE, Frames.weight(kilograms, clock, 3));
            Measurement sweet = measurement(Profile.GLUCOSE, Frames.glucose(number, millimoles, clock, false));

            assertThat(number(warm, Kind.TEMPERATURE)).isEqualTo(celsius);
            assertThat(number(heavy, Kind.WEIGHT)).isEqualByComparingTo(kilograms);
            assertThat(heavy.details().deviceUser()).isEqualTo(3);
            assertThat(number(sweet, Kind.GLUCOSE)).isEqualTo(millimoles);
            assertThat(sweet.details().sequence()).isEqualTo(number);
            assertThat(warm.details().deviceTime()).isEqualTo(clock.set() ? clock.shows() : null);
            assertThat(sweet.marks().contains(Mark.DEVICE_CLOCK_UNSET)).isEqualTo(!clock.set());
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void any_bytes_have_an_outcome(Profile profile) {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 20 * ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(0, random.nextInt(10) == 0 ? 600 : 30)];
            random.nextBytes(bytes);

            DecoderFuzzTest.everyNumberIsPlausible(Decoders.decode(profile, Frame.of(bytes)), bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void every_frame_that_was_cut_short_is_malformed(Profile profile) {
        DeviceClock clock = new DeviceClock(LocalDateTime.of(2026, 11, 22, 10, 15, 4), true);
        BigDecimal some = BigDecimal.valueOf(90);
        Frame whole = switch (profile) {
            case BLOOD_PRESSURE ->
                Frames.bloodPressure(new Frames.Cuff(BigDecimal.valueOf(142), some, null, some, clock, 1, 0));
            case HEART_RATE -> Frames.heartRate(300, true, List.of());
            case PULSE_OXIMETER_SPOT -> Frames.spot(some, some, clock);
            case PULSE_OXIMETER_CONTINUOUS -> Frames.continuous(some, some);
            case THERMOMETER -> Frames.temperature(new BigDecimal("36.6"), clock);
            case WEIGHT_SCALE -> Frames.weight(some, clock, 1);
            case GLUCOSE -> Frames.glucose(7, new BigDecimal("5.6"), clock, true);
            case GLUCOSE_CONTEXT -> Frames.glucoseContext(7, 1);
        };

        for (int length = 0; length < whole.length(); length++) {
            assertThat(Decoders.decode(profile, whole.cut(length))).isInstanceOf(Decoded.Malformed.class);
        }
    }

    private static BigDecimal tenths(SplittableRandom random, int from, int to) {
        return BigDecimal.valueOf(random.nextInt(from, to), 1);
    }

    private static LocalDateTime anyTime(SplittableRandom random) {
        return LocalDateTime.of(2000, 1, 1, 0, 0, 0).plusSeconds(random.nextLong(0, 3_000_000_000L));
    }

    private static BigDecimal number(Measurement read, Kind kind) {
        return read.values().stream()
                .filter(v -> v.kind() == kind)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static Measurement measurement(Profile profile, Frame frame) {
        Decoded read = Decoders.decode(profile, frame);
        assertThat(read).isInstanceOf(Measurement.class);
        return (Measurement) read;
    }
}
