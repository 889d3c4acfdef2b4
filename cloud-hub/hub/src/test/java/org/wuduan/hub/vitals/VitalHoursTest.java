package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Quantity;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.Value;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** The trend of a strap that is worn all day. */
class VitalHoursTest extends HubTest {
    @Autowired
    Vitals vitals;

    @Autowired
    VitalHours hours;

    private Town town;

    @BeforeEach
    void a_town() {
        town = town();
    }

    @Test
    void an_hour_is_shown_by_its_lowest_and_its_highest_reading_also_when_one_of_them_came_late() {
        var hour = clock.instant().minus(Duration.ofHours(3)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        upload(rate(70, hour.plusSeconds(60)), rate(64, hour.plusSeconds(120)), rate(81, hour.plusSeconds(180)));
        caughtUp();
        assertThat(trend()).containsExactly(64, 81);

        upload(rate(99, hour.plusSeconds(240)), rate(65, hour.plusSeconds(300)));
        caughtUp();

        assertThat(trend()).containsExactly(64, 99);
    }

    @Test
    void a_reading_is_shown_also_when_it_came_while_the_clock_showed_a_time_again() {
        var hour = clock.instant().minus(Duration.ofHours(3)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        var setBack = Duration.ofHours(1);
        upload(rate(70, hour.plusSeconds(60)), rate(81, hour.plusSeconds(120)));
        caughtUp();

        clock.pass(setBack.negated());
        upload(rate(64, hour.plusSeconds(180)));
        caughtUp();
        upload(rate(99, hour.plusSeconds(240)));
        caughtUp();
        clock.pass(setBack);

        assertThat(trend()).containsExactly(64, 99);
    }

    @Test
    void four_weeks_of_readings_fit_the_trend_and_older_ones_are_left_out() {
        var many = new ArrayList<Reading>();
        for (int hour = 0; hour < 30 * 24; hour += 2) {
            var at = clock.instant().minus(Duration.ofHours(hour));
            many.add(rate(60 + hour % 40, at));
            many.add(rate(100 + hour % 40, at.plusSeconds(1)));
        }
        for (int from = 0; from < many.size(); from += 400) {
            upload(many.subList(from, Math.min(from + 400, many.size())).toArray(Reading[]::new));
        }
        caughtUp();

        var shown = vitals.trend(town.patient, VitalKind.HEART_RATE);
        assertThat(shown).hasSizeBetween(80, Vitals.TREND_MAX);
        assertThat(shown.getFirst().at()).isAfter(clock.instant().minus(Duration.ofDays(29)));
        assertThat(trend()).allMatch(rate -> rate >= 60 && rate < 140);
    }

    @Test
    void before_the_first_hour_is_worked_out_the_newest_readings_are_shown() {
        upload(rate(72, clock.instant()));

        assertThat(trend()).containsExactly(72);
    }

    /** The hub's clock is the test's: what was just accepted lies before the end of the next round. */
    private void caughtUp() {
        clock.pass(Duration.ofSeconds(1));
        for (int round = 0; round < 200; round++) {
            hours.catchUp();
        }
    }

    private List<Integer> trend() {
        return vitals.trend(town.patient, VitalKind.HEART_RATE).stream()
                .map(sign -> sign.values().getFirst().quantity().value().intValue())
                .toList();
    }

    private void upload(Reading... readings) {
        assertThat(town.box
                        .post("/api/readings", new ReadingBatch(List.of(readings)))
                        .statusCode())
                .isEqualTo(200);
    }

    private Reading rate(int rate, Instant takenAt) {
        return new Reading(
                UUID.randomUUID(),
                MeasurementProfile.HEART_RATE,
                new Reading.Device(town.wearable(), "SimHR"),
                clock.instant(),
                "00",
                List.of(new Value("8867-4", 147842, new Quantity(BigDecimal.valueOf(rate), "{beat}/min"))),
                List.of(),
                takenAt,
                null,
                null,
                null,
                null,
                null);
    }
}
