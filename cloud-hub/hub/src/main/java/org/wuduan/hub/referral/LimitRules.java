package org.wuduan.hub.referral;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.CarePackage.Measure;
import org.wuduan.hub.referral.PlanRules.Measured;

/** What is told of values beyond a limit, by the rule of {@link PlanWatch}: pure, no clock, no database. */
final class LimitRules {
    /**
     * One heartbeat that was counted wrong, or a strap that slipped, is told to nobody: so long a sensor that sends every
     * second must stay beyond a limit. This steadies a signal; it is no clinical threshold.
     */
    static final Duration HELD = Duration.ofSeconds(60);

    private LimitRules() {}

    /**
     * An alert of a value. It speaks for all that was measured from {@code from} until {@code until} and was no worse.
     *
     * @param shown what the alert shows
     * @param acknowledgedAt null while it is open
     */
    record Told(
            Measured shown,
            Instant from,
            Instant until,
            @Nullable Instant acknowledgedAt) {
        private static Told of(Measured value) {
            return new Told(value, value.at(), value.at(), null);
        }

        boolean isOpen() {
            return acknowledgedAt == null;
        }

        private boolean covers(Instant at) {
            return !at.isBefore(from) && !at.isAfter(until);
        }

        private Told with(Instant at) {
            return new Told(shown, at.isBefore(from) ? at : from, at.isAfter(until) ? at : until, acknowledgedAt);
        }

        /** Open again: nobody has seen this value. */
        private Told showing(Measured worse) {
            return new Told(worse, from, worse.at().isAfter(until) ? worse.at() : until, null);
        }
    }

    /**
     * The alerts of a measure after these values, for each of its limits apart: the known ones in their places, changed or not, behind them the new ones.
     * With the same values again nothing changes any more.
     *
     * @param values all that are known of the measure's time, the oldest first
     */
    static List<Told> judged(Measure measure, List<Measured> values, List<Told> known) {
        var told = new ArrayList<>(known);
        var single = values.stream().filter(one -> !one.streamed() && side(measure, one) != 0);
        Stream.concat(single, held(measure, values).stream())
                .sorted(Comparator.comparing(Measured::at))
                .forEach(one -> judge(measure, one, values, told));
        return List.copyOf(told);
    }

    /** Of each full time of {@link #HELD} without a value on this side of the limit, and without silence, the mildest value. */
    private static List<Measured> held(Measure measure, List<Measured> values) {
        var streamed = values.stream().filter(Measured::streamed).toList();
        var held = new LinkedHashSet<Measured>();
        int begin = 0;
        for (int i = 0; i < streamed.size(); i++) {
            var value = streamed.get(i);
            if (i > 0 && !goesOn(measure, streamed.get(i - 1), value)) {
                begin = i;
            }
            var from = value.at().minus(HELD);
            if (side(measure, value) != 0 && !streamed.get(begin).at().isAfter(from)) {
                held.add(mildest(measure, streamed.subList(begin, i + 1), from));
            }
        }
        return List.copyOf(held);
    }

    private static boolean goesOn(Measure measure, Measured before, Measured value) {
        return side(measure, before) == side(measure, value)
                && !value.at().isAfter(before.at().plus(HELD));
    }

    /** The newest of the mildest since then. */
    private static Measured mildest(Measure measure, List<Measured> values, Instant from) {
        var mildest = values.getLast();
        for (int i = values.size() - 2; i >= 0 && !values.get(i).at().isBefore(from); i--) {
            if (isWorse(measure, mildest, values.get(i))) {
                mildest = values.get(i);
            }
        }
        return mildest;
    }

    private static void judge(Measure measure, Measured value, List<Measured> values, List<Told> told) {
        int side = side(measure, value);
        var ofLimit =
                told.stream().filter(one -> side(measure, one.shown()) == side).toList();
        if (ofLimit.stream().anyMatch(one -> one.covers(value.at()) && !isWorse(measure, value, one.shown()))) {
            return;
        }
        var before = newest(ofLimit.stream().filter(one -> !one.shown().at().isAfter(value.at())))
                .filter(one -> one.isOpen() || lasts(measure, one, value, values));
        var open = newest(ofLimit.stream().filter(Told::isOpen)).filter(one -> !isWorse(measure, value, one.shown()));
        if (before.isPresent()) {
            var alert = before.get();
            boolean worse = isWorse(measure, value, alert.shown());
            told.set(told.indexOf(alert), worse ? alert.showing(value) : alert.with(value.at()));
        } else if (open.isPresent()) {
            told.set(told.indexOf(open.get()), open.get().with(value.at()));
        } else {
            told.add(Told.of(value));
        }
    }

    private static Optional<Told> newest(Stream<Told> told) {
        return told.max(Comparator.comparing(one -> one.shown().at()));
    }

    /** Whether it is still what was acknowledged: all between is beyond the limit too, and no planned time is over. */
    private static boolean lasts(Measure measure, Told alert, Measured value, List<Measured> values) {
        var acknowledged = alert.acknowledgedAt();
        boolean inTime = acknowledged != null && !value.at().isAfter(PlanRules.dueAt(measure, acknowledged));
        return inTime
                && values.stream()
                        .filter(one ->
                                one.at().isAfter(alert.until()) && one.at().isBefore(value.at()))
                        .allMatch(one -> side(measure, one) == side(measure, value));
    }

    /** Farther beyond; both are beyond the same limit. */
    static boolean isWorse(Measure measure, Measured value, Measured shown) {
        return beyond(measure, value).abs().compareTo(beyond(measure, shown).abs()) > 0;
    }

    /** Below the lower limit -1, above the upper one 1, within them 0. */
    static int side(Measure measure, Measured value) {
        return beyond(measure, value).signum();
    }

    /** How far beyond a limit, in the vital's unit; negative below the lower one. */
    private static BigDecimal beyond(Measure measure, Measured measured) {
        var value = measured.value();
        if (measure.low() != null && value.compareTo(measure.low()) < 0) {
            return value.subtract(measure.low());
        }
        return measure.high() != null && value.compareTo(measure.high()) > 0
                ? value.subtract(measure.high())
                : BigDecimal.ZERO;
    }
}
