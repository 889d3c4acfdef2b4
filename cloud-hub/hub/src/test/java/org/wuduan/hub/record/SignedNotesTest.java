package org.wuduan.hub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.record.RecordDesk.note;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.ClinicalRecord.AmendNote;
import org.wuduan.contract.ClinicalRecord.Note;
import org.wuduan.contract.ClinicalRecord.SeenNote;
import org.wuduan.contract.NoteState;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.SigningHand;
import org.wuduan.hub.fixtures.Town;

/** Notes and their signatures. */
class SignedNotesTest extends HubTest {
    private Town town;
    private RecordDesk desk;
    private UUID consultation;
    private String path;
    private UUID id;

    @BeforeEach
    void aDraft() {
        town = town();
        desk = new RecordDesk(town);
        consultation = town.talk();
        path = Town.path(consultation);
        id = desk.begin(town.doctor, consultation, note("头晕", ""));
    }

    private Note kept() {
        return desk.notes(town.doctor, consultation).notes().getFirst();
    }

    @Test
    void a_doctor_without_a_key_submits_and_nothing_is_said_to_be_signed() {
        Town.done(town.doctor, path + "/note/submit", new SeenNote(id, 1));

        assertThat(kept().state()).isEqualTo(NoteState.SUBMITTED);
        assertThat(kept().signature()).isNull();
        assertThat(town.doctor.get(path + "/notes/" + id + "/signed").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_doctor_with_a_key_signs_what_is_submitted_and_what_is_amended_and_each_version_holds() {
        SigningHand.readyFor(town.doctor, clock);

        Town.done(town.doctor, path + "/note/submit", new SeenNote(id, 1));
        Town.done(town.doctor, path + "/note/amend", new AmendNote(id, 2, "时间写错", note("头晕三天", "")));

        assertThat(kept().signature()).isNotNull();
        var verified = HubClient.read(town.doctor.get(path + "/notes/" + id + "/signed"), SignedDocument.class);
        assertThat(verified.complete()).isTrue();
        assertThat(verified.versions())
                .hasSize(2)
                .allMatch(version -> version.verdict().holds());
        assertThat(audited(town.doctorId, "opening", "open-signed")).isEqualTo(1);
        assertThat(town.doctor.get(path + "/notes/" + id + "/signed/file").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_archived_note_keeps_the_signature_of_its_text() {
        SigningHand.readyFor(town.doctor, clock);
        Town.done(town.doctor, path + "/note/submit", new SeenNote(id, 1));

        Town.done(town.doctor, path + "/note/archive", new SeenNote(id, 2));

        assertThat(kept().state()).isEqualTo(NoteState.ARCHIVED);
        assertThat(kept().signature()).isNotNull();
    }

    @Test
    void with_a_locked_key_the_note_stays_the_draft_that_it_was() {
        SigningHand.readyFor(town.doctor, clock).lock();

        assertThat(HubClient.problem(town.doctor.post(path + "/note/submit", new SeenNote(id, 1))))
                .isEqualTo("signing-key-locked");
        assertThat(kept().state()).isEqualTo(NoteState.DRAFT);
        assertThat(kept().version()).isEqualTo(1);
    }
}
