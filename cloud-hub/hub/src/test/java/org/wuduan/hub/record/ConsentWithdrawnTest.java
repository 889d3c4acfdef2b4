package org.wuduan.hub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.record.RecordDesk.note;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.ActiveConsultation;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.ClinicalRecord.Note;
import org.wuduan.contract.ClinicalRecord.SaveNote;
import org.wuduan.contract.ClinicalRecord.SeenNote;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Department;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.Looks.LookPage;
import org.wuduan.contract.NoteState;
import org.wuduan.contract.NoteTemplate;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Prescribing.SavePrescription;
import org.wuduan.contract.Referrals;
import org.wuduan.contract.SupplyKind;
import org.wuduan.contract.View;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.contract.View.ConsultationView.Cancelled;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** Consent is taken back in the middle of a talk and of its note. */
class ConsentWithdrawnTest extends HubTest {
    private Town town;
    private RecordDesk desk;
    private UUID consultation;
    private String path;

    @BeforeEach
    void aTalk() {
        town = town();
        desk = new RecordDesk(town);
        consultation = town.talk();
        path = Town.path(consultation);
    }

    private HttpResponse<String> withdraw(HubClient who) {
        return who.post(path + "/withdraw-consent", null);
    }

    private ConsultationView seenBy(HubClient viewer) {
        try (var live = town.live(viewer)) {
            live.watch("consultation/" + consultation);
            return live.awaitView("consultation/" + consultation, ConsultationView.class, _ -> true);
        }
    }

    private static Cancelled ended(ConsultationView view) {
        return Objects.requireNonNull(view.cancelled());
    }

    @Test
    void the_note_that_was_begun_is_saved_submitted_and_archived_afterwards() {
        var id = desk.begin(town.doctor, consultation, note("头晕", ""));

        assertThat(withdraw(town.box).statusCode()).isEqualTo(204);

        assertThat(desk.notes(town.doctor, consultation).mayWrite()).isTrue();
        var rest = new SaveNote(id, 1, NoteTemplate.HYPERTENSION, note("头晕", "患者撤回同意,已告知随时可再来"));
        assertThat(desk.save(town.doctor, consultation, rest).statusCode()).isEqualTo(204);
        Town.done(town.doctor, path + "/note/submit", new SeenNote(id, 2));
        Town.done(town.doctor, path + "/note/archive", new SeenNote(id, 3));
        var kept = desk.notes(town.doctor, consultation).notes().getFirst();
        assertThat(kept).extracting(Note::state, Note::version).containsExactly(NoteState.ARCHIVED, 4);
        assertThat(kept.content().advice()).startsWith("患者撤回同意");
    }

    @Test
    void a_note_can_be_begun_after_it_and_none_where_there_was_no_talk() {
        withdraw(town.child);
        var begun = new SaveNote(UUID.randomUUID(), 0, NoteTemplate.BLANK, note("头晕", ""));

        assertThat(desk.save(town.doctor, consultation, begun).statusCode()).isEqualTo(204);

        var unheld = town.request();
        Town.done(town.doctor, Town.path(unheld) + "/accept", new Commands.Accept(Town.seenBefore()));
        Town.done(town.box, Town.path(unheld) + "/cancel", new Commands.Cancel(Commands.Cancel.Reason.CHANGED_MIND));
        var other = new SaveNote(UUID.randomUUID(), 0, NoteTemplate.BLANK, note("头晕", ""));
        assertThat(HubClient.problem(desk.save(town.doctor, unheld, other))).isEqualTo("wrong-state");
    }

    @Test
    void nothing_new_begins_in_it_any_more() {
        var invitation = town.invite(consultation);
        Town.done(town.county, path + "/invitations/" + invitation + "/accept", null);
        var opinion = UUID.randomUUID();
        Town.done(town.county, path + "/opinions", new Commands.SubmitOpinion(opinion, "建议动态血压监测"));

        withdraw(town.box);

        var refused = List.of(
                town.county.post(path + "/opinions", new Commands.SubmitOpinion(UUID.randomUUID(), "再看看")),
                town.doctor.post(
                        path + "/opinions/" + opinion + "/decision",
                        new Commands.Decide(UUID.randomUUID(), Adoption.ADOPTED, null, null)),
                town.doctor.post(path + "/prescriptions", new SavePrescription(UUID.randomUUID(), 0, sheet())),
                town.doctor.post("/api/referrals", referral()),
                town.doctor.post(
                        path + "/home-plan",
                        new Referrals.OrderHomePlan(
                                UUID.randomUUID(), new CarePackage("量血压", null, null, List.of(), List.of()))),
                town.doctor.post(path + "/conclude", new Commands.Conclude(ConsultationOutcome.NORMAL, "多喝水")),
                town.box.post(path + "/join", null),
                town.child.post(path + "/join", null));
        assertThat(refused).extracting(HubClient::problem).containsOnly("wrong-state");
    }

