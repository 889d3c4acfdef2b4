package org.wuduan.hub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Department;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.Presence;
import org.wuduan.contract.Problem;
import org.wuduan.contract.Referrals;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.Urgency;
import org.wuduan.contract.SeatRole;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.contract.View.DoctorInbox;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Town;

/** A doctor who follows a patient (随转) comes into the talk that somebody else has with that patient. */
class FollowedTalkTest extends HubTest {
    private static final String SUMMARY = "住院七天,血压平稳";

    @Autowired
    Followings followings;

    @Test
    void the_follower_is_told_comes_in_by_one_key_and_is_an_invited_doctor_to_everybody() throws Exception {
        var town = town();
        var referral = followed(town);
        try (var desk = town.live(town.county);
                var tv = town.live(town.box)) {
            desk.watch("inbox");
            desk.awaitView("inbox", DoctorInbox.class, inbox -> inbox.followed().isEmpty());
            var talk = town.talk();
            var told = desk.awaitNewest(
                            "inbox",
                            DoctorInbox.class,
                            inbox -> !inbox.followed().isEmpty())
                    .followed()
                    .getFirst();
            assertThat(told.consultationId()).isEqualTo(talk);
            assertThat(told.patient().id()).isEqualTo(town.patient);
            assertThat(told.doctor().id()).isEqualTo(town.doctorId);
            assertThat(audited(town.countyId, "opening", "open-request")).isEqualTo(1);
            assertThat(HubClient.problem(town.county.post(Town.path(talk) + "/join", null)))
                    .isEqualTo("action-not-allowed");

            assertThat(press(town.county, talk).statusCode()).isEqualTo(201);

            desk.awaitNewest(
                    "inbox",
                    DoctorInbox.class,
                    inbox -> inbox.followed().isEmpty()
                            && inbox.current().getFirst().consultationId().equals(talk));
            sits(desk, talk);
            homeSees(tv, talk);
            caseDoctorSees(town, talk);
            worksAndIsInTheReport(town, talk, referral);
            assertThat(audited(town.countyId, "write", "joinasfollower")).isEqualTo(1);
        }
    }

    /** The seat is taken, and the doctor reads on what it rests. */
    private static void sits(LiveClient desk, UUID talk) {
        desk.watch("consultation/" + talk);
        var view = desk.awaitView("consultation/" + talk, ConsultationView.class, one -> one.call() != null);
        assertThat(view.actions()).contains(ConsultationView.Action.LEAVE, ConsultationView.Action.SUBMIT_OPINION);
        var asked = Objects.requireNonNull(view.invitation());
        assertThat(asked.purpose()).isEqualTo("随转");
        assertThat(asked.caseSummary()).isEqualTo(SUMMARY);
        var claim = new LiveToHub.ClaimSeat(
                desk.nextId(), Objects.requireNonNull(view.call()).id(), null, null);
        desk.send(claim);
        desk.await(LiveToTerminal.SeatClaimed.class, claimed -> claimed.ref().equals(claim.id()));
    }

    /** The television and the phone show a seat that somebody took, which is what they sound for. */
    private static void homeSees(LiveClient tv, UUID talk) {
        tv.watch("consultation/" + talk);
        var view = tv.awaitNewest(
                "consultation/" + talk,
                ConsultationView.class,
                one -> one.call() != null
                        && one.call().seats().stream()
                                .anyMatch(
                                        seat -> seat.role() == SeatRole.COUNTY && seat.presence() == Presence.PRESENT));
        assertThat(view.invitation()).isNull();
        assertThat(view.invitations())
                .singleElement()
                .satisfies(came -> assertThat(came.state()).isEqualTo(InvitationState.ACCEPTED));
    }

    /** Who came is named with the reason, and the own form to ask others does not begin with a text of nobody's asking. */
    private static void caseDoctorSees(Town town, UUID talk) {
        var view = view(town, town.doctor, talk);
        assertThat(view.invitations()).singleElement().satisfies(came -> {
            assertThat(came.following()).isTrue();
            assertThat(came.doctor().id()).isEqualTo(town.countyId);
        });
        assertThat(view.invitation()).isNull();
    }

    /** The referral itself is told of by its number alone. */
    private static void worksAndIsInTheReport(Town town, UUID talk, UUID referral) throws IOException {
        var path = Town.path(talk);
        Town.done(town.county, path + "/opinions", new Commands.SubmitOpinion(UUID.randomUUID(), "建议继续原方案"));
        Town.done(town.county, path + "/leave", null);
        Town.done(town.county, path + "/join", null);
        town.conclude(talk);
        var reader = new PdfReader(town.doctor.bytes(path + "/report"));
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        assertThat(text.toString().replaceAll("\\s", ""))
                .contains("建议继续原方案", "随转1：", "转诊单号：" + referral)
                .doesNotContain(SUMMARY, "高血压3级");
    }

