package org.wuduan.wearables.gatt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wuduan.wearables.gatt.FrameReader.Broken;
import org.wuduan.wearables.gatt.Value.Kind;

/**
 * Blood Pressure Measurement 2A35: flags b0 kPa, b1 time, b2 pulse, b3 user, b4 status; systolic, diastolic and mean as
 * SFLOAT; then what the flags announce.
 *
 * <p>Kilopascals are converted to mm[Hg], the unit of every screen and threshold, and rounded to 0.1 mm[Hg]: finer than
 * the 0.1 kPa (0.75 mm[Hg]) that such cuffs resolve. The frame keeps what the device sent.
 */
final class BloodPressure {
    /** 1 mm[Hg] is 133.322387415 Pa (ISO 80000-4), so a kilopascal is 7.50061… mm[Hg]. */
    private static final BigDecimal KILOPASCAL_PER_MMHG = new BigDecimal("0.133322387415");

    private BloodPressure() {}

    static void read(FrameReader in, Draft draft) throws Broken {
        int flags = in.u8();
        boolean kilopascal = (flags & 1) != 0;
        draft.required(Kind.SYSTOLIC, pressure(in, kilopascal));
        draft.required(Kind.DIASTOLIC, pressure(in, kilopascal));
        draft.optional(Kind.MEAN_PRESSURE, pressure(in, kilopascal));
        order(draft);
        if ((flags & 0b10) != 0) {
            draft.time(in.time());
        }
        if ((flags & 0b100) != 0) {
            draft.optional(Kind.CUFF_PULSE, in.sfloat());
        }
        if ((flags & 0b1000) != 0) {
            draft.user(in.u8());
        }
        if ((flags & 0b1_0000) != 0) {
            status(in.u16(), draft);
        }
    }

    private static SFloat pressure(FrameReader in, boolean kilopascal) throws Broken {
        SFloat read = in.sfloat();
        return kilopascal && read instanceof SFloat.Number n
                ? new SFloat.Number(n.number().divide(KILOPASCAL_PER_MMHG, 1, RoundingMode.HALF_UP))
                : read;
    }

    /** Systolic above diastolic, and the mean between them: a frame that says otherwise has its fields mixed up. */
    private static void order(Draft draft) {
        BigDecimal systolic = draft.numberOf(Kind.SYSTOLIC).orElse(null);
        BigDecimal diastolic = draft.numberOf(Kind.DIASTOLIC).orElse(null);
        BigDecimal mean = draft.numberOf(Kind.MEAN_PRESSURE).orElse(null);
        if (systolic != null && diastolic != null && systolic.compareTo(diastolic) <= 0) {
            draft.implausible(Kind.SYSTOLIC);
        }
        if (mean != null && systolic != null && mean.compareTo(systolic) > 0
                || mean != null && diastolic != null && mean.compareTo(diastolic) < 0) {
            draft.implausible(Kind.MEAN_PRESSURE);
        }
    }

    /** Measurement status: b0 motion, b1 cuff, b2 irregular, b3–4 pulse rate 0 in range, b5 position. */
    private static void status(int status, Draft draft) {
        draft.markIf((status & 1) != 0, Mark.MOTION);
        draft.markIf((status & 0b10) != 0, Mark.CUFF_LOOSE);
        draft.markIf((status & 0b100) != 0, Mark.IRREGULAR_PULSE);
        draft.markIf((status & 0b1_1000) != 0, Mark.RANGE_EXCEEDED);
        draft.markIf((status & 0b10_0000) != 0, Mark.POSITION);
    }
}