    private PrescriptionSheet sheet() {
        return new PrescriptionSheet(
                town.patient, SupplyKind.ORDINARY, List.of(), List.of(), List.of(), false, null, null, null, null);
    }

    private Referrals.SendReferral referral() {
        var hospital = jdbc.sql("select institution from doctor where account = ?")
                .param(town.countyId)
                .query(UUID.class)
                .single();
        return new Referrals.SendReferral(
                UUID.randomUUID(),
                town.patient,
                consultation,
                null,
                Referrals.Direction.UP,
                hospital,
                Department.CARDIOLOGY,
                new Referrals.Disease("高血压 3 级", "I10"),
                Referrals.Urgency.URGENT,
                null,
                "头晕三天",
                null);
    }

    @Test
    void everybody_sees_at_once_who_ended_it_and_why_and_the_call_is_over() {
        var rung = town.invite(consultation);

        withdraw(town.child);

        for (var viewer : List.of(town.box, town.child, town.doctor)) {
            var view = seenBy(viewer);
            assertThat(view.state()).isEqualTo(ConsultationState.CANCELLED);
            assertThat(ended(view).by()).isEqualTo(Cancelled.By.FAMILY);
            assertThat(ended(view).reason()).isEqualTo(Cancelled.Reason.CONSENT_WITHDRAWN);
            assertThat(view.call()).isNull();
            assertThat(view.actions()).isEmpty();
        }
        assertThat(ended(seenBy(town.doctor)).source()).isNotNull();
        assertThat(ended(seenBy(town.box)).source()).isNull();
        assertThat(seenBy(town.doctor).invitations()).singleElement().satisfies(invited -> {
            assertThat(invited.id()).isEqualTo(rung);
            assertThat(invited.state()).isEqualTo(InvitationState.WITHDRAWN);
        });
    }

    @Test
    void the_record_of_the_patient_closes_for_its_doctor() {
        try (var live = town.live(town.doctor)) {
            live.watch("record/" + town.patient);
            live.awaitView("record/" + town.patient, View.RecordView.class, _ -> true);

            withdraw(town.box);

            live.await(LiveToTerminal.Gone.class, gone -> gone.stream().equals("record/" + town.patient));
        }
    }

    @Test
    void its_doctor_finds_it_again_for_three_days() {
        withdraw(town.box);

        assertThat(current(town.doctor)).containsExactly(ConsultationState.CANCELLED);

        clock.pass(Duration.ofDays(3).plusSeconds(1));
        assertThat(current(town.signIn("doctor"))).isEmpty();
    }

    private List<ConsultationState> current(HubClient doctor) {
        try (var live = town.live(doctor)) {
            live.watch("inbox");
            return live.awaitView("inbox", View.DoctorInbox.class, _ -> true).current().stream()
                    .map(ActiveConsultation::state)
                    .toList();
        }
    }

    @Test
    void a_repeat_is_the_same_command_and_a_second_one_comes_too_late() {
        var key = UUID.randomUUID();

        assertThat(town.box.post(path + "/withdraw-consent", null, key).statusCode())
                .isEqualTo(204);
        assertThat(town.box.post(path + "/withdraw-consent", null, key).statusCode())
                .isEqualTo(204);
        assertThat(HubClient.problem(withdraw(town.child))).isEqualTo("wrong-state");
    }

    @Test
    void the_trail_and_the_home_know_who_took_it_back() {
        withdraw(town.child);
        assertThat(audited(town.childId, "write", "withdrawconsent")).isEqualTo(1);
        assertThat(newestLook().what()).isEqualTo(LookPage.Kind.CONSENT_WITHDRAWN);
        assertThat(newestLook().kind()).isEqualTo(ActorKind.FAMILY);

        consultation = town.talk();
        path = Town.path(consultation);
        withdraw(town.box);

        assertThat(newestLook().what()).isEqualTo(LookPage.Kind.CONSENT_WITHDRAWN);
        assertThat(newestLook().kind()).isEqualTo(ActorKind.BOX);
    }

    private LookPage.Look newestLook() {
        var page = HubClient.read(town.child.get("/api/patients/" + town.patient + "/looks"), LookPage.class);
        return page.looks().getFirst();
    }
}
