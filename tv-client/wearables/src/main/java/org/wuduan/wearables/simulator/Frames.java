package org.wuduan.wearables.simulator;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.gatt.Frame;

/** Encodes measurements as a well-behaved device would. */
public final class Frames {
    private static final BigDecimal WEIGHT_STEPS_MAX = BigDecimal.valueOf(0xFFFE);

    private Frames() {}

    /**
     * A cuff's measurement, pressures in mm[Hg].
     *
     * @param mean null when the cuff gives none
     * @param pulse beats per minute; null when the cuff gives none
     * @param clock null when the cuff has no clock
     * @param status bits of the measurement status, see the decoder
     */
    public record Cuff(
            BigDecimal systolic,
            BigDecimal diastolic,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal pulse,
            @Nullable DeviceClock clock,
            int user,
            int status) {}

    /**
     * What the device's clock shows.
     *
     * @param set false when nobody has set it since the battery was put in
     */
    public record DeviceClock(LocalDateTime shows, boolean set) {}

    /** Blood Pressure Measurement 2A35 with user and status. */
    public static Frame bloodPressure(Cuff cuff) {
        DeviceClock clock = cuff.clock();
        FrameWriter out = new FrameWriter()
                .u8((clock == null ? 0 : 0b10) | (cuff.pulse() == null ? 0 : 0b100) | 0b1_1000)
                .sfloat(cuff.systolic())
                .sfloat(cuff.diastolic())
                .sfloat(cuff.mean());
        if (clock != null) {
            time(out, clock);
        }
        if (cuff.pulse() != null) {
            out.sfloat(cuff.pulse());
        }
        return out.u8(cuff.user()).u16(cuff.status()).frame();
    }

    /**
     * Heart Rate Measurement 2A37 with contact.
     *
     * @param rate beats per minute, 0–65535
     * @param rr intervals in 1/1024 s
     */
    public static Frame heartRate(int rate, boolean contact, List<Integer> rr) {
        boolean wide = rate > 0xFF;
        FrameWriter out =
                new FrameWriter().u8((wide ? 1 : 0) | (contact ? 0b110 : 0b100) | (rr.isEmpty() ? 0 : 0b1_0000));
        if (wide) {
            out.u16(rate);
        } else {
            out.u8(rate);
        }
        rr.forEach(out::u16);
        return out.frame();
    }

    /** A clock that nobody set shows no date. */
    private static FrameWriter time(FrameWriter out, DeviceClock clock) {
        return clock.set() ? out.time(clock.shows()) : out.timeWithoutDate(clock.shows());
    }

    /** Temperature Measurement 2A1C in degrees Celsius with time, taken in the ear. */
    public static Frame temperature(BigDecimal celsius, DeviceClock clock) {
        return time(new FrameWriter().u8(0b110).float32(celsius), clock).u8(3).frame();
    }

    /**
     * Weight Measurement 2A9D in kilograms with time and user.
     *
     * @throws IllegalArgumentException when it is no whole number of 0.005 kg, or more than the scale can say
     */
    public static Frame weight(BigDecimal kilograms, DeviceClock clock, int user) {
        BigDecimal[] steps = kilograms.divideAndRemainder(new BigDecimal("0.005"));
        if (steps[1].signum() != 0 || steps[0].signum() <= 0 || steps[0].compareTo(WEIGHT_STEPS_MAX) > 0) {
            throw new IllegalArgumentException("a weight is a multiple of 0.005 kg, at most 327.67");
        }
        return time(new FrameWriter().u8(0b110).u16(steps[0].intValue()), clock)
                .u8(user)
                .frame();
    }

    /**
     * Glucose Measurement 2A18 of capillary blood from a finger, in mol/L.
     *
     * @param hasContext whether the meal follows as a context of the same sequence number
     */
    public static Frame glucose(int sequence, BigDecimal millimoles, DeviceClock clock, boolean hasContext) {
        return time(new FrameWriter().u8(hasContext ? 0b1_0110 : 0b110).u16(sequence), clock)
                .sfloat(millimoles.movePointLeft(3))
                .u8(0x11)
                .frame();
    }

    /** Glucose Measurement Context 2A34 with the meal: 1 before, 2 after, 3 fasting, 4 casual, 5 bedtime. */
    public static Frame glucoseContext(int sequence, int meal) {
        return new FrameWriter().u8(0b10).u16(sequence).u8(meal).frame();
    }

    /** PLX Spot-Check Measurement 2A5E with time: saturation in percent, pulse in beats per minute. */
    public static Frame spot(BigDecimal saturation, BigDecimal pulse, DeviceClock clock) {
        return new FrameWriter()
                .u8(clock.set() ? 0b1 : 0b1_0001)
                .sfloat(saturation)
                .sfloat(pulse)
                .time(clock.shows())
                .frame();
    }

    /** PLX Continuous Measurement 2A5F: saturation in percent, pulse in beats per minute. */
    public static Frame continuous(BigDecimal saturation, BigDecimal pulse) {
        return new FrameWriter().u8(0).sfloat(saturation).sfloat(pulse).frame();
    }

    /** PLX Continuous Measurement 2A5F of a clip without a finger: no numbers, sensor unconnected to the user. */
    public static Frame continuousWithoutFinger() {
        return new FrameWriter()
                .u8(0b1000)
                .sfloat(null)
                .sfloat(null)
                .u24(1 << 11)
                .frame();
    }
}
