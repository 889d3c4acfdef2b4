package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Boxes;
import org.wuduan.contract.Boxes.AnnouncementState.State;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.Problem;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.SeatRole;
import org.wuduan.contract.Sex;
import org.wuduan.contract.View;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.NewBox;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.IdentityLimits;

/** A box from its first code to the household that takes it out again. */
class BoxesTest extends HubTest {
    private static final String CONFIRMATIONS = "/api/boxes/confirmations";

    @Autowired
    Registry registry;

    @Autowired
    Accounts people;

    @Autowired
    Consortium institutions;

    @Test
    void a_box_without_code_shows_one_and_belongs_to_the_household_once_a_child_confirms_it() {
        var town = town();
        var box = new NewBox(port, "127.0.0.101");
        var code = box.code();
        assertThat(code).matches("[2-9A-HJ-NP-Z]{8}");
        assertThat(box.state(code).state()).isEqualTo(State.WAITING);
        assertThat(HubClient.problem(box.token())).isEqualTo("wrong-credentials");

        var confirmed = confirm(town.child, code, town.household);

        assertThat(confirmed.statusCode()).isEqualTo(201);
        var told = box.state(code);
        assertThat(told.state()).isEqualTo(State.CONFIRMED);
        assertThat(told.household()).isNotNull().matches(home -> home.id().equals(town.household));
        var token = HubClient.read(box.token(), Answers.BoxToken.class);
        assertThat(token.household().id()).isEqualTo(town.household);
        assertThat(names(town)).containsExactly("电视", "客厅");
        assertThat(audited(town.childId, "write", "confirm-box")).isOne();
        assertThat(HubClient.problem(confirm(town.child, code, town.household))).isEqualTo("code-unknown");
    }

    @Test
    void a_code_is_good_for_ten_minutes_and_a_new_one_ends_it() {
        var town = town();
        var box = new NewBox(port, "127.0.0.102");
        var first = box.code();
        var second = box.code();

        assertThat(box.state(first).state()).isEqualTo(State.EXPIRED);
        assertThat(HubClient.problem(confirm(town.child, first, town.household)))
                .isEqualTo("code-unknown");
        clock.pass(IdentityLimits.ANNOUNCEMENT_FOR.plusSeconds(1));
        assertThat(box.state(second).state()).isEqualTo(State.EXPIRED);
        assertThat(HubClient.problem(confirm(town.signIn("child"), second, town.household)))
                .isEqualTo("code-unknown");
    }

    @Test
    void after_ten_wrong_codes_a_person_waits_and_even_the_right_one_is_not_looked_at() {
        var town = town();
        var box = new NewBox(port, "127.0.0.103");
        for (int guess = 0; guess < IdentityLimits.CODES_OF_ONE_PERSON_MAX; guess++) {
            assertThat(HubClient.problem(confirm(town.child, "WRNGC2D" + (guess % 8 + 2), town.household)))
                    .isEqualTo("code-unknown");
        }

        var locked = confirm(town.child, box.code(), town.household);

        assertThat(HubClient.problem(locked)).isEqualTo("locked-out");
        assertThat(HubClient.read(locked, Problem.class).retryAfterSeconds()).isBetween(1, 600);
        clock.pass(IdentityLimits.ATTEMPTS_COUNTED_FOR.plusSeconds(1));
        assertThat(confirm(town.child, box.code(), town.household).statusCode()).isEqualTo(201);
    }

    @Test
    void who_announces_a_box_must_hold_its_key() {
        var nobody = HubClient.anonymousFrom(port, "127.0.0.104");
        var box = new NewBox(port, "127.0.0.104");

        var forged =
                nobody.post("/api/boxes/announcements", new Boxes.AnnounceBox(box.id, box.publicKey(), "c2lnbmF0dXJl"));

        assertThat(HubClient.problem(forged)).isEqualTo("wrong-credentials");
    }

    @Test
    void an_address_that_announces_too_many_boxes_waits() {
        for (int count = 0; count < IdentityLimits.ANNOUNCEMENTS_FROM_ONE_ADDRESS_MAX; count++) {
            assertThat(new NewBox(port, "127.0.0.105").announce().statusCode()).isEqualTo(200);
        }

        assertThat(HubClient.problem(new NewBox(port, "127.0.0.105").announce()))
                .isEqualTo("locked-out");
        assertThat(new NewBox(port, "127.0.0.106").announce().statusCode()).isEqualTo(200);
    }

