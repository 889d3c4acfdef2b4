package org.wuduan.wearables.gatt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Optional;
import org.wuduan.wearables.gatt.Decoded.Reason;
import org.wuduan.wearables.gatt.FrameReader.Broken;
import org.wuduan.wearables.gatt.Value.Kind;

/**
 * Glucose Measurement 2A18: flags b0 time offset, b1 concentration with type and site, b2 mol/L (else kg/L), b3 status, b4
 * context follows; sequence, base time, then what the flags announce. Glucose Measurement Context 2A34: flags b0
 * carbohydrate, b1 meal, b2 tester and health, b3 exercise, b4 medication, b6 HbA1c, b7 extended flags; sequence, then
 * those; of them the meal is what a doctor needs to read the number.
 */
final class Glucose {
    /** Grams in a mole of glucose (C6H12O6) are 180.156, so 1 mmol/L is 18.0156 mg/dL. */
    private static final BigDecimal KILOGRAMS_PER_MILLIMOLE = new BigDecimal("0.000180156");

    private static final int MILLIMOLES_PER_MOLE_EXPONENT = 3;

    /** Control solution as the type (low nibble) and as the site (high nibble): a test of the meter, nobody's blood. */
    private static final int TYPE_CONTROL = 10;

    private static final int SITE_CONTROL = 4;

    /** Malfunction (b1), drop too small (b2), strip (b3, b4), strip pulled too soon (b9), general fault (b10). */
    private static final int STATUS_WORTHLESS = 0b0110_0001_1110;

    /** Too hot or too cold to measure well (b7, b8). */
    private static final int STATUS_DOUBTFUL = 0b1_1000_0000;

    /** Higher (b5) or lower (b6) than the meter can measure. */
    private static final int STATUS_RANGE = 0b0110_0000;

    /** The clock was lost or set back (b11). */
    private static final int STATUS_TIME = 1 << 11;

    private static final int YEAR_MAX = 9999;

    private Glucose() {}

    static void read(FrameReader in, Draft draft) throws Broken {
        int flags = in.u8();
        draft.sequence(in.u16());
        Optional<LocalDateTime> base = in.time();
        int offsetMinutes = (flags & 1) != 0 ? in.s16() : 0;
        draft.time(base.isPresent() ? Optional.of(shifted(base.get(), offsetMinutes)) : base);
        if ((flags & 0b10) != 0) {
            draft.required(Kind.GLUCOSE, millimoles(in.sfloat(), (flags & 0b100) != 0));
            sample(in.u8(), draft);
        } else {
            draft.mark(Mark.SENSOR_PROBLEM);
        }
        if ((flags & 0b1000) != 0) {
            status(in.u16(), draft);
        }
    }

    private static LocalDateTime shifted(LocalDateTime base, int minutes) throws Broken {
        LocalDateTime shown = base.plusMinutes(minutes);
        if (shown.getYear() > YEAR_MAX || shown.getYear() < 1) {
            throw new Broken(Reason.IMPOSSIBLE_TIME);
        }
        return shown;
    }

    /** Kilograms per litre are rounded to 0.1 mmol/L, what meters of that unit show; moles keep the device's digits. */
    private static SFloat millimoles(SFloat read, boolean moles) {
        if (!(read instanceof SFloat.Number n)) {
            return read;
        }
        return new SFloat.Number(
                moles
                        ? n.number().scaleByPowerOfTen(MILLIMOLES_PER_MOLE_EXPONENT)
                        : n.number().divide(KILOGRAMS_PER_MILLIMOLE, 1, RoundingMode.HALF_UP));
    }

    private static void sample(int typeAndSite, Draft draft) {
        if ((typeAndSite & 0xF) == TYPE_CONTROL || typeAndSite >> 4 == SITE_CONTROL) {
            draft.worthless(Mark.CONTROL_SOLUTION);
        }
    }

    private static void status(int status, Draft draft) {
        draft.markIf((status & STATUS_DOUBTFUL) != 0, Mark.SENSOR_PROBLEM);
        draft.markIf((status & STATUS_RANGE) != 0, Mark.RANGE_EXCEEDED);
        draft.markIf((status & STATUS_TIME) != 0, Mark.DEVICE_CLOCK_UNSET);
        if ((status & STATUS_WORTHLESS) != 0) {
            draft.worthless(Mark.SENSOR_PROBLEM);
        }
    }

    static void readContext(FrameReader in, Draft draft) throws Broken {
        int flags = in.u8();
        draft.sequence(in.u16());
        if ((flags & 0b1000_0000) != 0) {
            in.u8();
        }
        if ((flags & 1) != 0) {
            in.u8();
            in.u16();
        }
        if ((flags & 0b10) != 0) {
            meal(in.u8(), draft);
        }
        if ((flags & 0b100) != 0) {
            in.u8();
        }
        if ((flags & 0b1000) != 0) {
            in.u16();
            in.u8();
        }
        if ((flags & 0b1_0000) != 0) {
            in.u8();
            in.u16();
        }
        if ((flags & 0b100_0000) != 0) {
            in.u16();
        }
    }

    /** 1 before, 2 after a meal, 3 fasting, 4 casual (a snack: no mark, since it says nothing), 5 at bedtime. */
    private static void meal(int meal, Draft draft) {
        switch (meal) {
            case 1 -> draft.mark(Mark.BEFORE_MEAL);
            case 2 -> draft.mark(Mark.AFTER_MEAL);
            case 3 -> draft.mark(Mark.FASTING);
            case 5 -> draft.mark(Mark.BEDTIME);
            default -> {}
        }
    }
}