    @Test
    void a_following_that_ended_leads_nowhere_and_takes_no_seat_away() {
        var town = town();
        var referral = followed(town);
        var talk = town.talk();
        try (var desk = town.live(town.county)) {
            desk.watch("inbox");
            desk.awaitView(
                    "inbox", DoctorInbox.class, inbox -> !inbox.followed().isEmpty());

            Town.done(town.county, path(referral) + "/follow", new Referrals.FollowReferral(0));

            desk.awaitNewest(
                    "inbox", DoctorInbox.class, inbox -> inbox.followed().isEmpty());
            assertThat(HubClient.problem(press(town.county, talk))).isEqualTo("not-found");
        }
        Town.done(town.county, path(referral) + "/follow", new Referrals.FollowReferral(30));
        assertThat(press(town.county, talk).statusCode()).isEqualTo(201);
        Town.done(town.county, path(referral) + "/follow", new Referrals.FollowReferral(0));
        assertThat(view(town, town.county, talk).actions()).contains(ConsultationView.Action.SUBMIT_OPINION);
    }

    @Test
    void a_following_whose_time_is_over_is_taken_off_the_open_screen() {
        var town = town();
        followed(town);
        var talk = town.talk();
        clock.pass(Duration.ofDays(30).minusSeconds(60));
        var county = town.signIn("county");
        try (var desk = town.live(county)) {
            desk.watch("inbox");
            desk.awaitView(
                    "inbox", DoctorInbox.class, inbox -> !inbox.followed().isEmpty());

            clock.pass(Duration.ofSeconds(60));
            followings.round();

            desk.awaitNewest(
                    "inbox", DoctorInbox.class, inbox -> inbox.followed().isEmpty());
            assertThat(HubClient.problem(press(county, talk))).isEqualTo("not-found");
        }
    }

    @Test
    void a_referral_that_nobody_has_accepted_lets_nobody_in() {
        var town = town();
        var up = sentUp(town);
        var down = sendDown(town, up);
        Town.done(town.county, path(down) + "/follow", new Referrals.FollowReferral(30));
        var talk = town.talk();

        assertThat(HubClient.problem(press(town.county, talk))).isEqualTo("not-found");
        try (var desk = town.live(town.county)) {
            desk.watch("inbox");
            desk.awaitView("inbox", DoctorInbox.class, inbox -> inbox.followed().isEmpty());

            accept(town.doctor, down);

            desk.awaitNewest(
                    "inbox", DoctorInbox.class, inbox -> !inbox.followed().isEmpty());
        }
    }

    @Test
    void a_second_press_and_a_press_while_rung_are_answered_already_invited() {
        var town = town();
        followed(town);
        var talk = town.talk();
        var key = UUID.randomUUID();
        var wish = new Commands.JoinAsFollower(UUID.randomUUID());

        assertThat(town.county.post(Town.path(talk) + "/follow", wish, key).statusCode())
                .isEqualTo(201);
        assertThat(town.county.post(Town.path(talk) + "/follow", wish, key).statusCode())
                .as("the same command once more")
                .isEqualTo(201);
        assertThat(HubClient.problem(press(town.county, talk))).isEqualTo("already-invited");

        town.conclude(talk);
        var next = town.talk();
        town.invite(next);
        assertThat(HubClient.problem(press(town.county, next))).isEqualTo("already-invited");
        assertThat(inbox(town, town.county).followed()).isEmpty();
    }

    @Test
    void who_leads_the_talk_and_follows_is_offered_nothing() {
        var town = town();
        var up = sentUp(town);
        Town.done(town.doctor, path(up) + "/follow", new Referrals.FollowReferral(30));

        var talk = town.talk();

        assertThat(inbox(town, town.doctor).followed()).isEmpty();
        assertThat(HubClient.problem(press(town.doctor, talk))).isEqualTo("already-invited");
    }

    @Test
    void before_the_talk_there_is_nothing_to_see_and_after_it_the_state_is_named() {
        var town = town();
        followed(town);
        var waiting = town.request();
        assertThat(inbox(town, town.county).followed()).isEmpty();
        assertThat(HubClient.problem(press(town.county, waiting))).isEqualTo("not-found");
        Town.done(town.box, Town.path(waiting) + "/cancel", new Commands.Cancel(Commands.Cancel.Reason.CHANGED_MIND));

        var withdrawn = town.talk();
        Town.done(town.box, Town.path(withdrawn) + "/withdraw-consent", null);
        assertThat(refusal(press(town.county, withdrawn)).state()).isEqualTo("cancelled");

        var concluded = town.talk();
        town.conclude(concluded);
        assertThat(refusal(press(town.county, concluded)).state()).isEqualTo("concluded");
        assertThat(inbox(town, town.county).followed()).isEmpty();
    }

