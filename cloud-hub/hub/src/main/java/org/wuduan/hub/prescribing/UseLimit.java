package org.wuduan.hub.prescribing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The limit of a row: none, a mass, an age or an eGFR. */
sealed interface UseLimit {
    record None() implements UseLimit {}

    record Milligrams(BigDecimal most) implements UseLimit {}

    /** From this age on, or below it. */
    record Years(boolean from, int age) implements UseLimit {
        /** @param years by the year of birth; the true age may be a year less */
        boolean holds(int years) {
            return from ? years >= age : years - 1 < age;
        }
    }

    /** @param below mL/min/1.73 m² */
    record Egfr(BigDecimal below) implements UseLimit {}

    /** Whether so much is above it. Where there is none nothing is excused, and an age or an eGFR limits no mass. */
    default boolean isExceededBy(BigDecimal milligrams) {
        return switch (this) {
            case Milligrams(var most) -> milligrams.compareTo(most) > 0;
            case None none -> true;
            case Years years -> false;
            case Egfr egfr -> false;
        };
    }

    Pattern MASS = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?) (ug|mg|g)");
    Pattern AGE = Pattern.compile("(>=|<)([0-9]{1,3}) a");
    Pattern RENAL = Pattern.compile("([0-9]{1,3}) mL/min/\\{1\\.73_m2\\}");

    /** Reads a cell; empty when it can't be read. */
    static Optional<UseLimit> read(String cell) {
        if (cell.isEmpty()) {
            return Optional.of(new None());
        }
        var mass = MASS.matcher(cell);
        if (mass.matches()) {
            return DoseArithmetic.milligrams(
                            new org.wuduan.contract.Quantity(new BigDecimal(mass.group(1)), mass.group(2)))
                    .map(Milligrams::new);
        }
        var age = AGE.matcher(cell);
        if (age.matches()) {
            return Optional.of(new Years(age.group(1).equals(">="), Integer.parseInt(age.group(2))));
        }
        var renal = RENAL.matcher(cell);
        return renal.matches() ? Optional.of(new Egfr(new BigDecimal(renal.group(1)))) : Optional.empty();
    }
}
