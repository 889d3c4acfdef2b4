package org.wuduan.hub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.CarePackage.Alert;
import org.wuduan.contract.CarePackage.Vital;
import org.wuduan.contract.Department;
import org.wuduan.contract.Looks.LookPage;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.Referrals;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.State;
import org.wuduan.contract.Referrals.Urgency;
import org.wuduan.contract.View.DoctorReferrals;
import org.wuduan.contract.View.PlanView;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;

/** A patient goes up, comes back down with a package, and what is planned at home is watched. */
class ReferralTest extends HubTest {
    @Autowired
    PlanWatch watch;

    @Test
    void up_is_seen_by_the_department_accepted_and_followed_by_the_referring_doctor_for_a_time() {
        var town = town();
        var id = sendUp(town, town.talk(), null);

        assertThat(received(town.county, town).received())
                .extracting(Referrals.Line::id)
                .contains(id);
        assertThat(open(town.county, id).actions())
                .containsExactlyInAnyOrder(Referrals.Action.ACCEPT, Referrals.Action.DECLINE);
        accept(town.county, id);
        Town.done(town.county, path(id) + "/notes", new Referrals.AddReferralNote(UUID.randomUUID(), "已入院"));

        assertThat(open(town.doctor, id).notes()).isEmpty();
        Town.done(town.doctor, path(id) + "/follow", new Referrals.FollowReferral(30));
        assertThat(open(town.doctor, id).notes())
                .extracting(Referrals.ReferralNote::text)
                .containsExactly("已入院");
        clock.pass(Duration.ofDays(31));
        var later = town.signIn("doctor");
        assertThat(open(later, id).notes()).isEmpty();
        assertThat(open(later, id).line().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void a_decline_tells_its_reason_and_nobody_can_answer_after_it() {
        var town = town();
        var id = sendUp(town, town.talk(), "血压 200/120");

        Town.done(town.county, path(id) + "/decline", new Referrals.DeclineReferral("床位已满"));

        var page = open(town.doctor, id);
        assertThat(Objects.requireNonNull(page.answer()).reason()).isEqualTo("床位已满");
        assertThat(page.greenChannel()).isEqualTo("血压 200/120");
        assertThat(HubClient.problem(town.county.post(
                        path(id) + "/accept", new Referrals.AcceptReferral(LocalDate.of(2026, 12, 1), "门诊"))))
                .isEqualTo("wrong-state");
    }

    @Test
    void each_step_changes_the_version_of_a_referral_and_an_opening_does_not() {
        var town = town();
        var id = sendUp(town, town.talk(), null);
        long sent = version(town);

        open(town.county, id);
        assertThat(version(town)).isEqualTo(sent);
        accept(town.county, id);
        long accepted = version(town);
        Town.done(town.county, path(id) + "/notes", new Referrals.AddReferralNote(UUID.randomUUID(), "已入院"));

        assertThat(accepted).isGreaterThan(sent);
        assertThat(version(town)).isGreaterThan(accepted);
        assertThat(open(town.doctor, id).line().version()).isEqualTo(version(town));
    }

    /** Of the one referral that the doctor sent, as the list shows it. */
    private long version(Town town) {
        return received(town.doctor, town).sent().getFirst().version();
    }

    @Test
    void a_stranger_sees_nothing_of_a_referral_and_the_patient_sees_who_opened_it() {
        var town = town();
        var stranger = town();
        var id = sendUp(town, town.talk(), null);

        assertThat(HubClient.problem(stranger.county.get(path(id)))).isEqualTo("not-found");
        assertThat(HubClient.problem(stranger.doctor.get(path(id)))).isEqualTo("not-found");
        open(town.county, id);

        var looks = HubClient.read(town.box.get("/api/patients/" + town.patient + "/looks"), LookPage.class);
        assertThat(looks.looks()).anySatisfy(look -> {
            assertThat(look.institution()).startsWith("县医院");
            assertThat(look.what()).isEqualTo(LookPage.Kind.CARE);
        });
    }

    @Test
    void a_package_goes_down_to_the_first_contact_alone_and_is_watched_at_home() {
        var town = town();
        var up = sendUp(town, town.talk(), null);
        accept(town.county, up);
        var wrong = down(town, up, institutionOf(town.countyId), carePackage());
        assertThat(HubClient.problem(town.county.post("/api/referrals", wrong))).isEqualTo("invalid-field");

        var id = install(town, up, carePackage());
        measure(town, 128);
        var calm = plan(town.child, town.patient, view -> standing(view) == CarePackage.Standing.WITHIN);
        assertThat(calm.alerts()).isEmpty();
        measure(town, 162);

        var alarmed = plan(town.child, town.patient, view -> !view.alerts().isEmpty());
        var alert = alarmed.alerts().getFirst();
        assertThat(Objects.requireNonNull(alarmed.plan()).id()).isEqualTo(id);
        assertThat(alert.kind()).isEqualTo(Alert.Kind.BEYOND);
        assertThat(alert.value()).isEqualByComparingTo("162");
        assertThat(alert.owner().id()).isEqualTo(town.doctorId);
        assertThat(received(town.doctor, town).alerts())
                .extracting(one -> one.alert().id())
                .contains(alert.id());
    }

    @Test
    void an_alert_that_the_family_has_seen_stays_with_the_doctors_until_one_of_them_acknowledges_it() {
        var town = town();
        var up = sendUp(town, town.talk(), null);
        accept(town.county, up);
        install(town, up, carePackage());
        measure(town, 162);
        var alert = plan(town.child, town.patient, view -> !view.alerts().isEmpty())
                .alerts()
                .getFirst();
        var path = "/api/plan-alerts/" + alert.id() + "/acknowledge";

        Town.done(town.child, path, null);

        var left = received(town.doctor, town).alerts();
        assertThat(left).singleElement().satisfies(one -> {
            assertThat(one.alert().acknowledged()).isNull();
            assertThat(Objects.requireNonNull(one.alert().familySeen()).name()).startsWith("child");
        });
        assertThat(HubClient.problem(town.child.post(path, null))).isEqualTo("wrong-state");
        assertThat(audited(town.childId, "write", "acknowledge-alert")).isEqualTo(1);

        Town.done(town.doctor, path, null);

        assertThat(received(town.doctor, town).alerts()).isEmpty();
        var seen = plan(town.child, town.patient, _ -> true).alerts().getFirst();
        assertThat(Objects.requireNonNull(seen.acknowledged()).name()).startsWith("doctor");
        assertThat(seen.familySeen()).isNotNull();
        assertThat(HubClient.problem(town.doctor.post(path, null))).isEqualTo("wrong-state");
    }

    @Test
    void a_patient_whom_an_invited_doctor_sent_up_comes_down_to_the_first_contact_of_the_home() {
        var town = town();
        var elsewhere = town();
        var consultation = town.talk();
        Town.done(town.county, Town.path(consultation) + "/invitations/" + town.invite(consultation) + "/accept", null);
        var wish = up(town, consultation, elsewhere.countyId, null);
        Town.done(town.county, "/api/referrals", wish);
        var up = wish.id();
        accept(elsewhere.county, up);

        var page = open(elsewhere.county, up);

        assertThat(page.actions()).contains(Referrals.Action.SEND_DOWN);
        var home = Objects.requireNonNull(page.home());
        assertThat(home.id()).isEqualTo(institutionOf(town.doctorId));
        assertThat(open(town.county, up).home()).isNull();
        var back = down(town, up, home.id(), carePackage());
        Town.done(elsewhere.county, "/api/referrals", back);
        accept(town.doctor, back.id());
        var plan = Objects.requireNonNull(
                plan(town.child, town.patient, view -> view.plan() != null).plan());
        assertThat(plan.id()).isEqualTo(back.id());
    }

    @Test
    void a_planned_measurement_that_does_not_come_is_told_once() {
        var town = town();
        var up = sendUp(town, town.talk(), null);
        accept(town.county, up);
        install(town, up, carePackage());

        clock.pass(Duration.ofHours(29));
        watch.round();
        assertThat(kinds(town)).isEmpty();
        clock.pass(Duration.ofHours(2));
        watch.round();
        watch.round();

        assertThat(kinds(town)).containsExactly("missing");
        assertThat(standing(plan(town.signIn("child"), town.patient, _ -> true)))
                .isEqualTo(CarePackage.Standing.MISSING);
    }

    @Test
    void a_measurement_that_stays_missing_is_told_again_an_interval_after_a_doctor_saw_it() {
        var town = town();
        var up = sendUp(town, town.talk(), null);
        accept(town.county, up);
        install(town, up, carePackage());
        clock.pass(Duration.ofHours(31));
        watch.round();

        acknowledge(town, "doctor");
        clock.pass(Duration.ofHours(29));
        watch.round();
        assertThat(kinds(town)).containsExactly("missing");
        clock.pass(Duration.ofHours(2));
        watch.round();

        assertThat(kinds(town)).containsExactly("missing", "missing");
    }

    @Test
    void a_measurement_that_stays_missing_is_told_to_the_family_again_an_interval_after_it_saw_it() {
        var town = town();
        var up = sendUp(town, town.talk(), null);
        accept(town.county, up);
        install(town, up, carePackage());
        clock.pass(Duration.ofHours(31));
        watch.round();

        acknowledge(town, "child");
        clock.pass(Duration.ofHours(29));
        watch.round();
        assertThat(alerts(town))
                .singleElement()
                .satisfies(seen -> assertThat(seen.familySeen()).isNotNull());
        clock.pass(Duration.ofHours(2));
        watch.round();

        assertThat(alerts(town)).singleElement().satisfies(again -> {
            assertThat(again.familySeen()).isNull();
            assertThat(again.acknowledged()).isNull();
        });
    }

    private void acknowledge(Town town, String role) {
        var alert = jdbc.sql("select id from plan_alert where patient = ?")
                .param(town.patient)
                .query(UUID.class)
                .single();
        Town.done(town.signIn(role), "/api/plan-alerts/" + alert + "/acknowledge", null);
    }

    private List<Alert> alerts(Town town) {
        return plan(town.signIn("child"), town.patient, _ -> true).alerts();
    }

    private List<String> kinds(Town town) {
        return jdbc.sql("select kind from plan_alert where patient = ?")
                .param(town.patient)
                .query((row, _) -> row.getString("kind"))
                .list();
    }

    private static CarePackage.Standing standing(PlanView view) {
        return Objects.requireNonNull(view.plan()).measures().getFirst().state();
    }

    private void measure(Town town, int systolic) {
        var reading = Readings.bloodPressure(town.wearable(), systolic, clock.instant(), null, null);
        Town.done(town.box, "/api/readings", new ReadingBatch(List.of(reading), clock.instant()));
    }

    private UUID sendUp(Town town, UUID consultation, @Nullable String green) {
        var wish = up(town, consultation, town.countyId, green);
        Town.done(town.doctor, "/api/referrals", wish);
        return wish.id();
    }

    /** To where this doctor works. */
    private Referrals.SendReferral up(Town town, UUID consultation, UUID doctor, @Nullable String green) {
        return new Referrals.SendReferral(
                UUID.randomUUID(),
                town.patient,
                consultation,
                null,
                Direction.UP,
                institutionOf(doctor),
                Department.CARDIOLOGY,
                new Disease("高血压 3 级", "I10"),
                Urgency.URGENT,
                green,
                "头晕三天,血压波动",
                null);
    }

    private UUID install(Town town, UUID up, CarePackage carePackage) {
        var wish = down(town, up, institutionOf(town.doctorId), carePackage);
        Town.done(town.county, "/api/referrals", wish);
        accept(town.doctor, wish.id());
        return wish.id();
    }

    private static Referrals.SendReferral down(Town town, UUID up, UUID institution, CarePackage carePackage) {
        return new Referrals.SendReferral(
                UUID.randomUUID(),
                town.patient,
                null,
                up,
                Direction.DOWN,
                institution,
                Department.GENERAL,
                new Disease("高血压 3 级", "I10"),
                Urgency.ROUTINE,
                null,
                "住院七天,血压平稳",
                carePackage);
    }

    private CarePackage carePackage() {
        var until =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).plusDays(60);
        var systolic = new CarePackage.Measure(Vital.SYSTOLIC, null, new BigDecimal("150"), 24, until);
        return new CarePackage("低盐饮食", "每天早上一片", null, List.of(systolic), List.of());
    }

    private static void accept(HubClient doctor, UUID id) {
        Town.done(doctor, path(id) + "/accept", new Referrals.AcceptReferral(LocalDate.of(2026, 12, 1), "门诊三诊室"));
    }

    private static Referrals.Referral open(HubClient doctor, UUID id) {
        return HubClient.read(doctor.get(path(id)), Referrals.Referral.class);
    }

    private DoctorReferrals received(HubClient doctor, Town town) {
        var owner = doctor == town.county ? town.countyId : town.doctorId;
        try (var live = town.live(doctor)) {
            live.watch("referrals/" + owner);
            return live.awaitView("referrals/" + owner, DoctorReferrals.class, _ -> true);
        }
    }

    private PlanView plan(HubClient who, UUID patient, Function<PlanView, Boolean> when) {
        try (var live = LiveClient.open(port, who)) {
            live.watch("plan/" + patient);
            return live.awaitView("plan/" + patient, PlanView.class, when);
        }
    }

    private UUID institutionOf(UUID doctor) {
        return jdbc.sql("select institution from doctor where account = ?")
                .param(doctor)
                .query(UUID.class)
                .single();
    }

    private static String path(UUID id) {
        return "/api/referrals/" + id;
    }
}