    @Test
    void a_household_has_five_boxes_at_most() {
        var town = town();
        for (int count = 1; count < HouseholdBoxes.BOXES_MAX; count++) {
            enrolled(town, "127.0.0.107");
        }

        var sixth = confirm(town.child, new NewBox(port, "127.0.0.107").code(), town.household);

        assertThat(HubClient.problem(sixth)).isEqualTo("limit-reached");
        assertThat(names(town)).hasSize(HouseholdBoxes.BOXES_MAX);
    }

    @Test
    void a_removed_box_is_cut_off_at_once_and_a_socket_that_stays_open_is_not_heard() {
        var town = town();
        var box = enrolled(town, "127.0.0.108");
        var signedIn = box.signedIn();
        var socket = town.live(signedIn);
        socket.watch("inbox");
        socket.awaitView("inbox", View.BoxInbox.class, _ -> true);

        assertThat(remove(town.child, box.id)).isEqualTo(204);

        assertThat(HubClient.problem(signedIn.get("/api/me"))).isEqualTo("not-signed-in");
        assertThat(socket.awaitClose()).isEqualTo(4401);
        assertThat(HubClient.problem(box.token())).isEqualTo("box-removed");
        assertThat(names(town)).containsExactly("电视");
        assertThat(remove(town.child, box.id)).isEqualTo(404);
    }

    @Test
    void the_clinic_takes_a_box_out_of_its_own_household_and_no_other_clinic_does() {
        var town = town();
        var foreign = town();
        var box = enrolled(town, "127.0.0.115");
        var socket = town.live(box.signedIn());

        assertThat(remove(registrarOf(foreign), box.id)).isEqualTo(404);
        assertThat(names(town)).containsExactly("电视", "客厅");
        assertThat(remove(registrarOf(town), box.id)).isEqualTo(204);

        assertThat(socket.awaitClose()).isEqualTo(4401);
        assertThat(HubClient.problem(box.token())).isEqualTo("box-removed");
        assertThat(names(town)).containsExactly("电视");
    }

    @Test
    void a_removed_box_leaves_the_call_and_its_media_cannot_be_kept() {
        var town = town();
        var box = enrolled(town, "127.0.0.109");
        var consultation = town.talk();
        var doctor = town.live(town.doctor);
        doctor.watch("consultation/" + consultation);
        doctor.awaitView("consultation/" + consultation, View.ConsultationView.class, view -> patientSeats(view) == 2);

        remove(town.child, box.id);

        doctor.awaitNewest(
                "consultation/" + consultation, View.ConsultationView.class, view -> patientSeats(view) == 1);
    }

