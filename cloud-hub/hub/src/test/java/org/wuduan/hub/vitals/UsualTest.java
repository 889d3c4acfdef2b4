package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.VitalSign.ComparedWithUsual;
import org.wuduan.hub.fixtures.HubTest;

/** What may be called usual for a patient. */
class UsualTest extends HubTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @Autowired
    Vitals vitals;

    private final UUID patient = UUID.randomUUID();

    @Test
    void two_minutes_of_an_oximeter_are_not_usual() {
        for (int second = 0; second < 120; second++) {
            saturation(97, NOW.minusSeconds(second));
        }

        assertThat(compared()).isNull();
    }

    @Test
    void what_lasts_for_a_day_does_not_become_usual() {
        for (int day = 1; day <= Vitals.USUAL_DAYS_MIN; day++) {
            saturation(97, NOW.minus(Duration.ofDays(day)).minusSeconds(60));
        }
        for (int minute = 0; minute < 200; minute++) {
            saturation(90, NOW.minus(Duration.ofMinutes(minute)));
        }

        assertThat(compared()).isEqualTo(ComparedWithUsual.LOWER);
    }

    @Test
    void each_day_counts_the_same_however_often_was_measured() {
        for (int second = 0; second < 40; second++) {
            saturation(89, NOW.minus(Duration.ofDays(2)).minusSeconds(second));
        }
        saturation(98, NOW.minus(Duration.ofDays(3)).minusSeconds(60));
        saturation(98, NOW.minus(Duration.ofDays(4)).minusSeconds(60));
        saturation(95, NOW);

        assertThat(compared()).isEqualTo(ComparedWithUsual.SIMILAR);
    }

    @Test
    void readings_of_too_few_days_or_of_long_ago_are_no_measure() {
        for (int day = 1; day < Vitals.USUAL_DAYS_MIN; day++) {
            saturation(97, NOW.minus(Duration.ofDays(day)).minusSeconds(60));
        }
        saturation(97, NOW.minus(Duration.ofDays(Vitals.USUAL_DAYS_MAX + 2)));
        saturation(90, NOW);

        assertThat(compared()).isNull();
    }

    private @Nullable ComparedWithUsual compared() {
        return Objects.requireNonNull(vitals.latest(patient).pulseOximeter()).comparedWithUsual();
    }

    private void saturation(int percent, Instant at) {
        jdbc.sql("insert into reading (id, box, household, patient, device_address, device_model, profile, received_at,"
                        + " accepted_at, shown_at, bytes, measured, marks) values (:id, :box, :box, :patient, 'C0', 'Sim',"
                        + " 'pulse_oximeter_continuous', :at, :at, :at, '', :measured::jsonb, '{}')")
                .param("id", UUID.randomUUID())
                .param("box", UUID.randomUUID())
                .param("patient", patient)
                .param("at", Timestamp.from(at))
                .param(
                        "measured",
                        "[{\"loinc\":\"59408-5\",\"mdc\":150456,\"quantity\":{\"value\":\"%d\",\"unit\":\"%%\"}}]"
                                .formatted(percent))
                .update();
    }
}
