package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.DeactivationReason;
import org.wuduan.contract.IdNumberAbsence;
import org.wuduan.contract.Problem;
import org.wuduan.contract.Registration;
import org.wuduan.contract.Sex;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.identity.Accounts;

/** The books of households and patients, as a registrar keeps them. */
class RegistrationTest extends HubTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(20_261_122);

    @Autowired
    Accounts people;

    @Autowired
    Consortium institutions;

    private Clerk clerk;

    @BeforeEach
    void aClerk() {
        clerk = new Clerk(people, institutions, port);
    }

    @Test
    void a_household_and_its_patients_are_found_by_names_and_by_the_whole_id_number() {
        var household = clerk.household("李家");
        var number = ofAWoman();
        Clerk.done(clerk.make(UUID.randomUUID(), household, "买买提 • 古丽", number));

        assertThat(clerk.find(null).households()).hasSize(1);
        assertThat(clerk.find("李").households()).hasSize(1);
        assertThat(clerk.find("古丽").households().getFirst().patients())
                .extracting(Registration.HouseholdPage.Person::name)
                .containsExactly("买买提·古丽");
        assertThat(clerk.find(number).households()).hasSize(1);
        assertThat(clerk.find(number.substring(0, 17)).households()).isEmpty();
        assertThat(clerk.find("%").households()).isEmpty();
        assertThat(new Clerk(people, institutions, port).find(null).households())
                .isEmpty();
    }

    @Test
    void address_telephone_and_id_number_do_not_lie_open_in_the_database() {
        var household = clerk.household("陈家");
        var number = ofAWoman();
        Clerk.done(clerk.make(UUID.randomUUID(), household, "陈桂兰", number));

        var rows = jdbc.sql("select row(h)::text || row(p)::text from household h join patient p on p.household = h.id"
                        + " where h.id = ?")
                .param(household)
                .query(String.class)
                .single();
        assertThat(rows).contains("陈桂兰");
        for (var secret : new String[] {number, "柳树村 12 号", "13800138000"}) {
            assertThat(rows)
                    .doesNotContain(secret)
                    .doesNotContain(java.util.HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(clerk.open(household).address()).isEqualTo("柳树村 12 号");
        assertThat(clerk.open(household).phone()).isEqualTo("13800138000");
    }

    @Test
    void an_id_number_is_masked_and_each_showing_of_the_whole_is_in_the_trail() {
        var household = clerk.household("王家");
        var number = ofAWoman();
        var patient = UUID.randomUUID();
        Clerk.done(clerk.make(patient, household, "王秀英", number));

        var shown = clerk.client.get("/api/households/" + household);
        assertThat(shown.body()).doesNotContain(number).contains(number.substring(14));
        assertThat(clerk.open(household).patients().getFirst().idNumberMasked())
                .isEqualTo(number.substring(0, 3) + "***********" + number.substring(14));
        assertThat(audited(clerk.account, "opening", "open-id-number")).isZero();

        var whole = clerk.client.get("/api/patients/" + patient + "/id-number");
        assertThat(HubClient.read(whole, Registration.WholeIdNumber.class).idNumber())
                .isEqualTo(number);
        assertThat(whole.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(audited(clerk.account, "opening", "open-id-number")).isEqualTo(1);
        assertThat(audited(clerk.account, "opening", "open-registration")).isEqualTo(2);
    }

    @Test
    void what_is_wrong_with_a_form_is_named_by_its_field() {
        var household = clerk.household("赵家");

        refused(clerk.make(UUID.randomUUID(), household, "赵1", null), "name", "not_a_name");
        refused(clerk.make(UUID.randomUUID(), household, "赵英", "110105194912310021"), "idNumber", "check_digit");
        refused(
                clerk.make(UUID.randomUUID(), household, "赵英", "11010519491231002X"),
                "birthDate",
                "birth_date_differs");
        var neither =
                new Registration.MakePatient(UUID.randomUUID(), household, "赵英", Sex.FEMALE, Clerk.BIRTH, null, null);
        refused(clerk.client.post("/api/patients", neither), "idNumber", "missing");
        var unborn = new Registration.MakePatient(
                UUID.randomUUID(), household, "赵英", Sex.FEMALE, LocalDate.of(2999, 1, 1), null, IdNumberAbsence.LOST);
        refused(clerk.client.post("/api/patients", unborn), "birthDate", "born_in_future");
        var phone = new Registration.MakeHousehold(UUID.randomUUID(), "赵家", null, "12");
        refused(clerk.client.post("/api/households", phone), "phone", "not_a_phone");
        var blank = new Registration.MakeHousehold(UUID.randomUUID(), "  ", null, null);
        refused(clerk.client.post("/api/households", blank), "name", "missing");

        assertThat(clerk.open(household).patients()).isEmpty();
    }

    @Test
    void an_id_number_that_is_registered_anywhere_is_refused_without_telling_where_or_who() {
        var number = ofAWoman();
        var elsewhere = new Clerk(people, institutions, port);
        var neighbours = elsewhere.household("邻居");
        Clerk.done(elsewhere.make(UUID.randomUUID(), neighbours, "孙秀兰", number));
        var household = clerk.household("吴家");
        var patient = clerk.patient(household, "吴英");

        var made = clerk.make(UUID.randomUUID(), household, "吴英", number);
        var edited = edit(patient, new Registration.EditPatient(1, "吴英", Sex.FEMALE, Clerk.BIRTH, number, null));

        for (var answer : new HttpResponse<?>[] {made, edited}) {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat((String) answer.body())
                    .contains("id-number-taken")
                    .doesNotContain("孙秀兰")
                    .doesNotContain(neighbours.toString())
                    .doesNotContain(elsewhere.institution.toString());
        }
        assertThat(clerk.open(household).patients()).hasSize(1);
        assertThat(clerk.open(household).patients().getFirst().version()).isEqualTo(1);
    }

    @Test
    void of_two_registrars_who_edit_the_same_the_second_is_told_and_changes_nothing() {
        var household = clerk.household("周家");
        var patient = clerk.patient(household, "周英");
        var colleague = new Clerk(people, institutions, port, clerk.institution);

        Clerk.done(colleague.client.post(
                "/api/patients/" + patient + "/edit",
                new Registration.EditPatient(1, "周秀英", Sex.FEMALE, Clerk.BIRTH, null, null)));
        var late = edit(patient, new Registration.EditPatient(1, "周小英", Sex.FEMALE, Clerk.BIRTH, null, null));
        Clerk.done(colleague.client.post(
                "/api/households/" + household + "/edit", new Registration.EditHousehold(1, "周宅", null, null)));
        var lateToo = clerk.client.post(
                "/api/households/" + household + "/edit", new Registration.EditHousehold(1, "周府", null, null));

        assertThat(HubClient.problem(late)).isEqualTo("edit-conflict");
        assertThat(HubClient.problem(lateToo)).isEqualTo("edit-conflict");
        var kept = clerk.open(household);
        assertThat(kept.name()).isEqualTo("周宅");
        assertThat(kept.address()).isNull();
        assertThat(kept.patients().getFirst().name()).isEqualTo("周秀英");
        assertThat(kept.patients().getFirst().idNumberAbsent()).isEqualTo(IdNumberAbsence.NOT_AT_HAND);
        assertThat(kept.patients().getFirst().version()).isEqualTo(2);
    }

    @Test
    void an_edit_without_a_number_keeps_the_kept_one_and_must_agree_with_it() {
        var household = clerk.household("郑家");
        var number = ofAWoman();
        var patient = UUID.randomUUID();
        Clerk.done(clerk.make(patient, household, "郑英", number));

        refused(
                edit(patient, new Registration.EditPatient(1, "郑英", Sex.MALE, Clerk.BIRTH, null, null)),
                "sex",
                "sex_differs");
        Clerk.done(edit(patient, new Registration.EditPatient(1, "郑秀英", Sex.FEMALE, Clerk.BIRTH, null, null)));
        assertThat(clerk.open(household).patients().getFirst().idNumberMasked()).endsWith(number.substring(14));

        Clerk.done(edit(
                patient, new Registration.EditPatient(2, "郑秀英", Sex.FEMALE, Clerk.BIRTH, null, IdNumberAbsence.LOST)));
        assertThat(clerk.open(household).patients().getFirst().idNumberMasked()).isNull();
        Clerk.done(clerk.make(UUID.randomUUID(), household, "郑小英", number));
    }

    @Test
    void a_registrar_finds_nothing_of_another_institution() {
        var household = clerk.household("冯家");
        var patient = clerk.patient(household, "冯英");
        var stranger = new Clerk(people, institutions, port);
        var own = stranger.household("自家");

        assertThat(stranger.client.get("/api/households/" + household).statusCode())
                .isEqualTo(404);
        assertThat(stranger.make(UUID.randomUUID(), household, "冯小英", null).statusCode())
                .isEqualTo(404);
        var move = new Registration.MovePatient(1, own);
        assertThat(stranger.client
                        .post("/api/patients/" + patient + "/move", move)
                        .statusCode())
                .isEqualTo(404);
        assertThat(clerk.client.post("/api/patients/" + patient + "/move", move).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_page_has_at_most_fifty_households_and_a_household_forty_patients() {
        for (int number = 1; number <= RegistrationLimits.PAGE_MAX; number++) {
            clerk.household("家 %02d".formatted(number));
        }
        assertThat(clerk.find(null).next()).isNull();
        var last = clerk.household("家 99");

        var first = clerk.find(null);
        assertThat(first.households()).hasSize(RegistrationLimits.PAGE_MAX);
        var second = HubClient.read(
                clerk.client.post("/api/households/search", new Registration.FindHouseholds(null, first.next(), false)),
                Registration.HouseholdPage.class);
        assertThat(second.households())
                .extracting(Registration.HouseholdPage.Line::id)
                .containsExactly(last);
        assertThat(second.next()).isNull();

        for (int number = 1; number <= RegistrationLimits.PATIENTS_OF_HOUSEHOLD_MAX; number++) {
            clerk.patient(last, "老人");
        }
        assertThat(HubClient.problem(clerk.make(UUID.randomUUID(), last, "老人", null)))
                .isEqualTo("limit-reached");
    }

    @Test
    void a_household_is_deactivated_only_when_nobody_lives_there() {
        var household = clerk.household("蒋家");
        var patient = clerk.patient(household, "蒋英");

        var tooEarly =
                clerk.client.post("/api/households/" + household + "/deactivate", new Registration.SeenVersion(1));
        assertThat(HubClient.read(tooEarly, Problem.class).state()).isEqualTo("has_patients");

        Clerk.done(clerk.client.post(
                "/api/patients/" + patient + "/deactivate",
                new Registration.DeactivatePatient(1, DeactivationReason.DIED)));
        Clerk.done(clerk.client.post("/api/households/" + household + "/deactivate", new Registration.SeenVersion(1)));
        assertThat(clerk.find("蒋").households()).isEmpty();
        assertThat(HubClient.problem(clerk.make(UUID.randomUUID(), household, "蒋二英", null)))
                .isEqualTo("wrong-state");
        assertThat(HubClient.problem(
                        clerk.client.post("/api/patients/" + patient + "/reactivate", new Registration.SeenVersion(2))))
                .isEqualTo("wrong-state");

        Clerk.done(clerk.client.post("/api/households/" + household + "/reactivate", new Registration.SeenVersion(2)));
        Clerk.done(clerk.client.post("/api/patients/" + patient + "/reactivate", new Registration.SeenVersion(2)));
        assertThat(clerk.open(household).patients().getFirst().active()).isTrue();
    }

    private HttpResponse<String> edit(UUID patient, Registration.EditPatient wish) {
        return clerk.client.post("/api/patients/" + patient + "/edit", wish);
    }

    /** A fresh number of a woman who was born on the clerk's usual day. */
    private static String ofAWoman() {
        return IdNumberTest.withCheckDigit(
                "33%04d19470305%03d".formatted(1000 + RANDOM.nextInt(8_999), RANDOM.nextInt(500) * 2));
    }

    private static void refused(HttpResponse<String> answer, String field, String why) {
        var problem = HubClient.read(answer, Problem.class);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.detail()).isEqualTo(why);
    }
}
