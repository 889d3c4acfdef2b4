package org.wuduan.wearables.gatt;

import java.math.BigDecimal;
import org.wuduan.wearables.gatt.Decoded.Malformed;
import org.wuduan.wearables.gatt.Decoded.Reason;
import org.wuduan.wearables.gatt.FrameReader.Broken;
import org.wuduan.wearables.gatt.Value.Kind;

/** From bytes to a measurement. Total: any bytes have an outcome. */
public final class Decoders {
    /** Most RR intervals in one frame: at one frame a second even 300 beats a minute give 5. */
    public static final int RR_MAX = 64;

    /** One RR unit is 1/1024 s, that is 125/128 ms. */
    private static final BigDecimal RR_UNIT_MILLIS = new BigDecimal("0.9765625");

    private Decoders() {}

    /** Decodes a value of the profile's characteristic. */
    public static Decoded decode(Profile profile, Frame frame) {
        if (frame.length() > Frame.LENGTH_MAX) {
            return new Malformed(profile, frame.cut(Frame.LENGTH_MAX), Reason.TOO_LONG);
        }
        FrameReader in = new FrameReader(frame);
        Draft draft = new Draft(profile, frame);
        try {
            switch (profile) {
                case BLOOD_PRESSURE -> BloodPressure.read(in, draft);
                case HEART_RATE -> heartRate(in, draft);
                case PULSE_OXIMETER_SPOT -> PulseOximeter.readSpot(in, draft);
                case PULSE_OXIMETER_CONTINUOUS -> PulseOximeter.readContinuous(in, draft);
                case THERMOMETER -> Thermometer.read(in, draft);
                case WEIGHT_SCALE -> WeightScale.read(in, draft);
                case GLUCOSE -> Glucose.read(in, draft);
                case GLUCOSE_CONTEXT -> Glucose.readContext(in, draft);
            }
            in.end();
            return draft.finished();
        } catch (Broken e) {
            return new Malformed(profile, frame, e.reason());
        }
    }

    /**
     * Heart Rate Measurement 2A37: flags b0 rate in 16 bits, b1 contact, b2 contact known, b3 energy u16 (kJ, not used),
     * b4 RR intervals to the end. Without contact the rate is the strap's last or an invented one: left out.
     */
    private static void heartRate(FrameReader in, Draft draft) throws Broken {
        int flags = in.u8();
        int rate = (flags & 1) != 0 ? in.u16() : in.u8();
        draft.number(Kind.HEART_RATE, BigDecimal.valueOf(rate));
        if ((flags & 0b100) != 0 && (flags & 0b10) == 0) {
            draft.worthless(Mark.NO_CONTACT);
        }
        if ((flags & 0b1000) != 0) {
            in.u16();
        }
        if ((flags & 0b1_0000) != 0) {
            if (in.left() / 2 > RR_MAX) {
                throw new Broken(Reason.TOO_LONG);
            }
            while (in.left() > 0) {
                BigDecimal millis = RR_UNIT_MILLIS.multiply(BigDecimal.valueOf(in.u16()));
                draft.rr(plain(millis));
            }
        }
    }

    /** Without trailing zeros, but with a scale of at least 0: 1000, not 1E+3. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
