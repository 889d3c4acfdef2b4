package org.wuduan.wearables.gatt;

import java.math.BigDecimal;
import org.wuduan.wearables.gatt.Value.Kind;

/**
 * What a living person's body, measured by a home device, can give. Wider than any alert threshold: these ranges stop
 * broken frames and broken devices, never a very sick patient.
 */
public final class Plausible {
    /** Cuffs inflate to at most about 300 mm[Hg]; below 40 no home cuff finds a pulse in the artery. */
    public static final Range SYSTOLIC = new Range(40, 300);

    /** Below 20 mm[Hg] oscillations are noise; above 200 is more than any cuff reports as diastolic. */
    public static final Range DIASTOLIC = new Range(20, 200);

    /** Lies between diastolic and systolic, so between the lowest and the highest of both. */
    public static final Range MEAN_PRESSURE = new Range(20, 300);

    /** 20 per minute is below any rhythm that lets a person sit up; 300 is the fastest conduction of the heart. */
    public static final Range PULSE = new Range(20, 300);

    /** A percentage; zero is what oximeters send for "no signal", and no blood is without oxygen. */
    public static final Range OXYGEN_SATURATION = new Range(1, 100);

    /** A percentage: the pulsating part of the light that the finger absorbs. */
    public static final Range PERFUSION = new Range(0, 100);

    /**
     * Milliseconds. Shorter than 200 is faster than {@link #PULSE} allows; longer than 10 s is a lost contact, while
     * the long pauses of a sick sinus node (3–8 s) must get through.
     */
    public static final Range RR_MILLIS = new Range(200, 10_000);

    /** Degrees Celsius. Wider than any fever or hypothermia that a person at home measures on oneself. */
    public static final Range TEMPERATURE = new Range(20, 45);

    /** Kilograms: from an infant on the parents' scale to twice what such scales carry. */
    public static final Range WEIGHT = new Range(1, 400);

    /** Centimetres, as the person typed it into the scale. */
    public static final Range HEIGHT = new Range(30, 260);

    /** Kilograms per square metre. */
    public static final Range BODY_MASS_INDEX = new Range(5, 200);

    /** Millimoles per litre. Meters show 1.1 to 33.3; 0 is what a broken one sends, and 60 has been survived. */
    public static final Range GLUCOSE = new Range(new BigDecimal("0.3"), BigDecimal.valueOf(60));

    private Plausible() {}

    /** The range of a kind of value. */
    public static Range of(Kind kind) {
        return switch (kind) {
            case SYSTOLIC -> SYSTOLIC;
            case DIASTOLIC -> DIASTOLIC;
            case MEAN_PRESSURE -> MEAN_PRESSURE;
            case CUFF_PULSE, HEART_RATE, OXIMETER_PULSE -> PULSE;
            case OXYGEN_SATURATION -> OXYGEN_SATURATION;
            case PERFUSION -> PERFUSION;
            case TEMPERATURE -> TEMPERATURE;
            case WEIGHT -> WEIGHT;
            case HEIGHT -> HEIGHT;
            case BODY_MASS_INDEX -> BODY_MASS_INDEX;
            case GLUCOSE -> GLUCOSE;
        };
    }

    /** Both ends belong to the range. */
    public record Range(BigDecimal lowest, BigDecimal highest) {
        Range(int lowest, int highest) {
            this(BigDecimal.valueOf(lowest), BigDecimal.valueOf(highest));
        }

        /** Whether the number lies in the range. */
        public boolean contains(BigDecimal number) {
            return number.compareTo(lowest) >= 0 && number.compareTo(highest) <= 0;
        }
    }
}