    @Test
    void a_box_that_was_taken_out_of_a_call_cannot_claim_a_seat_on_its_old_socket() {
        var town = town();
        var box = enrolled(town, "127.0.0.110");
        var consultation = town.talk();
        var call = jdbc.sql("select call from consultation where id = ?")
                .param(consultation)
                .query(UUID.class)
                .single();
        var socket = town.live(box.signedIn());
        remove(town.child, box.id);
        socket.awaitClose();

        assertThat(socket.seen(LiveToTerminal.SeatClaimed.class, _ -> true)).isEmpty();
        Eventually.holds(
                "the box has no seat",
                () -> jdbc.sql("select count(*) from seat where call = ? and actor = ? and not withdrawn")
                                .params(call, box.id)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void a_moved_box_shows_the_new_household_only_and_what_it_received_before_stays_with_the_old() {
        var town = town();
        var other = registry.addHousehold("另一家", institutionOf(town.household));
        var neighbour = registry.addPatient(new Registry.NewPatient(other, "邻居", Sex.MALE, 1950));
        var registrar = registrarOf(town);
        var box = enrolled(town, "127.0.0.111");
        var before = Readings.bloodPressure(town.wearable(), 151, clock.instant(), null, null);
        clock.pass(Duration.ofMinutes(1));

        var moved = registrar.post("/api/boxes/" + box.id + "/move", new Boxes.MoveBox(other));

        assertThat(moved.statusCode()).isEqualTo(204);
        clock.pass(Duration.ofMinutes(1));
        var again = box.signedIn();
        var after = Readings.bloodPressure(town.wearable(), 152, clock.instant(), null, null);
        var batch = new ReadingBatch(List.of(before, after), clock.instant());
        assertThat(again.post("/api/readings", batch).statusCode()).isEqualTo(200);
        assertThat(patientOf(before.id())).isEqualTo(town.patient);
        assertThat(patientOf(after.id())).isEqualTo(neighbour);
        var socket = town.live(again);
        socket.watch("inbox");
        socket.awaitView(
                "inbox", View.BoxInbox.class, view -> view.household().id().equals(other));
        socket.send(new LiveToHub.Watch(socket.nextId(), "vitals/" + town.patient));
        socket.await(LiveToTerminal.Refused.class, _ -> true);
    }

    @Test
    void only_the_clinic_moves_boxes_and_only_between_its_own_households() {
        var town = town();
        var foreign = town();
        var box = enrolled(town, "127.0.0.112");

        var byChild = town.child.post("/api/boxes/" + box.id + "/move", new Boxes.MoveBox(foreign.household));
        var away = registrarOf(town).post("/api/boxes/" + box.id + "/move", new Boxes.MoveBox(foreign.household));

        assertThat(HubClient.problem(byChild)).isEqualTo("action-not-allowed");
        assertThat(HubClient.problem(away)).isEqualTo("not-found");
        assertThat(names(town)).hasSize(2);
    }

    @Test
    void a_box_can_take_itself_out_and_no_other() {
        var town = town();
        var box = enrolled(town, "127.0.0.113");
        var second = enrolled(town, "127.0.0.113");

        assertThat(remove(box.signedIn(), second.id)).isEqualTo(403);
        assertThat(remove(box.signedIn(), box.id)).isEqualTo(204);

        assertThat(names(town)).containsExactly("电视", "客厅");
    }

    @Test
    void the_list_says_when_a_box_was_last_seen() {
        var town = town();
        var box = enrolled(town, "127.0.0.114");
        assertThat(listed(town, box).seenAt()).isNull();

        box.signedIn();
        assertThat(listed(town, box).online()).isTrue();
        clock.pass(Duration.ofMinutes(5));

        var later = HubClient.read(
                town.signIn("child").get("/api/households/" + town.household + "/boxes"), Boxes.BoxList.class);
        assertThat(later.boxes().getLast().online()).isFalse();
        assertThat(later.boxes().getLast().seenAt())
                .isBetween(
                        clock.instant().minus(Duration.ofMinutes(6)),
                        clock.instant().minus(Duration.ofMinutes(5)));
    }

    @Test
    void a_child_without_the_right_to_manage_devices_does_not_find_the_boxes() {
        var town = town();
        var account = people.create(town.login("niece"), Town.PASSWORD, ActorKind.FAMILY, "侄女");
        registry.bind(account, town.patient, "侄女", EnumSet.of(FamilyRight.SEE_VITALS, FamilyRight.TAKE_PART));

        var list = town.signIn("niece").get("/api/households/" + town.household + "/boxes");

        assertThat(HubClient.problem(list)).isEqualTo("not-found");
    }

    private NewBox enrolled(Town town, String address) {
        var box = new NewBox(port, address);
        assertThat(confirm(town.child, box.code(), town.household).statusCode()).isEqualTo(201);
        return box;
    }

    private static HttpResponse<String> confirm(HubClient who, String code, UUID household) {
        return who.post(CONFIRMATIONS, new Boxes.ConfirmBox(code, household, "客厅"));
    }

    private static int remove(HubClient who, UUID box) {
        return who.post("/api/boxes/" + box + "/remove", null).statusCode();
    }

    private static long patientSeats(View.ConsultationView view) {
        return view.call() == null
                ? 0
                : view.call().seats().stream()
                        .filter(seat -> seat.role() == SeatRole.PATIENT)
                        .count();
    }

    private List<String> names(Town town) {
        return boxes(town).boxes().stream().map(Boxes.BoxList.KnownBox::name).toList();
    }

    private Boxes.BoxList.KnownBox listed(Town town, NewBox box) {
        return boxes(town).boxes().stream()
                .filter(one -> one.id().equals(box.id))
                .findFirst()
                .orElseThrow();
    }

    private static Boxes.BoxList boxes(Town town) {
        return HubClient.read(town.child.get("/api/households/" + town.household + "/boxes"), Boxes.BoxList.class);
    }

    private UUID institutionOf(UUID household) {
        return jdbc.sql("select institution from household where id = ?")
                .param(household)
                .query(UUID.class)
                .single();
    }

    private HubClient registrarOf(Town town) {
        var login = town.login("registrar") + "-" + UUID.randomUUID().toString().substring(0, 8);
        institutions.addStaff(
                people.create(login, Town.PASSWORD, ActorKind.REGISTRAR, "登记员"), institutionOf(town.household));
        return HubClient.person(port, login, Town.PASSWORD);
    }

    private UUID patientOf(UUID reading) {
        return jdbc.sql("select patient from reading where id = ?")
                .param(reading)
                .query(UUID.class)
                .single();
    }
}
