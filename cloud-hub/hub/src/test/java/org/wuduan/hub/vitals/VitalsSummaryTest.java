package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.CarePackage.Vital;
import org.wuduan.contract.Referrals.OrderHomePlan;
import org.wuduan.contract.VitalsSummary;
import org.wuduan.contract.VitalsSummary.Counted;
import org.wuduan.contract.VitalsSummary.Kind;
import org.wuduan.contract.VitalsSummary.Span;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;

/** The vital signs of a patient in the last days, by numbers that are known. */
class VitalsSummaryTest extends HubTest {
    @Autowired
    Vitals vitals;

    @Autowired
    VitalSpans spans;

    @Autowired
    PlannedLimits limits;

    @Autowired
    Access access;

    @Autowired
    Audit audit;

    @Autowired
    VitalHours hours;

    private Town town;
    private UUID consultation;
    private Instant now;

    @BeforeEach
    void a_talk_with_a_patient() {
        town = town();
        consultation = town.talk();
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void each_span_has_what_was_measured_after_its_beginning_and_nothing_of_the_moment_itself() {
        systolic(200, now.minus(Duration.ofDays(7)));
        systolic(120, now.minus(Duration.ofDays(7)).plusMillis(1));
        systolic(130, now.minus(Duration.ofHours(1)));
        systolic(140, now.minus(Duration.ofDays(20)));
        systolic(100, now.minus(Duration.ofDays(60)));
        systolic(90, now.minus(Duration.ofDays(90)));

        var pressure = only(summary());

        assertThat(pressure.kind()).isEqualTo(Kind.BLOOD_PRESSURE);
        assertThat(pressure.counted()).isEqualTo(Counted.READINGS);
        assertThat(pressure.device()).isEqualTo("Sim");
        assertThat(pressure.latest().at()).isEqualTo(now.minus(Duration.ofHours(1)));
        assertThat(pressure.values().getFirst().spans())
                .containsExactly(
                        span(7, 2, "120", "125.0", "130", null),
                        span(30, 4, "120", "147.5", "200", null),
                        span(90, 5, "100", "138.0", "200", null));
        assertThat(pressure.values().getLast().vital()).isEqualTo(Vital.DIASTOLIC);
        assertThat(pressure.values().getLast().spans())
                .extracting(Span::readings)
                .containsExactly(0L, 0L, 0L);
    }

    @Test
    void readings_of_nobody_of_others_of_unknown_time_and_implausible_ones_are_left_out() {
        var other = town();
        systolic(130, now.minusSeconds(60));
        reading(null, "blood_pressure", measured("8480-6", "mm[Hg]", 210), "{}", now.minusSeconds(50));
        reading(other.patient, "blood_pressure", measured("8480-6", "mm[Hg]", 220), "{}", now.minusSeconds(40));
        reading(
                town.patient,
                "blood_pressure",
                measured("8480-6", "mm[Hg]", 230),
                "{time_unknown}",
                now.minus(Duration.ofDays(2)));
        reading(town.patient, "blood_pressure", "[]", "{implausible}", now.minusSeconds(20));

        var pressure = only(summary());

        assertThat(pressure.latest().values().getFirst().quantity().value()).isEqualByComparingTo("130");
        assertThat(pressure.values().getFirst().spans().getFirst()).isEqualTo(span(7, 1, "130", "130.0", "130", null));
    }

    @Test
    void what_is_beyond_the_limits_of_the_plan_in_force_is_counted_for_who_may_see_the_plan() {
        order(Vital.SYSTOLIC, "105", "140");
        systolic(141, now.minus(Duration.ofDays(1)));
        systolic(140, now.minus(Duration.ofDays(2)));
        systolic(104, now.minus(Duration.ofDays(40)));

        var systolic = only(summary()).values().getFirst();

        assertThat(systolic.low()).isEqualByComparingTo("105");
        assertThat(systolic.high()).isEqualByComparingTo("140");
        assertThat(systolic.spans())
                .extracting(Span::days, Span::below, Span::above)
                .containsExactly(tuple(7, 0L, 1L), tuple(30, 0L, 1L), tuple(90, 1L, 1L));
        town.invite(consultation);
        var rung = only(summaryFor(town.county)).values().getFirst();
        assertThat(rung.high()).as("who is rung may not see the plan").isNull();
        assertThat(rung.spans()).extracting(Span::above).containsOnlyNulls();
        assertThat(rung.spans()).extracting(Span::readings).containsExactly(2L, 2L, 3L);
    }

    @Test
    void of_what_is_measured_every_second_each_reading_is_counted_once_and_hours_are_beyond_a_limit() {
        order(Vital.HEART_RATE, null, "90");
        var hour = now.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS);
        rate(60, hour);
        rate(92, hour.plusSeconds(1));
        rate(95, hour.plusSeconds(2));
        rate(81, now.minus(Duration.ofDays(9)));
        caughtUp();
        rate(72, hour.plusSeconds(3));
        caughtUp();
        caughtUp();

        var heart = only(summary());

        assertThat(heart.counted()).isEqualTo(Counted.HOURS);
        assertThat(heart.values().getFirst().spans())
                .containsExactly(
                        span(7, 4, "60", "79.8", "95", 1L),
                        span(30, 5, "60", "80.0", "95", 1L),
                        span(90, 5, "60", "80.0", "95", 1L));
    }

