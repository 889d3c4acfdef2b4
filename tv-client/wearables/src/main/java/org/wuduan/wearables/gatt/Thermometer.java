package org.wuduan.wearables.gatt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wuduan.wearables.gatt.FrameReader.Broken;
import org.wuduan.wearables.gatt.Value.Kind;

/**
 * Temperature Measurement 2A1C: flags b0 Fahrenheit, b1 time, b2 type; the temperature as FLOAT; then what the flags
 * announce. Where on the body it was taken (the type) is read over: no screen compares an ear with an armpit yet.
 */
final class Thermometer {
    private static final BigDecimal FREEZING_FAHRENHEIT = BigDecimal.valueOf(32);
    private static final BigDecimal FAHRENHEIT_PER_CELSIUS = new BigDecimal("1.8");

    /** Decimals of a converted temperature: as many as the device gave, at most what a clinical one resolves. */
    private static final int CELSIUS_DECIMALS_MAX = 2;

    private Thermometer() {}

    static void read(FrameReader in, Draft draft) throws Broken {
        int flags = in.u8();
        draft.required(Kind.TEMPERATURE, celsius(in.float32(), (flags & 1) != 0));
        if ((flags & 0b10) != 0) {
            draft.time(in.time());
        }
        if ((flags & 0b100) != 0) {
            in.u8();
        }
    }

    /** 98.6 °F is 37.0 °C. The frame keeps what the device sent. */
    private static SFloat celsius(SFloat read, boolean fahrenheit) {
        if (!fahrenheit || !(read instanceof SFloat.Number n)) {
            return read;
        }
        int decimals = Math.clamp(n.number().scale(), 0, CELSIUS_DECIMALS_MAX);
        BigDecimal aboveFreezing = n.number().subtract(FREEZING_FAHRENHEIT);
        return new SFloat.Number(aboveFreezing.divide(FAHRENHEIT_PER_CELSIUS, decimals, RoundingMode.HALF_UP));
    }
}
