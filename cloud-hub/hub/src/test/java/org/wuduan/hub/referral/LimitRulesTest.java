package org.wuduan.hub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.CarePackage.Measure;
import org.wuduan.contract.CarePackage.Vital;
import org.wuduan.hub.referral.LimitRules.Told;
import org.wuduan.hub.referral.PlanRules.Measured;

/** What is told of values beyond a limit, in whatever order they come. */
class LimitRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Measure SYSTOLIC =
            new Measure(Vital.SYSTOLIC, new BigDecimal("100"), new BigDecimal("150"), 24, LocalDate.of(2026, 12, 22));

    @Test
    void a_value_within_the_limits_is_told_to_nobody() {
        assertThat(judged(List.of(), at(0, 150), at(1, 100))).isEmpty();
    }

    @Test
    void a_worse_value_takes_the_place_of_the_one_that_is_shown_and_an_equal_or_better_one_does_not() {
        var told = judged(List.of(), at(0, 162), at(1, 162), at(2, 155));
        assertThat(told).extracting(Told::shown).containsExactly(at(0, 162));

        told = judged(told, at(0, 162), at(1, 162), at(2, 155), at(3, 163));

        assertThat(told).extracting(Told::shown).containsExactly(at(3, 163));
    }

    @Test
    void what_was_acknowledged_is_open_again_only_for_a_worse_value() {
        var seen = acknowledged(judged(List.of(), at(0, 162)), 1);

        assertThat(judged(seen, at(0, 162), at(2, 162), at(3, 151)))
                .singleElement()
                .satisfies(told -> assertThat(told.isOpen()).isFalse());
        assertThat(judged(seen, at(0, 162), at(2, 162), at(3, 170)))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.isOpen()).isTrue();
                    assertThat(told.shown()).isEqualTo(at(3, 170));
                });
    }

    @Test
    void each_limit_has_alerts_of_its_own() {
        var seen = acknowledged(judged(List.of(), at(0, 190)), 1);

        assertThat(judged(seen, at(0, 190), at(2, 99), at(3, 95)))
                .extracting(Told::shown)
                .containsExactly(at(0, 190), at(3, 95));
    }

    @Test
    void after_a_value_within_the_limits_a_value_beyond_them_is_told_anew() {
        var seen = acknowledged(judged(List.of(), at(0, 162)), 1);

        assertThat(judged(seen, at(0, 162), at(2, 140), at(3, 152)))
                .extracting(Told::shown)
                .containsExactly(at(0, 162), at(3, 152));
    }

    @Test
    void what_stays_beyond_is_told_anew_when_the_next_planned_time_is_over() {
        var seen = acknowledged(judged(List.of(), at(0, 162)), 0);
        var due = (int) Duration.ofHours(30).toMinutes();

        assertThat(judged(seen, at(0, 162), at(due, 155))).hasSize(1);
        assertThat(judged(seen, at(0, 162), at(due + 1, 155)))
                .extracting(Told::shown)
                .containsExactly(at(0, 162), at(due + 1, 155));
    }

    @Test
    void a_late_value_is_told_beside_a_newer_one_that_was_acknowledged() {
        var seen = acknowledged(judged(List.of(), at(0, 162)), 1);

        assertThat(judged(seen, at(-60, 155), at(0, 162)))
                .extracting(Told::shown)
                .containsExactly(at(0, 162), at(-60, 155));
    }

    @Test
    void a_late_value_that_is_worse_than_an_open_newer_one_takes_no_place_of_it() {
        var open = judged(List.of(), at(0, 162));

        assertThat(judged(open, at(-60, 180), at(0, 162)))
                .extracting(Told::shown)
                .containsExactly(at(0, 162), at(-60, 180));
        assertThat(judged(open, at(-60, 155), at(0, 162)))
                .as("the open alert shows worse")
                .extracting(Told::shown)
                .containsExactly(at(0, 162));
    }

    @Test
    void what_came_late_while_a_worse_one_was_open_is_not_told_after_that_was_acknowledged() {
        var open = judged(List.of(), at(0, 162));
        var seen = acknowledged(judged(open, at(-60, 155), at(0, 162)), 1);

        assertThat(judged(seen, at(-60, 155), at(0, 162))).isEqualTo(seen);
    }

    @Test
    void in_every_order_of_arrival_the_worst_is_told_and_the_same_values_again_change_nothing() {
        var random = new Random(20261122);
        for (int round = 0; round < 500; round++) {
            var arriving = new ArrayList<Measured>();
            for (int minute = 0; minute < 12; minute++) {
                arriving.add(at(minute, 80 + random.nextInt(100)));
            }
            Collections.shuffle(arriving, random);
            List<Told> told = List.of();
            var known = new ArrayList<Measured>();
            for (var value : arriving) {
                known.add(value);
                told = judged(told, known.toArray(Measured[]::new));
                if (random.nextInt(4) == 0) {
                    told = acknowledged(told, 60);
                }
            }

            assertThat(judged(told, known.toArray(Measured[]::new)))
                    .as("round " + round)
                    .isEqualTo(told);
            var shown = told.stream().map(Told::shown).toList();
            assertThat(known)
                    .as("round " + round)
                    .filteredOn(one -> LimitRules.side(SYSTOLIC, one) != 0)
                    .allMatch(one -> shown.stream().anyMatch(alert -> isAsBad(alert, one)));
        }
    }

    @Test
    void a_strap_must_stay_beyond_a_limit_for_the_whole_time_and_the_mildest_of_it_is_told() {
        var tooShort = beats(0, 59, 180);
        assertThat(judged(List.of(), tooShort)).isEmpty();

        assertThat(judged(List.of(), beats(0, 60, 180))).extracting(Told::shown).containsExactly(beat(60, 180));
        var spike = beats(0, 60, 155);
        spike[30] = beat(30, 190);
        assertThat(judged(List.of(), spike)).extracting(Told::shown).containsExactly(beat(60, 155));
    }

    @Test
    void one_value_within_the_limits_or_a_silence_begins_the_time_of_a_strap_anew() {
        var broken = beats(0, 100, 180);
        broken[50] = beat(50, 120);
        assertThat(judged(List.of(), broken)).isEmpty();

        assertThat(judged(List.of(), beat(0, 180), beat(61, 180), beat(122, 180)))
                .isEmpty();
        assertThat(judged(List.of(), beat(0, 180), beat(60, 180))).hasSize(1);
    }

    @Test
    void a_single_measurement_of_the_same_vital_is_told_at_once() {
        assertThat(judged(List.of(), beat(0, 120), beat(1, 190), at(1, 170)))
                .extracting(Told::shown)
                .containsExactly(at(1, 170));
    }

    @Test
    void what_a_strap_holds_is_told_once_and_again_when_a_worse_value_is_held() {
        var told = acknowledged(judged(List.of(), beats(0, 200, 160)), 60);
        assertThat(told).hasSize(1);

        var longer = Stream.concat(Stream.of(beats(0, 200, 160)), Stream.of(beats(201, 300, 170)))
                .toArray(Measured[]::new);
        var open = judged(told, longer);

        assertThat(open).singleElement().satisfies(one -> {
            assertThat(one.isOpen()).isTrue();
            assertThat(one.shown().value()).isEqualByComparingTo("170");
        });
        assertThat(judged(open, longer)).isEqualTo(open);
    }

    private static Measured[] beats(int from, int to, int rate) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(second -> beat(second, rate))
                .toArray(Measured[]::new);
    }

    private static boolean isAsBad(Measured alert, Measured value) {
        return LimitRules.side(SYSTOLIC, alert) == LimitRules.side(SYSTOLIC, value)
                && !LimitRules.isWorse(SYSTOLIC, value, alert);
    }

    private static List<Told> judged(List<Told> known, Measured... values) {
        var oldestFirst =
                Stream.of(values).sorted(Comparator.comparing(Measured::at)).toList();
        return LimitRules.judged(SYSTOLIC, oldestFirst, known);
    }

    private static List<Told> acknowledged(List<Told> told, int minute) {
        return told.stream()
                .map(one -> new Told(one.shown(), one.from(), one.until(), NOON.plus(Duration.ofMinutes(minute))))
                .toList();
    }

    private static Measured at(int minute, int systolic) {
        return new Measured(BigDecimal.valueOf(systolic), NOON.plus(Duration.ofMinutes(minute)), false);
    }

    /** Of a strap, at these seconds. */
    private static Measured beat(int second, int rate) {
        return new Measured(BigDecimal.valueOf(rate), NOON.plusSeconds(second), true);
    }
}
