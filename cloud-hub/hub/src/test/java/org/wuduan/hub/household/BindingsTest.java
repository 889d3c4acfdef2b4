package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Bindings;
import org.wuduan.contract.BoundChild;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.SeatRole;
import org.wuduan.contract.Sex;
import org.wuduan.contract.View;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.Codes;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.IdentityLimits;

/** Sons and daughters: bound by a code, with rights that can be changed, that end by themselves and by everybody concerned. */
class BindingsTest extends HubTest {
    private static final String STRONG = "mattress violin teaspoon harbour";

    @Autowired
    Accounts people;

    @Autowired
    Registry registry;

    @Autowired
    Consortium institutions;

    @Test
    void a_child_binds_with_the_code_of_the_television_and_may_see_and_take_part() {
        var town = town();
        var code = Codes.random();
        made(town.box, town.patient, code);
        var daughter = person(town, "daughter");
        var television = town.live(town.box);
        television.watch("inbox");

        assertThat(bind(daughter, code).statusCode()).isEqualTo(201);

        var phone = town.live(daughter);
        phone.watch("inbox");
        var bound = phone.awaitView(
                        "inbox",
                        View.FamilyInbox.class,
                        view -> !view.patients().isEmpty())
                .patients()
                .getFirst();
        assertThat(bound.patient().id()).isEqualTo(town.patient);
        assertThat(bound.rights()).containsExactly(FamilyRight.SEE_VITALS, FamilyRight.TAKE_PART);
        television.awaitNewest(
                "inbox", View.BoxInbox.class, view -> family(view).size() == 2);
        assertThat(HubClient.problem(bind(person(town, "stranger"), code))).isEqualTo("code-unknown");
    }

    @Test
    void a_code_of_the_television_is_over_after_ten_minutes_and_one_of_the_clinic_after_a_day() {
        var town = town();
        var ofBox = Codes.random();
        var ofClinic = Codes.random();
        made(town.box, town.patient, ofBox);
        made(registrarOf(town), town.patient, ofClinic);

        clock.pass(IdentityLimits.ANNOUNCEMENT_FOR.plusSeconds(1));
        assertThat(HubClient.problem(bind(person(town, "late"), ofBox))).isEqualTo("code-unknown");
        clock.pass(IdentityLimits.CODE_OF_CLINIC_FOR
                .minus(IdentityLimits.ANNOUNCEMENT_FOR)
                .minusSeconds(60));
        assertThat(bind(person(town, "inTime"), ofClinic).statusCode()).isEqualTo(201);
    }

    @Test
    void after_ten_wrong_codes_a_person_waits() {
        var town = town();
        var code = Codes.random();
        made(town.box, town.patient, code);
        var guesser = person(town, "guesser");
        for (int guess = 0; guess < IdentityLimits.CODES_OF_ONE_PERSON_MAX; guess++) {
            assertThat(HubClient.problem(bind(guesser, Codes.random()))).isEqualTo("code-unknown");
        }

        assertThat(HubClient.problem(bind(guesser, code))).isEqualTo("locked-out");
    }

    @Test
    void the_television_grants_no_more_than_the_usual_rights() {
        var town = town();

        var wish = new Bindings.MakeBindingCode(
                Codes.random(), town.patient, List.of(FamilyRight.PROXY_CONSENT), null, "授权书");

        assertThat(HubClient.problem(town.box.post("/api/bindings/codes", wish)))
                .isEqualTo("action-not-allowed");
    }

    @Test
    void who_signs_for_a_patient_has_shown_the_clinic_that_they_may() {
        var town = town();
        var registrar = registrarOf(town);
        var rights = List.of(FamilyRight.TAKE_PART, FamilyRight.PROXY_CONSENT);
        var without = new Bindings.MakeBindingCode(Codes.random(), town.patient, rights, null, null);
        assertThat(HubClient.problem(registrar.post("/api/bindings/codes", without)))
                .isEqualTo("invalid-field");

        var code = Codes.random();
        var with = new Bindings.MakeBindingCode(code, town.patient, rights, null, "授权委托书 7");
        assertThat(registrar.post("/api/bindings/codes", with).statusCode()).isEqualTo(201);
        bind(person(town, "proxy"), code);

        var list =
                HubClient.read(registrar.get("/api/patients/" + town.patient + "/children"), Bindings.ChildList.class);
        assertThat(list.children().getLast().proof()).isEqualTo("授权委托书 7");
        assertThat(list.children().getLast().child().rights()).containsExactlyElementsOf(rights);
    }

