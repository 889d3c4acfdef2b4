package org.wuduan.hub.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Administration;
import org.wuduan.contract.Administration.Shift;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Commands;
import org.wuduan.contract.NobodyOnDuty;
import org.wuduan.contract.Problem;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;

/** The weekly plan, two who edit it at once, and what homes are told when nobody is there. */
class RosterTest extends HubTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SHIFTS_MAX = 500;

    @Autowired
    Accounts people;

    private HubClient admin() {
        var login = "planner-" + NUMBERS.incrementAndGet();
        people.create(Accounts.NewAccount.administrator(login, AdministratorRole.SYSTEM, "管理员"), Town.PASSWORD);
        return HubClient.person(port, login, Town.PASSWORD);
    }

    private String path(UUID doctor) {
        var institution = jdbc.sql("select institution from doctor where account = ?")
                .param(doctor)
                .query(UUID.class)
                .single();
        return "/api/administration/rosters/" + institution + "/cardiology";
    }

    private static String field(HttpResponse<String> answer) {
        assertThat(HubClient.problem(answer)).isEqualTo("invalid-field");
        return String.valueOf(HubClient.read(answer, Problem.class).field());
    }

    private static Administration.EditRoster plan(int version, Shift... shifts) {
        return new Administration.EditRoster(version, List.of(shifts));
    }

    private static Administration.Roster read(HubClient admin, String path) {
        return HubClient.read(admin.get(path), Administration.Roster.class);
    }

    @Test
    void a_plan_is_kept_and_the_second_of_two_who_edit_it_is_told() {
        var town = town();
        var admin = admin();
        var path = path(town.doctorId);
        var morning = new Shift(town.doctorId, 1, "08:00", "12:00");
        var evening = new Shift(town.doctorId, 1, "18:00", "24:00");
        assertThat(read(admin, path).version()).isZero();

        Town.done(admin, path, plan(0, morning));
        var second = admin.post(path, plan(0, evening));

        assertThat(HubClient.problem(second)).isEqualTo("edit-conflict");
        var kept = read(admin, path);
        assertThat(kept.shifts()).containsExactly(morning);
        assertThat(kept.zone()).isEqualTo("Asia/Shanghai");
        assertThat(kept.doctors()).extracting(doctor -> doctor.id()).containsExactly(town.doctorId);

        Town.done(admin, path, plan(kept.version(), morning, evening));
        assertThat(HubClient.problem(admin.post(path, plan(kept.version(), evening))))
                .isEqualTo("edit-conflict");
        assertThat(read(admin, path).shifts()).containsExactly(morning, evening);
    }

    @Test
    void a_shift_that_cannot_be_is_named_and_the_old_plan_stays() {
        var town = town();
        var admin = admin();
        var path = path(town.doctorId);
        var good = new Shift(town.doctorId, 3, "08:00", "12:00");
        Town.done(admin, path, plan(0, good));

        assertThat(field(admin.post(path, plan(1, good, new Shift(town.countyId, 3, "08:00", "12:00")))))
                .isEqualTo("shifts[1]");
        assertThat(field(admin.post(path, plan(1, new Shift(town.doctorId, 3, "12:00", "08:00")))))
                .isEqualTo("shifts[0]");
        assertThat(field(admin.post(path, plan(1, good, new Shift(town.doctorId, 3, "11:59", "13:00")))))
                .isEqualTo("shifts[1]");
        assertThat(field(admin.post(path, plan(1, new Shift(town.doctorId, 8, "08:00", "12:00")))))
                .startsWith("shifts");
        assertThat(read(admin, path).shifts()).containsExactly(good);
    }

    @Test
    void five_hundred_shifts_are_read_and_one_more_is_refused() {
        var town = town();
        var admin = admin();
        var path = path(town.doctorId);
        var backwards = new Shift(town.doctorId, 3, "12:00", "08:00");

        var most = new Administration.EditRoster(0, Collections.nCopies(SHIFTS_MAX, backwards));
        assertThat(field(admin.post(path, most))).isEqualTo("shifts[0]");
        var more = new Administration.EditRoster(0, Collections.nCopies(SHIFTS_MAX + 1, backwards));
        assertThat(field(admin.post(path, more))).isEqualTo("shifts");
    }

    @Test
    void a_home_is_told_when_nobody_is_on_duty_and_when_somebody_is_again() {
        var town = town();
        try (var box = town.live(town.box);
                var child = town.live(town.child)) {
            box.watch("inbox");
            child.watch("inbox");
            box.awaitView("inbox", View.BoxInbox.class, inbox -> inbox.nobodyOnDuty() == null);

            Town.done(town.doctor, "/api/duty", new Commands.SetDuty(false));
            box.awaitNewest("inbox", View.BoxInbox.class, inbox -> inbox.nobodyOnDuty() != null);
            child.awaitNewest(
                    "inbox",
                    View.FamilyInbox.class,
                    inbox -> inbox.patients().getFirst().nobodyOnDuty() != null);

            Town.done(town.doctor, "/api/duty", new Commands.SetDuty(true));
            box.awaitNewest("inbox", View.BoxInbox.class, inbox -> inbox.nobodyOnDuty() == null);
        }
    }

    @Test
    void the_plan_says_when_the_next_one_comes_and_who_is_planned() {
        var town = town();
        var admin = admin();
        Town.done(town.doctor, "/api/duty", new Commands.SetDuty(false));
        var soon = clock.instant().atZone(ZONE).plusHours(2).truncatedTo(ChronoUnit.HOURS);
        var from = "%02d:00".formatted(soon.getHour());
        var shift = new Shift(town.doctorId, soon.getDayOfWeek().getValue(), from, "24:00");

        try (var box = town.live(town.box)) {
            box.watch("inbox");
            box.awaitView("inbox", View.BoxInbox.class, inbox -> new NobodyOnDuty(null).equals(inbox.nobodyOnDuty()));
            Town.done(admin, path(town.doctorId), plan(0, shift));

            box.awaitNewest(
                    "inbox",
                    View.BoxInbox.class,
                    inbox -> new NobodyOnDuty(soon.toInstant()).equals(inbox.nobodyOnDuty()));
        }
        var duty = HubClient.read(town.county.get("/api/duty"), Answers.DutyList.class);
        assertThat(duty.doctors()).extracting(doctor -> doctor.id()).doesNotContain(town.doctorId);
        assertThat(duty.planned())
                .filteredOn(planned -> planned.doctor().id().equals(town.doctorId))
                .extracting(Answers.DutyList.Planned::from)
                .containsExactly(soon.toInstant());
    }
}
