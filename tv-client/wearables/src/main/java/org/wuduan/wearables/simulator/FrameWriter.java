package org.wuduan.wearables.simulator;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.SFloat;

/** Writes little-endian GATT fields one after the other. */
final class FrameWriter {
    /** ±2046, ±2047 and −2048 are the special values. */
    private static final int MANTISSA_MAX = 2045;

    /** Below the special values of the 32-bit FLOAT. */
    private static final int MANTISSA_32_MAX = 0x7F_FFFD;

    private static final int EXPONENT_32_MAX = 127;

    private static final int EXPONENT_MIN = -8;
    private static final int EXPONENT_MAX = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    FrameWriter u8(int value) {
        bytes.write(value);
        return this;
    }

    FrameWriter u16(int value) {
        return u8(value).u8(value >> 8);
    }

    FrameWriter u24(int value) {
        return u16(value).u8(value >> 16);
    }

    /** Null is written as "not a number". */
    FrameWriter sfloat(@Nullable BigDecimal value) {
        return u16(value == null ? SFloat.NAN_BITS : sfloatBits(value));
    }

    /** The 32-bit FLOAT with the number's own digits. @throws IllegalArgumentException when it can't hold them */
    FrameWriter float32(BigDecimal value) {
        int mantissa = value.unscaledValue().intValueExact();
        if (Math.abs(mantissa) > MANTISSA_32_MAX || Math.abs(value.scale()) > EXPONENT_32_MAX) {
            throw new IllegalArgumentException("a FLOAT cannot hold this number");
        }
        return u24(mantissa).u8(-value.scale());
    }

    /** Date Time (2A08). */
    FrameWriter time(LocalDateTime at) {
        return u16(at.getYear())
                .u8(at.getMonthValue())
                .u8(at.getDayOfMonth())
                .u8(at.getHour())
                .u8(at.getMinute())
                .u8(at.getSecond());
    }

    /** Date Time of a clock that knows only how long it has been running. */
    FrameWriter timeWithoutDate(LocalDateTime at) {
        return u16(0).u8(0).u8(0).u8(at.getHour()).u8(at.getMinute()).u8(at.getSecond());
    }

    Frame frame() {
        return Frame.of(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException when an SFLOAT can't hold the number exactly */
    static int sfloatBits(BigDecimal value) {
        BigDecimal fitting = value;
        if (-fitting.scale() > EXPONENT_MAX
                || fitting.unscaledValue().abs().compareTo(BigInteger.valueOf(MANTISSA_MAX)) > 0) {
            fitting = fitting.stripTrailingZeros();
        }
        int exponent = -fitting.scale();
        BigInteger mantissa = fitting.unscaledValue();
        if (mantissa.abs().compareTo(BigInteger.valueOf(MANTISSA_MAX)) > 0
                || exponent < EXPONENT_MIN
                || exponent > EXPONENT_MAX) {
            throw new IllegalArgumentException("an SFLOAT cannot hold this number");
        }
        return (exponent & 0xF) << 12 | mantissa.intValueExact() & 0xFFF;
    }
}
