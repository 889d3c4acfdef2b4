package org.wuduan.hub.referral;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.CarePackage.Measure;
import org.wuduan.contract.CarePackage.Standing;
import org.wuduan.contract.CarePackage.Vital;
import org.wuduan.hub.vitals.Vitals.Taken;

/** How a planned measurement stands: pure, no clock, no database. */
final class PlanRules {
    /** An interval may be this much longer before a measurement counts as missing: people are not clocks. */
    private static final int GRACE_PART_OF_INTERVAL = 4;

    private static final long MINUTES_PER_HOUR = 60;

    private PlanRules() {}

    /**
     * A value of a vital and when it was measured.
     *
     * @param streamed one of those that a sensor sends every second
     */
    record Measured(BigDecimal value, Instant at, boolean streamed) {
        @Override
        public String toString() {
            return "Measured[" + at + " ‹redacted›]";
        }
    }

    /** Every measure at most once, and no lower limit above its upper one. */
    static boolean isSound(CarePackage carePackage) {
        var vitals = carePackage.measures().stream().map(Measure::vital).toList();
        return vitals.stream().distinct().count() == vitals.size()
                && carePackage.measures().stream()
                        .allMatch(measure -> measure.low() == null
                                || measure.high() == null
                                || measure.low().compareTo(measure.high()) < 0);
    }

    /** The values of a vital, newest first. */
    static List<Measured> of(List<Taken> readings, Vital vital) {
        return readings.stream()
                .flatMap(taken -> taken.sign().values().stream()
                        .filter(value -> value.loinc().equals(vital.loinc()))
                        .map(value -> new Measured(
                                value.quantity().value(), taken.sign().at(), taken.streamed())))
                .sorted(Comparator.comparing(Measured::at).reversed())
                .toList();
    }

    static boolean isBeyond(Measure measure, BigDecimal value) {
        boolean low = measure.low() != null && value.compareTo(measure.low()) < 0;
        boolean high = measure.high() != null && value.compareTo(measure.high()) > 0;
        return low || high;
    }

    /** When the next measurement counts as missing. */
    static Instant dueAt(Measure measure, Instant last) {
        long minutes = measure.everyHours() * MINUTES_PER_HOUR;
        return last.plus(Duration.ofMinutes(minutes + minutes / GRACE_PART_OF_INTERVAL));
    }

    static boolean isOver(Measure measure, Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone).isAfter(measure.until());
    }

    /** @param since from when the plan is in force */
    static Standing standing(Measure measure, Optional<Measured> newest, Instant since, Instant now) {
        var last = newest.map(Measured::at).filter(since::isBefore).orElse(since);
        return dueAt(measure, last).isAfter(now) ? byValue(measure, newest) : Standing.MISSING;
    }

    /** Of a measure that has ended: nothing is missing any more. */
    static Standing byValue(Measure measure, Optional<Measured> newest) {
        return newest.map(one -> isBeyond(measure, one.value()) ? Standing.BEYOND : Standing.WITHIN)
                .orElse(Standing.WAITING);
    }
}
