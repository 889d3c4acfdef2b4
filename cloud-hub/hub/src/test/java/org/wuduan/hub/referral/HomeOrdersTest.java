package org.wuduan.hub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.CarePackage.Vital;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.Referrals.EndHomePlan;
import org.wuduan.contract.Referrals.KeptHomePlan;
import org.wuduan.contract.Referrals.OrderHomePlan;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.View;
import org.wuduan.contract.View.DoctorReferrals;
import org.wuduan.contract.View.PlanView;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.SigningHand;
import org.wuduan.hub.fixtures.Town;

/** What a doctor of first contact orders for the home in a consultation. */
class HomeOrdersTest extends HubTest {
    private Town town;
    private UUID consultation;

    @BeforeEach
    void aTalk() {
        town = town();
        consultation = town.talk();
    }

    @Test
    void an_order_is_in_force_at_once_and_a_value_beyond_its_limit_is_the_ordering_doctors() {
        order(UUID.randomUUID(), 150);

        var reading = Readings.bloodPressure(town.wearable(), 162, clock.instant(), null, null);
        Town.done(town.box, "/api/readings", new ReadingBatch(List.of(reading), clock.instant()));

        var list = view(
                "referrals/" + town.doctorId,
                DoctorReferrals.class,
                one -> !one.alerts().isEmpty());
        assertThat(list.alerts()).singleElement().satisfies(one -> {
            assertThat(one.alert().owner().id()).isEqualTo(town.doctorId);
            assertThat(one.alert().value()).isEqualByComparingTo("162");
        });
        assertThat(audited(town.doctorId, "write", "order-home-plan")).isEqualTo(1);
    }

    @Test
    void the_next_order_takes_the_place_of_the_one_before_and_the_same_one_is_not_taken_twice() {
        var first = UUID.randomUUID();
        order(first, 150);
        var second = UUID.randomUUID();
        order(second, 140);

        assertThat(HubClient.problem(town.doctor.post(path(), wish(first, 150))))
                .isEqualTo("edit-conflict");
        assertThat(plan().id()).isEqualTo(second);
        assertThat(plan().consultationId()).isEqualTo(consultation);
    }

    @Test
    void each_plan_can_be_read_again_as_it_was_ordered_with_what_became_of_it() {
        SigningHand.readyFor(town.doctor, clock);
        var first = UUID.randomUUID();
        order(first, 150);
        assertThat(kept(town.doctor, first).replacedAt()).isNull();
        clock.pass(Duration.ofMinutes(1));
        var second = UUID.randomUUID();
        order(second, 140);
        Town.done(town.doctor, "/api/home-plans/" + second + "/end", new EndHomePlan("血压平稳"));

        var before = kept(town.child, first);
        assertThat(before.replacedAt()).isEqualTo(kept(town.doctor, second).acceptedAt());
        assertThat(before.ended()).isNull();
        assertThat(before.signature()).isNotNull();
        assertThat(before.carePackage()).isEqualTo(wish(first, 150).carePackage());
        var after = kept(town.doctor, second);
        assertThat(after.replacedAt()).isNull();
        assertThat(Objects.requireNonNull(after.ended()).reason()).isEqualTo("血压平稳");
        assertThat(HubClient.problem(town().doctor.get("/api/home-plans/" + first)))
                .isEqualTo("not-found");
        assertThat(audited(town.childId, "opening", "open-plan")).isEqualTo(1);
    }

    private static KeptHomePlan kept(HubClient reader, UUID id) {
        return HubClient.read(reader.get("/api/home-plans/" + id), KeptHomePlan.class);
    }

    @Test
    void days_after_the_talk_nothing_is_ordered_out_of_it_any_more() {
        Town.done(
                town.doctor,
                Town.path(consultation) + "/conclude",
                new Commands.Conclude(ConsultationOutcome.NORMAL, "多喝水"));
        order(UUID.randomUUID(), 150);
        clock.pass(CareCases.ORDERED_AFTER_MAX);

        assertThat(HubClient.problem(town.signIn("doctor").post(path(), wish(UUID.randomUUID(), 150))))
                .isEqualTo("wrong-state");
    }

    @Test
    void who_has_no_part_in_the_home_reads_no_signed_order_of_it() {
        SigningHand.readyFor(town.doctor, clock);
        var id = UUID.randomUUID();
        order(id, 150);
        var signed = "/api/home-plans/" + id + "/signed";

        assertThat(town.child.get(signed).statusCode()).isEqualTo(200);
        assertThat(HubClient.problem(town().doctor.get(signed))).isEqualTo("not-found");
        assertThat(HubClient.problem(town().child.get(signed + "/file"))).isEqualTo("not-found");
    }

    @Test
    void limits_that_contradict_each_other_are_refused() {
        var measure = new CarePackage.Measure(Vital.SYSTOLIC, new BigDecimal(150), new BigDecimal(100), 24, inAMonth());
        var carePackage = new CarePackage("每天量血压", null, null, List.of(measure), List.of());

        assertThat(HubClient.problem(town.doctor.post(path(), new OrderHomePlan(UUID.randomUUID(), carePackage))))
                .isEqualTo("invalid-field");
    }

    @Test
    void a_doctor_of_a_higher_level_orders_nothing_at_home() {
        Town.done(town.county, Town.path(consultation) + "/invitations/" + town.invite(consultation) + "/accept", null);

        assertThat(HubClient.problem(town.county.post(path(), wish(UUID.randomUUID(), 150))))
                .isEqualTo("action-not-allowed");
    }

    @Test
    void an_order_of_a_doctor_with_a_key_is_signed_and_a_change_of_the_plan_shows() {
        var hand = SigningHand.readyFor(town.doctor, clock);
        hand.lock();
        assertThat(HubClient.problem(town.doctor.post(path(), wish(UUID.randomUUID(), 150))))
                .isEqualTo("signing-key-locked");
        hand.unlock(SigningHand.PIN);
        var id = UUID.randomUUID();
        order(id, 150);

        assertThat(Objects.requireNonNull(plan().signature()).version()).isEqualTo(1);
        assertThat(holds(id)).isTrue();
        jdbc.sql("update care_plan set package = jsonb_set(package, '{measures,0,high}', '\"180\"') where id = ?")
                .param(id)
                .update();

        assertThat(holds(id)).isFalse();
    }

    private boolean holds(UUID id) {
        var signed = HubClient.read(town.doctor.get("/api/home-plans/" + id + "/signed"), SignedDocument.class);
        return signed.complete()
                && signed.versions().stream()
                        .allMatch(version -> version.verdict().holds());
    }

    private void order(UUID id, int high) {
        Town.done(town.doctor, path(), wish(id, high));
    }

    private OrderHomePlan wish(UUID id, int high) {
        var measure = new CarePackage.Measure(Vital.SYSTOLIC, null, new BigDecimal(high), 24, inAMonth());
        return new OrderHomePlan(id, new CarePackage("每天量血压", null, null, List.of(measure), List.of()));
    }

    /** Other tests let months pass. */
    private LocalDate inAMonth() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusMonths(1);
    }

    private String path() {
        return Town.path(consultation) + "/home-plan";
    }

    private PlanView.HomePlan plan() {
        return Objects.requireNonNull(view("plan/" + town.patient, PlanView.class, one -> one.plan() != null)
                .plan());
    }

    private <V extends View> V view(String stream, Class<V> type, Function<V, Boolean> when) {
        try (var live = LiveClient.open(port, town.doctor)) {
            live.watch(stream);
            return live.awaitView(stream, type, when);
        }
    }
}