    @Test
    void a_doctor_off_duty_comes_in_all_the_same() {
        var town = town();
        followed(town);
        Town.done(town.county, "/api/duty", new Commands.SetDuty(false));
        var talk = town.talk();

        assertThat(inbox(town, town.county).followed()).hasSize(1);
        assertThat(press(town.county, talk).statusCode()).isEqualTo(201);
    }

    @Test
    void the_referral_stands_for_an_agreement_of_its_two_institutions_and_the_years_are_asked_all_the_same() {
        var town = town();
        var referral = followed(town);
        var talk = town.talk();
        jdbc.sql("update institution set parent = null where id = ?")
                .param(institutionOf(town.doctorId))
                .update();
        since(town, 0);

        var young = refusal(press(town.county, talk));
        assertThat(young.rule()).isEqualTo("remote-doctor-years");
        assertThat(young.missing()).containsExactly("practising-since");
        since(town, 2008);
        assertThat(press(town.county, talk).statusCode()).isEqualTo(201);

        assertThat(jdbc.sql(
                                "select body -> 'invitations' -> 0 -> 'ground' ->> 'referral' from consultation where id = ?")
                        .param(talk)
                        .query(String.class)
                        .single())
                .isEqualTo(referral.toString());
    }

    @Test
    void a_follower_who_works_elsewhere_now_needs_what_an_invited_doctor_needs() {
        var town = town();
        followed(town);
        var talk = town.talk();
        jdbc.sql("update doctor set institution = ? where account = ?")
                .params(institutionOf(town().countyId), town.countyId)
                .update();

        var refused = refusal(press(town.county, talk));

        assertThat(refused.rule()).isEqualTo("remote-agreement");
        assertThat(refused.missing()).containsExactly("agreement");
    }

    /** @param year 0 for not known */
    private void since(Town town, int year) {
        jdbc.sql("update doctor set practising_since = nullif(?, 0) where account = ?")
                .params(year, town.countyId)
                .update();
    }

    /** The county doctor sent the patient back down, the doctor at home accepted, and the county doctor follows. */
    private UUID followed(Town town) {
        var down = sendDown(town, sentUp(town));
        accept(town.doctor, down);
        Town.done(town.county, path(down) + "/follow", new Referrals.FollowReferral(30));
        return down;
    }

    /** Out of a talk that is over. */
    private UUID sentUp(Town town) {
        var talk = town.talk();
        var up = send(town, town.doctor, Direction.UP, talk, null);
        accept(town.county, up);
        town.conclude(talk);
        return up;
    }

    private UUID sendDown(Town town, UUID up) {
        return send(town, town.county, Direction.DOWN, null, up);
    }

    private UUID send(Town town, HubClient sender, Direction direction, @Nullable UUID talk, @Nullable UUID answered) {
        boolean down = direction == Direction.DOWN;
        var wish = new Referrals.SendReferral(
                UUID.randomUUID(),
                town.patient,
                talk,
                answered,
                direction,
                institutionOf(down ? town.doctorId : town.countyId),
                down ? Department.GENERAL : Department.CARDIOLOGY,
                new Disease("高血压 3 级", "I10"),
                Urgency.ROUTINE,
                null,
                SUMMARY,
                down ? new CarePackage("低盐饮食", null, null, List.of(), List.of()) : null);
        Town.done(sender, "/api/referrals", wish);
        return wish.id();
    }

    private static void accept(HubClient doctor, UUID id) {
        Town.done(doctor, path(id) + "/accept", new Referrals.AcceptReferral(LocalDate.of(2026, 12, 1), "门诊三诊室"));
    }

    /** The key 加入随转. */
    private static HttpResponse<String> press(HubClient doctor, UUID talk) {
        return doctor.post(Town.path(talk) + "/follow", new Commands.JoinAsFollower(UUID.randomUUID()));
    }

    private static Problem refusal(HttpResponse<String> answer) {
        return HubClient.read(answer, Problem.class);
    }

    private static DoctorInbox inbox(Town town, HubClient doctor) {
        try (var live = town.live(doctor)) {
            live.watch("inbox");
            return live.awaitView("inbox", DoctorInbox.class, _ -> true);
        }
    }

    private static ConsultationView view(Town town, HubClient doctor, UUID talk) {
        try (var live = town.live(doctor)) {
            live.watch("consultation/" + talk);
            return live.awaitView("consultation/" + talk, ConsultationView.class, _ -> true);
        }
    }

    private static String path(UUID referral) {
        return "/api/referrals/" + referral;
    }

    private UUID institutionOf(UUID doctor) {
        return jdbc.sql("select institution from doctor where account = ?")
                .param(doctor)
                .query(UUID.class)
                .single();
    }
}
