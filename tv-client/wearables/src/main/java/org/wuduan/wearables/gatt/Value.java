package org.wuduan.wearables.gatt;

import java.math.BigDecimal;

/**
 * One coded value.
 *
 * @param kind what was measured, with its codes and unit
 * @param number as precise as the device gave it; the scale is never negative
 */
public record Value(Kind kind, BigDecimal number) {
    /** Gives the number a scale of at least 0, so that it prints without an exponent. */
    public Value {
        if (number.scale() < 0) {
            number = number.setScale(0);
        }
    }

    /** LOINC code. */
    public String loinc() {
        return kind.loinc;
    }

    /** ISO/IEEE 11073-10101 code. */
    public int mdc() {
        return kind.mdc;
    }

    /** UCUM unit. */
    public String unit() {
        return kind.unit;
    }

    @Override
    public String toString() {
        return "Value[" + kind + " ‹redacted›]";
    }

    /** What is measured: codes from the Personal Health Device guide, units from UCUM. */
    public enum Kind {
        SYSTOLIC("8480-6", 150021, "mm[Hg]"),
        DIASTOLIC("8462-4", 150022, "mm[Hg]"),
        MEAN_PRESSURE("8478-0", 150023, "mm[Hg]"),
        /** Pulse rate of a cuff. */
        CUFF_PULSE("8867-4", 149546, "{beat}/min"),
        HEART_RATE("8867-4", 147842, "{beat}/min"),
        /** Oxygen saturation by pulse oximetry; LOINC 2708-6 (the general code) is its parent. */
        OXYGEN_SATURATION("59408-5", 150456, "%"),
        /** Pulse rate of an oximeter. */
        OXIMETER_PULSE("8867-4", 149530, "{beat}/min"),
        /** Pulse amplitude index. */
        PERFUSION("61006-3", 150488, "%"),
        TEMPERATURE("8310-5", 150364, "Cel"),
        WEIGHT("29463-7", 188736, "kg"),
        HEIGHT("8302-2", 188740, "cm"),
        BODY_MASS_INDEX("39156-5", 188752, "kg/m2"),
        /** In capillary blood by a glucose meter, always in mmol/L; 41653-7 would be mg/dL. */
        GLUCOSE("14743-9", 160184, "mmol/L");

        private final String loinc;
        private final int mdc;
        private final String unit;

        Kind(String loinc, int mdc, String unit) {
            this.loinc = loinc;
            this.mdc = mdc;
            this.unit = unit;
        }
    }
}