    @Test
    void a_reading_of_which_it_becomes_known_late_whose_it_is_is_counted_once_too() {
        var early = reading(null, "pulse_oximeter_spot", measured("59408-5", "%", 93), "{}", now.minusSeconds(7200));
        rateOfOxygen(97, now.minusSeconds(7200));
        caughtUp();
        claimed(early);
        var late = reading(null, "pulse_oximeter_spot", measured("59408-5", "%", 95), "{}", now.minusSeconds(7200));
        claimed(late);
        caughtUp();

        assertThat(weekOf(only(summary()))).isEqualTo(span(7, 3, "93", "95.0", "97", null));
    }

    @Test
    void what_is_accepted_while_the_clock_shows_a_time_again_is_counted_once_too() {
        var hour = now.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS);
        var setBack = Duration.ofHours(2);
        rate(60, hour);
        rate(80, hour.plusSeconds(1));
        caughtUp();

        clock.pass(setBack.negated());
        rate(100, hour.plusSeconds(2));
        caughtUp();
        rate(40, hour.minusSeconds(1));
        caughtUp();
        clock.pass(setBack);

        assertThat(weekOf(only(summary()))).isEqualTo(span(7, 4, "40", "70.0", "100", null));
        rate(75, hour.plusSeconds(3));
        caughtUp();
        assertThat(weekOf(only(summary()))).isEqualTo(span(7, 5, "40", "71.0", "100", null));
    }

    @Test
    void the_pulse_of_a_cuff_and_of_an_oximeter_is_summed_by_the_limits_of_the_heart_rate() {
        order(Vital.HEART_RATE, null, "90");
        var hour = now.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS);
        reading(town.patient, "blood_pressure", withPulse(measured("8480-6", "mm[Hg]", 130), 96), "{}", hour);
        reading(town.patient, "pulse_oximeter_spot", withPulse(measured("59408-5", "%", 97), 101), "{}", hour);
        reading(town.patient, "pulse_oximeter_continuous", withPulse(measured("59408-5", "%", 96), 88), "{}", hour);
        caughtUp();

        var kinds = summary().kinds();

        assertThat(kinds)
                .extracting(VitalsSummary.Summarised::kind)
                .containsExactly(Kind.BLOOD_PRESSURE, Kind.PULSE_OXIMETER);
        var cuff = kinds.getFirst().values().getLast();
        assertThat(cuff.vital()).isEqualTo(Vital.HEART_RATE);
        assertThat(cuff.high()).isEqualByComparingTo("90");
        assertThat(cuff.spans().getFirst()).isEqualTo(span(7, 1, "96", "96.0", "96", 1L));
        var oximeter = kinds.getLast();
        assertThat(oximeter.counted()).isEqualTo(Counted.HOURS);
        assertThat(oximeter.values())
                .extracting(VitalsSummary.Summed::vital)
                .containsExactly(Vital.OXYGEN, Vital.HEART_RATE);
        assertThat(weekOf(oximeter)).isEqualTo(span(7, 2, "96", "96.5", "97", null));
        assertThat(oximeter.values().getLast().spans().getFirst()).isEqualTo(span(7, 2, "88", "94.5", "101", 1L));
    }

    @Test
    void who_never_measured_has_an_empty_summary_and_a_stranger_has_none() {
        var stranger = town();

        assertThat(summary().kinds()).isEmpty();
        assertThat(HubClient.problem(stranger.doctor.get(path()))).isEqualTo("not-found");
        town.conclude(consultation);
        assertThat(HubClient.problem(town.doctor.get(path()))).isEqualTo("action-not-allowed");
        assertThat(audited(town.doctorId, "opening", "open-vitals")).isEqualTo(1);
    }

    private String path() {
        return "/api/patients/" + town.patient + "/vitals/summary";
    }

    /** Worked out at the moment that the test calls now. */
    private VitalsSummary summary() {
        var summaries = new VitalsSummaries(vitals, spans, limits, access, audit, Clock.fixed(now, ZoneOffset.UTC));
        var answer = summaries.open(new Actor(town.doctorId, ActorKind.DOCTOR), town.patient);
        return ((Outcome.Done<VitalsSummary>) answer).value();
    }

    private VitalsSummary summaryFor(HubClient who) {
        return HubClient.read(who.get(path()), VitalsSummary.class);
    }

    private static VitalsSummary.Summarised only(VitalsSummary summary) {
        assertThat(summary.kinds()).hasSize(1);
        return summary.kinds().getFirst();
    }

    /** Of the leading value. */
    private static Span weekOf(VitalsSummary.Summarised kind) {
        return kind.values().getFirst().spans().getFirst();
    }

    private static Span span(int days, long readings, String least, String mean, String most, @Nullable Long above) {
        return new Span(days, readings, new BigDecimal(least), new BigDecimal(mean), new BigDecimal(most), null, above);
    }

    private void order(Vital vital, @Nullable String low, String high) {
        var until = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai")).plusDays(60);
        var measure = new CarePackage.Measure(
                vital, low == null ? null : new BigDecimal(low), new BigDecimal(high), 24, until);
        var wish =
                new OrderHomePlan(UUID.randomUUID(), new CarePackage("每天测量", null, null, List.of(measure), List.of()));
        Town.done(town.doctor, Town.path(consultation) + "/home-plan", wish);
    }

    /** Everything that was accepted until now is certain to be seen, and counted. */
    private void caughtUp() {
        clock.pass(Duration.ofMinutes(1));
        for (int round = 0; round < 200; round++) {
            hours.catchUp();
        }
    }

    private void claimed(UUID reading) {
        jdbc.sql("update reading set patient = ? where id = ?")
                .params(town.patient, reading)
                .update();
        hours.add(reading);
    }

    private void systolic(int value, Instant at) {
        reading(town.patient, "blood_pressure", measured("8480-6", "mm[Hg]", value), "{}", at);
    }

    private void rate(int value, Instant at) {
        reading(town.patient, "heart_rate", measured("8867-4", "{beat}/min", value), "{}", at);
    }

    private void rateOfOxygen(int value, Instant at) {
        reading(town.patient, "pulse_oximeter_continuous", measured("59408-5", "%", value), "{}", at);
    }

    private static String measured(String loinc, String unit, int value) {
        return "[{\"loinc\":\"%s\",\"mdc\":1,\"quantity\":{\"value\":\"%d\",\"unit\":\"%s\"}}]"
                .formatted(loinc, value, unit);
    }

    private static String withPulse(String measured, int pulse) {
        return measured.substring(0, measured.length() - 1) + ","
                + measured("8867-4", "{beat}/min", pulse).substring(1);
    }

    /** As it stands in the book when it has just been accepted. */
    private UUID reading(@Nullable UUID patient, String profile, String measured, String marks, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into reading (id, box, household, patient, device_address, device_model, profile, received_at,"
                        + " accepted_at, shown_at, bytes, measured, marks) values (:id, :id, :household, :patient, 'C0',"
                        + " 'Sim', :profile, :at, :accepted, :at, '', :measured::jsonb, :marks::text[])")
                .param("id", id)
                .param("household", town.household)
                .param("patient", patient, Types.OTHER)
                .param("profile", profile)
                .param("at", Timestamp.from(at))
                .param("accepted", Timestamp.from(clock.instant()))
                .param("measured", measured)
                .param("marks", marks)
                .update();
        return id;
    }
}
