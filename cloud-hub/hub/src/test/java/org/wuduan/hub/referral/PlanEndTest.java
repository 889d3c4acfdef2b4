package org.wuduan.hub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.CarePackage.Vital;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.Referrals.EndHomePlan;
import org.wuduan.contract.Referrals.OrderHomePlan;
import org.wuduan.contract.View.PlanView;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;

/** A doctor who keeps a plan at home ends it, and nothing takes its place. */
class PlanEndTest extends HubTest {
    private static final String REASON = "血压平稳，改为每月随访";

    @Autowired
    private PlanWatch watch;

    private Town town;
    private UUID consultation;
    private UUID plan;

    @BeforeEach
    void aPlan() {
        town = town();
        consultation = town.talk();
        plan = order();
    }

    @Test
    void an_ended_plan_says_who_ended_it_and_why_and_asks_for_nothing_any_more() {
        assertThat(seen(one -> one.plan() != null).mayEnd()).isTrue();

        Town.done(town.doctor, path(plan), new EndHomePlan(REASON));

        var home = seenBy(town.child, one -> one.plan() == null);
        var ended = Objects.requireNonNull(home.ended());
        assertThat(ended.by().id()).isEqualTo(town.doctorId);
        assertThat(ended.reason()).isEqualTo(REASON);
        assertThat(home.mayEnd()).isFalse();
        assertThat(audited(town.doctorId, "write", "end-home-plan")).isEqualTo(1);
        clock.pass(Duration.ofDays(2));
        watch.round();
        assertThat(alerts()).isZero();
    }

    @Test
    void what_comes_after_the_end_is_beyond_no_limit() {
        Town.done(town.doctor, path(plan), new EndHomePlan(REASON));

        measured(190);

        watch.round();
        assertThat(alerts()).isZero();
    }

    @Test
    void an_alert_that_no_doctor_has_seen_keeps_the_plan() {
        measured(190);
        var open = seen(one -> !one.alerts().isEmpty()).alerts().getFirst();

        assertThat(refused(town.doctor.post(path(plan), new EndHomePlan(REASON))))
                .contains("alerts-open");

        Town.done(town.doctor, "/api/plan-alerts/" + open.id() + "/acknowledge", null);
        Town.done(town.doctor, path(plan), new EndHomePlan(REASON));
    }

    @Test
    void a_value_that_came_just_before_is_looked_at_before_the_plan_ends() {
        measured(190);

        assertThat(refused(town.doctor.post(path(plan), new EndHomePlan(REASON))))
                .contains("alerts-open");

        assertThat(seen(one -> !one.alerts().isEmpty()).plan()).isNotNull();
    }

    @Test
    void the_doctors_who_kept_it_see_the_end_for_a_month_and_no_longer() {
        Town.done(
                town.doctor,
                Town.path(consultation) + "/conclude",
                new Commands.Conclude(ConsultationOutcome.NORMAL, "多喝水"));
        Town.done(town.doctor, path(plan), new EndHomePlan(REASON));

        assertThat(Objects.requireNonNull(seen(one -> one.plan() == null).ended())
                        .reason())
                .isEqualTo(REASON);
        clock.pass(ReferralRelationships.SEEN_AFTER_THE_END);
        try (var live = LiveClient.open(port, town.signIn("doctor"))) {
            live.watch("plan/" + town.patient);
            live.await(
                    LiveToTerminal.Refused.class,
                    refused -> refused.problem().type().endsWith("action-not-allowed"));
        }
    }

    @Test
    void a_plan_whose_place_another_took_is_not_ended_and_the_other_stays() {
        var second = order();

        assertThat(refused(town.doctor.post(path(plan), new EndHomePlan(REASON))))
                .contains("replaced");

        assertThat(Objects.requireNonNull(seen(one -> one.plan() != null).plan())
                        .id())
                .isEqualTo(second);
    }

    @Test
    void a_new_order_after_the_end_is_in_force_and_tells_of_no_end() {
        Town.done(town.doctor, path(plan), new EndHomePlan(REASON));
        var next = order();

        var now = seen(one -> one.plan() != null);
        assertThat(Objects.requireNonNull(now.plan()).id()).isEqualTo(next);
        assertThat(now.ended()).isNull();
    }

    @Test
    void nobody_else_ends_it_and_not_without_a_reason() {
        assertThat(HubClient.problem(town().doctor.post(path(plan), new EndHomePlan(REASON))))
                .isEqualTo("not-found");
        assertThat(HubClient.problem(town.child.post(path(plan), new EndHomePlan(REASON))))
                .isEqualTo("action-not-allowed");
        assertThat(town.doctor.post(path(plan), new EndHomePlan("")).statusCode())
                .isEqualTo(422);
        assertThat(HubClient.problem(town.doctor.post(path(UUID.randomUUID()), new EndHomePlan(REASON))))
                .isEqualTo("not-found");
        assertThat(seen(one -> one.plan() != null).ended()).isNull();
    }

    private void measured(int systolic) {
        var reading = Readings.bloodPressure(town.wearable(), systolic, clock.instant(), null, null);
        Town.done(town.box, "/api/readings", new ReadingBatch(List.of(reading), clock.instant()));
    }

    private UUID order() {
        var id = UUID.randomUUID();
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusMonths(1);
        var measure = new CarePackage.Measure(Vital.SYSTOLIC, null, new BigDecimal(150), 24, until);
        Town.done(
                town.doctor,
                Town.path(consultation) + "/home-plan",
                new OrderHomePlan(id, new CarePackage("每天量血压", null, null, List.of(measure), List.of())));
        return id;
    }

    private int alerts() {
        return jdbc.sql("select count(*) from plan_alert where patient = ?")
                .param(town.patient)
                .query(Integer.class)
                .single();
    }

    private static String path(UUID plan) {
        return "/api/home-plans/" + plan + "/end";
    }

    private static String refused(HttpResponse<String> answer) {
        assertThat(HubClient.problem(answer)).isEqualTo("wrong-state");
        return answer.body();
    }

    private PlanView seen(Function<PlanView, Boolean> when) {
        return seenBy(town.doctor, when);
    }

    private PlanView seenBy(HubClient who, Function<PlanView, Boolean> when) {
        try (var live = LiveClient.open(port, who)) {
            live.watch("plan/" + town.patient);
            return live.awaitView("plan/" + town.patient, PlanView.class, when);
        }
    }
}
