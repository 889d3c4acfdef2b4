package org.wuduan.wearables.gatt;

import java.math.BigDecimal;

/**
 * The 16-bit float of IEEE 11073-20601: 4-bit exponent (base 10) and 12-bit mantissa, both two's complement.
 *
 * <p>The standard's five special values have exponent 0. Here their mantissas are special under every exponent: some
 * devices fill in only the mantissa, and a value that is left out harms less than "no reading" shown as 204.7.
 */
public sealed interface SFloat {
    /** The 16 bits of "not a number", as an encoder writes them. */
    int NAN_BITS = 0x07FF;

    /** A number with the precision that the device sent: 1200·10⁻¹ stays 120.0. */
    record Number(BigDecimal number) implements SFloat {}

    /** A non-value. */
    enum NonValue implements SFloat {
        /** The device has no value. */
        NAN,
        /** The value can't be given at this resolution. */
        NOT_AT_THIS_RESOLUTION,
        POSITIVE_INFINITY,
        NEGATIVE_INFINITY,
        RESERVED
    }

    /** Reads the 32-bit FLOAT of the same standard: 8-bit exponent, 24-bit mantissa, and the same special values. */
    static SFloat of32(int bits) {
        int mantissa = bits & 0x00FF_FFFF;
        return switch (mantissa) {
            case 0x7F_FFFF -> NonValue.NAN;
            case 0x80_0000 -> NonValue.NOT_AT_THIS_RESOLUTION;
            case 0x7F_FFFE -> NonValue.POSITIVE_INFINITY;
            case 0x80_0002 -> NonValue.NEGATIVE_INFINITY;
            case 0x80_0001 -> NonValue.RESERVED;
            default -> new Number(BigDecimal.valueOf((mantissa << 8) >> 8).scaleByPowerOfTen(bits >> 24));
        };
    }

    /** Reads the lower 16 bits. */
    static SFloat of(int bits) {
        int mantissa = bits & 0x0FFF;
        return switch (mantissa) {
            case 0x7FF -> NonValue.NAN;
            case 0x800 -> NonValue.NOT_AT_THIS_RESOLUTION;
            case 0x7FE -> NonValue.POSITIVE_INFINITY;
            case 0x802 -> NonValue.NEGATIVE_INFINITY;
            case 0x801 -> NonValue.RESERVED;
            default -> {
                int signedMantissa = (mantissa << 20) >> 20;
                int signedExponent = (bits << 16) >> 28;
                yield new Number(BigDecimal.valueOf(signedMantissa).scaleByPowerOfTen(signedExponent));
            }
        };
    }
}