    @Test
    void a_child_without_an_account_makes_one_with_the_code() {
        var town = town();
        var code = Codes.random();
        made(town.box, town.patient, code);
        var login = town.login("newcomer");
        var nobody = HubClient.anonymousFrom(port, "127.0.0.121");

        assertThat(HubClient.problem(register(nobody, code, login, "1234567890")))
                .isEqualTo("password-too-easy");
        assertThat(HubClient.problem(register(nobody, code, town.login("child"), STRONG)))
                .isEqualTo("login-taken");
        assertThat(register(nobody, code, login, STRONG).statusCode()).isEqualTo(201);

        var me = HubClient.person(port, login, STRONG);
        var phone = town.live(me);
        phone.watch("inbox");
        phone.awaitView("inbox", View.FamilyInbox.class, view -> view.patients().size() == 1);
        assertThat(HubClient.problem(register(nobody, code, town.login("another"), STRONG)))
                .isEqualTo("code-unknown");
    }

    @Test
    void with_a_wrong_code_nobody_learns_which_logins_exist() {
        var town = town();
        var nobody = HubClient.anonymousFrom(port, "127.0.0.122");
        for (int guess = 0; guess < IdentityLimits.CODES_OF_ONE_PERSON_MAX; guess++) {
            assertThat(HubClient.problem(register(nobody, Codes.random(), town.login("child"), STRONG)))
                    .isEqualTo("code-unknown");
        }

        assertThat(HubClient.problem(register(nobody, Codes.random(), "free", STRONG)))
                .isEqualTo("locked-out");
    }

    @Test
    void when_the_parent_ends_it_every_open_view_is_gone_and_the_seat_too() {
        var town = town();
        var consultation = "consultation/" + town.talk();
        var vitals = "vitals/" + town.patient;
        var phone = town.live(town.child);
        List.of("inbox", consultation, vitals).forEach(phone::watch);
        phone.awaitView(consultation, View.ConsultationView.class, _ -> true);
        phone.awaitView(vitals, View.VitalsView.class, _ -> true);
        var doctor = town.live(town.doctor);
        doctor.watch(consultation);
        doctor.awaitView(consultation, View.ConsultationView.class, view -> hasFamily(view));

        assertThat(end(town.box, town.patient, town.childId)).isEqualTo(204);

        phone.await(LiveToTerminal.Gone.class, gone -> gone.stream().equals(consultation));
        phone.await(LiveToTerminal.Gone.class, gone -> gone.stream().equals(vitals));
        phone.awaitNewest(
                "inbox", View.FamilyInbox.class, view -> view.patients().isEmpty());
        doctor.awaitNewest(consultation, View.ConsultationView.class, view -> !hasFamily(view));
        assertThat(end(town.box, town.patient, town.childId)).isEqualTo(404);
    }

    @Test
    void a_right_whose_time_is_over_ends_by_the_clock() {
        var town = town();
        var until = clock.instant().plus(Duration.ofMinutes(20));
        assertThat(grant(registrarOf(town), town, List.of(FamilyRight.SEE_VITALS), until))
                .isEqualTo(204);
        var vitals = "vitals/" + town.patient;
        var phone = town.live(town.child);
        phone.watch(vitals);
        phone.awaitView(vitals, View.VitalsView.class, _ -> true);

        clock.pass(Duration.ofMinutes(20).plusSeconds(1));

        phone.await(LiveToTerminal.Gone.class, gone -> gone.stream().equals(vitals));
        var again = town.live(town.signIn("child"));
        again.watch("inbox");
        again.awaitView("inbox", View.FamilyInbox.class, view -> view.patients().isEmpty());
        assertThat(audited(town.childId, "write", "binding-expired")).isOne();
    }

