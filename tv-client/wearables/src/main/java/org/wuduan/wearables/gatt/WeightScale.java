package org.wuduan.wearables.gatt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wuduan.wearables.gatt.FrameReader.Broken;
import org.wuduan.wearables.gatt.Value.Kind;

/**
 * Weight Measurement 2A9D: flags b0 imperial, b1 time, b2 user, b3 BMI and height; the weight in 0.005 kg or 0.01 lb;
 * time; user; BMI in 0.1; height in 0.001 m or 0.1 in. Pounds and inches are converted.
 */
final class WeightScale {
    /** "Measurement unsuccessful": nothing else in the frame is meant. */
    private static final int UNSUCCESSFUL = 0xFFFF;

    private static final BigDecimal METRIC_STEP = new BigDecimal("0.005");

    /** 0.01 lb; a pound is exactly 0.45359237 kg. */
    private static final BigDecimal POUND_STEP = new BigDecimal("0.0045359237");

    /** 0.1 in, in centimetres; an inch is exactly 2.54 cm. */
    private static final BigDecimal INCH_STEP = new BigDecimal("0.254");

    private static final BigDecimal MILLIMETRE = new BigDecimal("0.1");

    private WeightScale() {}

    static void read(FrameReader in, Draft draft) throws Broken {
        int flags = in.u8();
        boolean imperial = (flags & 1) != 0;
        int weight = in.u16();
        if (weight == UNSUCCESSFUL) {
            draft.worthless(Mark.SENSOR_PROBLEM);
        } else {
            draft.number(Kind.WEIGHT, kilograms(weight, imperial));
        }
        if ((flags & 0b10) != 0) {
            draft.time(in.time());
        }
        if ((flags & 0b100) != 0) {
            draft.user(in.u8());
        }
        if ((flags & 0b1000) != 0) {
            bodyMassIndex(in.u16(), draft);
            height(in.u16(), imperial, draft);
        }
    }

    /** The characteristic counts finer than a scale weighs: zeros at the end are no precision of the scale. */
    private static BigDecimal kilograms(int steps, boolean imperial) {
        BigDecimal exact = (imperial ? POUND_STEP : METRIC_STEP).multiply(BigDecimal.valueOf(steps));
        BigDecimal shortest = (imperial ? exact.setScale(2, RoundingMode.HALF_UP) : exact).stripTrailingZeros();
        return shortest.scale() < 1 ? shortest.setScale(1) : shortest;
    }

    /** Zero is sent by scales that know nobody's height. */
    private static void bodyMassIndex(int tenths, Draft draft) {
        if (tenths != 0) {
            draft.number(Kind.BODY_MASS_INDEX, BigDecimal.valueOf(tenths, 1));
        }
    }

    private static void height(int steps, boolean imperial, Draft draft) {
        if (steps != 0) {
            BigDecimal centimetres = (imperial ? INCH_STEP : MILLIMETRE).multiply(BigDecimal.valueOf(steps));
            draft.number(Kind.HEIGHT, centimetres.setScale(1, RoundingMode.HALF_UP));
        }
    }
}
