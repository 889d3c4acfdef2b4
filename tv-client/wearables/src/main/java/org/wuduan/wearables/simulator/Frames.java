package org.wuduan.wearables.simulator;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.gatt.Frame;

/** Encodes measurements as a well-behaved device would. */
public final class Frames {
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
            if (clock.set()) {
                out.time(clock.shows());
            } else {
                out.timeWithoutDate(clock.shows());
            }
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
