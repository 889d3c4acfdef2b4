package org.wuduan.hub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.CarePackage.Vital;
import org.wuduan.contract.Department;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.State;
import org.wuduan.contract.Referrals.Urgency;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.shared.Outcome;

/** What is told of values at home, and until when. */
class PlanWatchTest extends HubTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    PlanWatch watch;

    @Autowired
    PlanAlerts alerts;

    @Autowired
    CarePlans plans;

    @Autowired
    ReferralBook book;

    private Town town;
    private Instant now;

    @BeforeEach
    void a_town_with_a_patient() {
        town = town();
        now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void a_worse_value_takes_the_place_of_the_one_that_was_seen_and_is_open_again() {
        plan(Vital.SYSTOLIC, 150, 60);
        systolic(162, now.minusSeconds(300));
        watch.round();
        var first = alert();
        acknowledge(town.child, first);
        acknowledge(town.doctor, first);

        systolic(158, now.minusSeconds(200));
        watch.round();
        assertThat(alert().acknowledgedAt()).isNotNull();
        systolic(181, now.minusSeconds(100));
        watch.round();

        var worse = alert();
        assertThat(worse.value()).isEqualByComparingTo("181");
        assertThat(worse.at()).isEqualTo(now.minusSeconds(100));
        assertThat(worse.acknowledgedAt()).isNull();
        assertThat(worse.familySeenAt()).isNull();
        assertThat(HubClient.problem(town.doctor.post(path(first), null)))
                .as("who saw the old value has not seen this one")
                .isEqualTo("not-found");
    }

    @Test
    void a_late_value_is_told_with_the_time_of_its_measurement_beside_a_newer_one() {
        plan(Vital.SYSTOLIC, 150, 60);
        systolic(162, now.minusSeconds(60));
        watch.round();
        acknowledge(town.doctor, alert());

        systolic(171, now.minus(Duration.ofHours(9)));
        watch.round();
        watch.round();

        assertThat(alerts.ofPatient(town.patient))
                .hasSize(2)
                .satisfiesExactly(
                        late -> {
                            assertThat(late.value()).isEqualByComparingTo("171");
                            assertThat(late.at()).isEqualTo(now.minus(Duration.ofHours(9)));
                            assertThat(late.acknowledgedAt()).isNull();
                        },
                        newer -> {
                            assertThat(newer.value()).isEqualByComparingTo("162");
                            assertThat(newer.acknowledgedAt()).isNotNull();
                        });
    }

    @Test
    void a_value_of_the_last_day_is_told_when_it_comes_after_it_and_a_later_one_is_not() {
        plan(Vital.SYSTOLIC, 150, -2);
        systolic(162, now.minus(Duration.ofDays(1)));
        watch.round();
        assertThat(alerts.ofPatient(town.patient)).isEmpty();

        systolic(163, now.minus(Duration.ofDays(2)));
        watch.round();

        assertThat(alert().value()).isEqualByComparingTo("163");
    }

    @Test
    void what_was_measured_before_the_plan_is_told_to_nobody() {
        plan(Vital.SYSTOLIC, 150, 60);

        systolic(190, now.minus(Duration.ofDays(11)));
        watch.round();

        assertThat(alerts.ofPatient(town.patient)).isEmpty();
    }

    @Test
    void one_beat_of_a_strap_is_told_to_nobody_and_a_minute_beyond_the_limit_is() {
        plan(Vital.HEART_RATE, 120, 60);
        reading("heart_rate", "8867-4", "/min", 80, now.minusSeconds(301));
        reading("heart_rate", "8867-4", "/min", 190, now.minusSeconds(300));
        reading("heart_rate", "8867-4", "/min", 82, now.minusSeconds(299));
        watch.round();
        assertThat(alerts.ofPatient(town.patient)).isEmpty();

        for (int second = 100; second >= 40; second--) {
            reading("heart_rate", "8867-4", "/min", 140 + second, now.minusSeconds(second));
        }
        watch.round();

        assertThat(alert().value()).isEqualByComparingTo("180");
    }

    @Test
    void the_pulse_that_a_cuff_counted_is_told_at_once() {
        plan(Vital.HEART_RATE, 120, 60);

        reading("blood_pressure", "8867-4", "/min", 131, now.minusSeconds(60));
        watch.round();

        assertThat(alert().value()).isEqualByComparingTo("131");
    }

    private PlanAlerts.Kept alert() {
        var all = alerts.ofPatient(town.patient);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void acknowledge(HubClient who, PlanAlerts.Kept alert) {
        Town.done(who, path(alert), null);
    }

    private static String path(PlanAlerts.Kept alert) {
        return "/api/plan-alerts/" + alert.id() + "/acknowledge";
    }

    /** A plan that was accepted ten days ago, of a measure that is planned every ten days: nothing is missing yet. */
    private void plan(Vital vital, int high, int lastDay) {
        var until = LocalDate.ofInstant(now, ZONE).plusDays(lastDay);
        var measure = new CarePackage.Measure(vital, null, BigDecimal.valueOf(high), 240, until);
        var carePackage = new CarePackage("低盐饮食", null, null, List.of(measure), List.of());
        var home = institutionOf(town.doctorId);
        var acceptedAt = now.minus(Duration.ofDays(10));
        var id = UUID.randomUUID();
        var answer = new ReferralCase.Answered(town.doctorId, acceptedAt, LocalDate.ofInstant(now, ZONE), "门诊", null);
        var referral = new ReferralCase(
                id,
                town.patient,
                Direction.DOWN,
                State.ACCEPTED,
                town.countyId,
                institutionOf(town.countyId),
                home,
                Department.GENERAL,
                new Disease("高血压 3 级", "I10"),
                Urgency.ROUTINE,
                null,
                "住院七天,血压平稳",
                carePackage,
                null,
                null,
                null,
                acceptedAt,
                answer,
                List.of(),
                null,
                null);
        assertThat(book.add(referral)).isInstanceOf(Outcome.Done.class);
        plans.install(new CarePlans.Plan(
                id, town.patient, home, town.countyId, town.doctorId, acceptedAt, carePackage, null, null));
    }

    private UUID institutionOf(UUID doctor) {
        return jdbc.sql("select institution from doctor where account = ?")
                .param(doctor)
                .query(UUID.class)
                .single();
    }

    private void systolic(int value, Instant at) {
        reading("blood_pressure", "8480-6", "mm[Hg]", value, at);
    }

    /** As it stands in the book when it has come, however late. */
    private void reading(String profile, String loinc, String unit, int value, Instant at) {
        jdbc.sql("insert into reading (id, box, household, patient, device_address, device_model, profile, received_at,"
                        + " accepted_at, shown_at, bytes, measured, marks) values (:id, :box, :household, :patient, 'C0',"
                        + " 'Sim', :profile, :at, :at, :at, '', :measured::jsonb, '{}')")
                .param("id", UUID.randomUUID())
                .param("box", UUID.randomUUID())
                .param("household", town.household)
                .param("patient", town.patient)
                .param("profile", profile)
                .param("at", Timestamp.from(at))
                .param(
                        "measured",
                        "[{\"loinc\":\"%s\",\"mdc\":1,\"quantity\":{\"value\":\"%d\",\"unit\":\"%s\"}}]"
                                .formatted(loinc, value, unit))
                .update();
    }
}
