package org.wuduan.hub.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Administration;
import org.wuduan.contract.Administration.Post;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Department;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.Level;
import org.wuduan.contract.Problem;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;

/** What the system administrator does with institutions and staff, and what is refused. */
class AdministrationTest extends HubTest {
    private static final String HOME = "/api/administration";
    private static final String CHOSEN = "green kettle on tuesday";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Accounts people;

    private final int number = NUMBERS.incrementAndGet();
    private HubClient admin = HubClient.anonymous(0);
    private UUID adminId = new UUID(0, 0);

    @BeforeEach
    void anAdministrator() {
        adminId = people.create(
                Accounts.NewAccount.administrator("boss-" + number, AdministratorRole.SYSTEM, "管理员"), Town.PASSWORD);
        admin = HubClient.person(port, "boss-" + number, Town.PASSWORD);
    }

    private UUID institution(String name, Level level, @Nullable UUID parent) {
        var id = UUID.randomUUID();
        Town.done(admin, HOME + "/institutions", wish(id, name + number, level, parent));
        return id;
    }

    private static Administration.MakeInstitution wish(UUID id, String name, Level level, @Nullable UUID parent) {
        return new Administration.MakeInstitution(
                id, name, level, List.of(Department.GENERAL, Department.CARDIOLOGY), parent);
    }