    @Test
    void rights_end_in_the_future_and_within_ten_years() {
        var town = town();
        var registrar = registrarOf(town);
        var rights = List.of(FamilyRight.SEE_VITALS);

        assertThat(grant(registrar, town, rights, clock.instant().minusSeconds(1)))
                .isEqualTo(422);
        assertThat(grant(
                        registrar,
                        town,
                        rights,
                        clock.instant().plus(IdentityLimits.RIGHTS_FOR_MAX).plusSeconds(60)))
                .isEqualTo(422);
        assertThat(grant(registrar, town, rights, null)).isEqualTo(204);
    }

    @Test
    void a_child_leaves_and_ends_nobody_elses_binding() {
        var town = town();
        var other = town();

        assertThat(end(town.child, other.patient, other.childId)).isEqualTo(404);
        assertThat(end(town.child, town.patient, town.childId)).isEqualTo(204);

        assertThat(audited(town.childId, "write", "leave-binding")).isOne();
        assertThat(jdbc.sql("select count(*) from ended_binding where account = ?")
                        .param(town.childId)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_patient_has_ten_children_at_most() {
        var town = town();
        for (int count = 1; count < ChildBindings.CHILDREN_MAX; count++) {
            var code = Codes.random();
            made(town.box, town.patient, code);
            assertThat(bind(person(town, "child-" + count), code).statusCode()).isEqualTo(201);
        }
        var code = Codes.random();
        made(town.box, town.patient, code);

        assertThat(HubClient.problem(bind(person(town, "one-more"), code))).isEqualTo("limit-reached");
    }

    @Test
    void a_child_has_ten_parents_at_most() {
        var town = town();
        var child = person(town, "child-of-many");
        for (int count = 0; count < ChildBindings.PARENTS_MAX; count++) {
            assertThat(bind(child, codeOfOneMore(town)).statusCode()).isEqualTo(201);
        }

        assertThat(HubClient.problem(bind(child, codeOfOneMore(town)))).isEqualTo("limit-reached");
    }

    /** The television's code for a patient who has just come into its household. */
    private String codeOfOneMore(Town town) {
        var patient = registry.addPatient(new Registry.NewPatient(town.household, "老人", Sex.FEMALE, 1947));
        var code = Codes.random();
        made(town.box, patient, code);
        return code;
    }

    private HubClient person(Town town, String role) {
        people.create(town.login(role), Town.PASSWORD, ActorKind.FAMILY, role);
        return town.signIn(role);
    }

    private HubClient registrarOf(Town town) {
        var institution = jdbc.sql("select institution from household where id = ?")
                .param(town.household)
                .query(UUID.class)
                .single();
        institutions.addStaff(
                people.create(town.login("registrar"), Town.PASSWORD, ActorKind.REGISTRAR, "登记员"), institution);
        return town.signIn("registrar");
    }

    private static void made(HubClient who, UUID patient, String code) {
        var answer = who.post("/api/bindings/codes", new Bindings.MakeBindingCode(code, patient, null, null, null));
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private static HttpResponse<String> bind(HubClient who, String code) {
        return who.post("/api/bindings", new Bindings.Bind(code, "女儿"));
    }

    private static HttpResponse<String> register(HubClient who, String code, String login, String password) {
        return who.post("/api/family-accounts", new Bindings.RegisterFamily(code, login, password, "新女儿", "女儿"));
    }

    private static int end(HubClient who, UUID patient, UUID child) {
        return who.post("/api/patients/" + patient + "/children/" + child + "/end", null)
                .statusCode();
    }

    private static int grant(HubClient registrar, Town town, List<FamilyRight> rights, @Nullable Instant until) {
        var path = "/api/patients/" + town.patient + "/children/" + town.childId + "/rights";
        return registrar
                .post(path, new Bindings.GrantRights(rights, until, null))
                .statusCode();
    }

    private static List<BoundChild> family(View.BoxInbox view) {
        return view.patients().getFirst().family();
    }

    private static boolean hasFamily(View.ConsultationView view) {
        return view.call() != null && view.call().seats().stream().anyMatch(seat -> seat.role() == SeatRole.FAMILY);
    }
}