    private Administration.Institution read(UUID id) {
        return HubClient.read(admin.get(HOME + "/institutions"), Administration.InstitutionList.class)
                .institutions()
                .stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Administration.EditInstitution edit(int version, String name, @Nullable UUID parent) {
        return new Administration.EditInstitution(version, name, Level.COUNTY, List.of(Department.GENERAL), parent);
    }

    private Administration.MakeStaff doctor(String login, UUID institution) {
        var post = new Post("主治医师", Department.GENERAL, "11000000" + number + login.length() + "77", 2009, true);
        return new Administration.MakeStaff(
                UUID.randomUUID(), login + "-" + number, "赵医生" + number, ActorKind.DOCTOR, null, institution, post);
    }

    private Administration.StaffMember member(String words) {
        var found = HubClient.read(admin.get(HOME + "/staff?words=" + words), Administration.StaffList.class);
        assertThat(found.staff()).hasSize(1);
        return found.staff().getFirst();
    }

    private static String field(HttpResponse<String> answer) {
        assertThat(HubClient.problem(answer)).isEqualTo("invalid-field");
        return String.valueOf(HubClient.read(answer, Problem.class).field());
    }

    private static String state(HttpResponse<String> answer) {
        assertThat(HubClient.problem(answer)).isEqualTo("wrong-state");
        return String.valueOf(HubClient.read(answer, Problem.class).state());
    }

    private HttpResponse<String> activate(UUID id) {
        var link = HubClient.read(
                admin.post(HOME + "/staff/" + id + "/activation-link", null), Administration.ActivationLink.class);
        var token = link.path().substring(link.path().indexOf('#') + 1);
        return HubClient.anonymous(port).post("/api/activations", new Administration.Activate(token, CHOSEN));
    }

    @Test
    void a_new_doctor_comes_by_link_and_is_seen_with_title_and_years_once_on_duty() {
        var hospital = institution("县医院", Level.COUNTY, null);
        var wish = doctor("new", hospital);
        Town.done(admin, HOME + "/staff", wish);
        assertThat(member("new-" + number).activated()).isFalse();

        assertThat(activate(wish.id()).statusCode()).isEqualTo(204);

        assertThat(member("new-" + number).activated()).isTrue();
        assertThat(audited(adminId, "write", "make-account")).isEqualTo(1);
        assertThat(audited(adminId, "write", "make-activation-link")).isEqualTo(1);
        var doctor = HubClient.person(port, wish.login(), CHOSEN);
        var me = HubClient.read(doctor.get("/api/me"), Answers.Me.class);
        assertThat(me.doctor())
                .isEqualTo(new Doctor(
                        wish.id(), wish.name(), "主治医师", "县医院" + number, Level.COUNTY, Department.GENERAL, 2009));
    }

    @Test
    void the_second_of_two_who_edit_the_same_is_told_and_nothing_is_lost() {
        var hospital = institution("原名", Level.COUNTY, null);
        int version = read(hospital).version();

        assertThat(admin.post(HOME + "/institutions/" + hospital, edit(version, "甲改的" + number, null))
                        .statusCode())
                .isEqualTo(204);
        var second = admin.post(HOME + "/institutions/" + hospital, edit(version, "乙改的" + number, null));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(HubClient.problem(second)).isEqualTo("edit-conflict");
        assertThat(read(hospital).name()).isEqualTo("甲改的" + number);
    }

    @Test
    void two_edits_of_the_same_person_conflict_too() {
        var wish = doctor("twice", institution("县医院", Level.COUNTY, null));
        Town.done(admin, HOME + "/staff", wish);
        var path = HOME + "/staff/" + wish.id();

        Town.done(admin, path, new Administration.EditStaff(1, "钱医生", wish.institutionId(), wish.post()));
        var second = admin.post(path, new Administration.EditStaff(1, "孙医生", wish.institutionId(), wish.post()));
        var third = admin.post(path + "/standing", new Administration.SetStanding(1, false));

        assertThat(HubClient.problem(second)).isEqualTo("edit-conflict");
        assertThat(HubClient.problem(third)).isEqualTo("edit-conflict");
        assertThat(member("twice-" + number).name()).isEqualTo("钱医生");
        assertThat(member("twice-" + number).active()).isTrue();
    }

    @Test
    void an_institution_is_led_by_one_of_its_tier_or_above_and_never_in_a_circle() {
        var tertiary = institution("省医院", Level.TERTIARY, null);
        var county = institution("县医院", Level.COUNTY, tertiary);
        var branch = institution("县分院", Level.COUNTY, county);
        var village = institution("村卫生室", Level.FIRST_CONTACT, county);

        assertThat(field(admin.post(HOME + "/institutions/" + county, edit(1, "县医院" + number, branch))))
                .isEqualTo("parentId");
        assertThat(field(admin.post(HOME + "/institutions/" + county, edit(1, "县医院" + number, county))))
                .isEqualTo("parentId");
        assertThat(field(admin.post(HOME + "/institutions/" + county, edit(1, "县医院" + number, village))))
                .isEqualTo("parentId");
        assertThat(field(admin.post(HOME + "/institutions/" + county, edit(1, "县分院" + number, null))))
                .isEqualTo("name");
        assertThat(read(county).parentId()).isEqualTo(tertiary);
    }

    @Test
    void what_does_not_fit_is_named_and_nobody_is_made() {
        var hospital = institution("县医院", Level.COUNTY, null);
        var good = doctor("fits", hospital);
        Town.done(admin, HOME + "/staff", good);

        assertThat(field(make(good.id(), "other", ActorKind.DOCTOR, hospital, good.post())))
                .isEqualTo("id");
        assertThat(field(make(UUID.randomUUID(), good.login(), ActorKind.DOCTOR, hospital, good.post())))
                .isEqualTo("login");
        assertThat(field(make(UUID.randomUUID(), "same-licence", ActorKind.DOCTOR, hospital, good.post())))
                .isEqualTo("post.licence");
        assertThat(field(make(UUID.randomUUID(), "no-post", ActorKind.DOCTOR, hospital, null)))
                .isEqualTo("post");
        assertThat(field(make(UUID.randomUUID(), "no-place", ActorKind.REGISTRAR, null, null)))
                .isEqualTo("institutionId");
        assertThat(field(make(UUID.randomUUID(), "a-child", ActorKind.FAMILY, hospital, null)))
                .isEqualTo("kind");
        assertThat(field(make(UUID.randomUUID(), "no-role", ActorKind.ADMINISTRATOR, null, null)))
                .isEqualTo("role");
        var elsewhere = new Post("医师", Department.NEUROLOGY, null, null, null);
        assertThat(field(make(UUID.randomUUID(), "no-such-ward", ActorKind.DOCTOR, hospital, elsewhere)))
                .isEqualTo("post.department");
        var tomorrow = new Post("医师", Department.GENERAL, null, 2100, null);
        assertThat(field(make(UUID.randomUUID(), "of-tomorrow", ActorKind.DOCTOR, hospital, tomorrow)))
                .isEqualTo("post.practisingSince");
        assertThat(people.byLogin("of-tomorrow")).isEmpty();
    }

    private HttpResponse<String> make(
            UUID id, String login, ActorKind kind, @Nullable UUID institution, @Nullable Post post) {
        return admin.post(
                HOME + "/staff", new Administration.MakeStaff(id, login, "某人", kind, null, institution, post));
    }

    @Test
    void the_last_administrator_of_a_role_stays_until_another_can_sign_in() {
        jdbc.sql("update account set deactivated_at = now() where role = 'system' and id <> ?")
                .param(adminId)
                .update();
        var other = new Administration.MakeStaff(
                UUID.randomUUID(),
                "second-" + number,
                "乙",
                ActorKind.ADMINISTRATOR,
                AdministratorRole.SYSTEM,
                null,
                null);
        Town.done(admin, HOME + "/staff", other);
        var path = HOME + "/staff/" + adminId + "/standing";
        var down = new Administration.SetStanding(1, false);

        assertThat(HubClient.problem(admin.post(path, down))).isEqualTo("last-administrator");
        assertThat(activate(other.id()).statusCode()).isEqualTo(204);
        assertThat(admin.post(path, down).statusCode()).isEqualTo(204);

        assertThat(admin.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_link_for_somebody_who_has_a_password_is_not_the_system_administrators_to_give() {
        var wish = doctor("has-one", institution("县医院", Level.COUNTY, null));
        Town.done(admin, HOME + "/staff", wish);
        assertThat(activate(wish.id()).statusCode()).isEqualTo(204);

        var again = admin.post(HOME + "/staff/" + wish.id() + "/activation-link", null);

        assertThat(state(again)).isEqualTo("activated");
    }

    @Test
    void a_doctor_with_an_open_consultation_and_an_institution_with_staff_stay() {
        var town = town();
        town.talk();
        var busy = admin.post(HOME + "/staff/" + town.doctorId + "/standing", new Administration.SetStanding(1, false));
        assertThat(state(busy)).isEqualTo("in-consultation");

        var hospital = institution("县医院", Level.COUNTY, null);
        var wish = doctor("stays", hospital);
        Town.done(admin, HOME + "/staff", wish);
        var closing = HOME + "/institutions/" + hospital + "/standing";
        assertThat(state(admin.post(closing, new Administration.SetStanding(1, false))))
                .isEqualTo("has-staff");

        Town.done(admin, HOME + "/staff/" + wish.id() + "/standing", new Administration.SetStanding(1, false));
        assertThat(admin.post(closing, new Administration.SetStanding(1, false)).statusCode())
                .isEqualTo(204);
        assertThat(field(make(UUID.randomUUID(), "too-late", ActorKind.REGISTRAR, hospital, null)))
                .isEqualTo("institutionId");
    }

    @Test
    void children_of_patients_are_no_staff() {
        var town = town();

        var found =
                HubClient.read(admin.get(HOME + "/staff?words=" + town.login("child")), Administration.StaffList.class);
        var rename = admin.post(HOME + "/staff/" + town.childId, new Administration.EditStaff(1, "改名", null, null));

        assertThat(found.staff()).isEmpty();
        assertThat(HubClient.problem(rename)).isEqualTo("not-found");
    }
}
