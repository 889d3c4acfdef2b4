package org.wuduan.hub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wuduan.hub.record.RecordDesk.note;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.wuduan.contract.ClinicalRecord.AmendNote;
import org.wuduan.contract.ClinicalRecord.Note;
import org.wuduan.contract.ClinicalRecord.NoteContent;
import org.wuduan.contract.ClinicalRecord.NoteVersions;
import org.wuduan.contract.ClinicalRecord.SaveNote;
import org.wuduan.contract.ClinicalRecord.SeenNote;
import org.wuduan.contract.ClinicalRecord.VisitNotes;
import org.wuduan.contract.Diagnosis;
import org.wuduan.contract.NoteState;
import org.wuduan.contract.NoteTemplate;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** The outpatient notes of a consultation: saved by version, submitted, amended, archived. */
class NotesTest extends HubTest {
    @Autowired
    PatientRecords records;

    @Autowired
    DiagnosisCodes codes;

    private Diagnosis someDiagnosis() {
        return codes.find("I1").diagnoses().getFirst();
    }

    private static SaveNote text(UUID note, int base, NoteContent content) {
        return new SaveNote(note, base, NoteTemplate.HYPERTENSION, content);
    }

    private Town withCountyDoctor(UUID[] consultation) {
        var town = town();
        consultation[0] = town.talk();
        var invitation = town.invite(consultation[0]);
        Town.done(town.county, Town.path(consultation[0]) + "/invitations/" + invitation + "/accept", null);
        return town;
    }

    @Test
    void each_saved_version_keeps_who_when_and_the_old_text() {
        var consultation = new UUID[1];
        var town = withCountyDoctor(consultation);
        var desk = new RecordDesk(town);
        var id = desk.begin(town.doctor, consultation[0], note("头晕", "多休息"));

        assertThat(desk.save(town.county, consultation[0], text(id, 1, note("头晕三天", "多休息")))
                        .statusCode())
                .isEqualTo(204);

        var versions = HubClient.read(
                        town.doctor.get(Town.path(consultation[0]) + "/notes/" + id + "/versions"), NoteVersions.class)
                .versions();
        assertThat(versions).extracting(one -> one.content().complaint()).containsExactly("头晕三天", "头晕");
        assertThat(versions).extracting(one -> one.by().id()).containsExactly(town.countyId, town.doctorId);
    }

    @Test
    void of_two_who_save_the_same_version_the_second_is_refused_and_loses_nothing_in_the_hub() {
        var consultation = new UUID[1];
        var town = withCountyDoctor(consultation);
        var desk = new RecordDesk(town);
        var id = desk.begin(town.doctor, consultation[0], note("头晕", ""));
        desk.save(town.doctor, consultation[0], text(id, 1, note("头晕三天", "")));

        var second = desk.save(town.county, consultation[0], text(id, 1, note("头痛", "")));

        assertThat(HubClient.problem(second)).isEqualTo("edit-conflict");
        assertThat(desk.notes(town.county, consultation[0]).notes())
                .singleElement()
                .extracting(one -> one.content().complaint())
                .isEqualTo("头晕三天");
    }

    @Test
    void a_second_tab_that_begins_a_note_meets_the_first_one() {
        var town = town();
        var consultation = town.talk();
        var desk = new RecordDesk(town);
        desk.begin(town.doctor, consultation, note("头晕", ""));

        var second = desk.save(town.doctor, consultation, text(UUID.randomUUID(), 0, note("头痛", "")));

        assertThat(HubClient.problem(second)).isEqualTo("edit-conflict");
    }

    @Test
    void an_invited_doctor_writes_an_own_note_that_nobody_else_changes() {
        var consultation = new UUID[1];
        var town = withCountyDoctor(consultation);
        var desk = new RecordDesk(town);
        desk.begin(town.doctor, consultation[0], note("头晕", ""));
        var own = desk.begin(town.county, consultation[0], note("会诊所见", ""));

        var foreign = desk.save(town.doctor, consultation[0], text(own, 1, note("改了", "")));

        assertThat(HubClient.problem(foreign)).isEqualTo("action-not-allowed");
        assertThat(desk.notes(town.doctor, consultation[0]).notes())
                .extracting(one -> one.owner().id())
                .containsExactly(town.doctorId, town.countyId);
    }

    @Test
    void only_its_owner_submits_amends_and_archives_a_note() {
        var consultation = new UUID[1];
        var town = withCountyDoctor(consultation);
        var desk = new RecordDesk(town);
        var path = Town.path(consultation[0]) + "/note/";
        var id = desk.begin(town.doctor, consultation[0], note("头晕", ""));

        assertThat(HubClient.problem(town.county.post(path + "submit", new SeenNote(id, 1))))
                .isEqualTo("action-not-allowed");
        Town.done(town.doctor, path + "submit", new SeenNote(id, 1));
        assertThat(HubClient.problem(desk.save(town.doctor, consultation[0], text(id, 2, note("又改", "")))))
                .isEqualTo("wrong-state");
        Town.done(town.doctor, path + "amend", new AmendNote(id, 2, "时间写错", note("头晕四天", "")));
        Town.done(town.doctor, path + "archive", new SeenNote(id, 3));

        var kept = desk.notes(town.doctor, consultation[0]).notes().getFirst();
        assertThat(kept).extracting(Note::state, Note::version).containsExactly(NoteState.ARCHIVED, 4);
        assertThat(kept.content().complaint()).isEqualTo("头晕四天");
        assertThat(HubClient.problem(town.doctor.post(path + "amend", new AmendNote(id, 4, "再改", note("x", "")))))
                .isEqualTo("wrong-state");
    }

    @Test
    void a_note_is_finished_after_the_call_and_then_stands_in_the_record() {
        var town = town();
        var consultation = town.talk();
        var desk = new RecordDesk(town);
        var diagnosis = someDiagnosis();
        var id = desk.begin(town.doctor, consultation, note("头晕", ""));
        town.conclude(consultation);

        assertThat(desk.save(town.doctor, consultation, text(id, 1, note(diagnosis)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(visit(desk, town, consultation)).isEmpty();
        Town.done(town.doctor, Town.path(consultation) + "/note/submit", new SeenNote(id, 2));

        assertThat(visit(desk, town, consultation)).hasSize(1);
        assertThat(records.diagnoses(consultation)).containsExactly(diagnosis);
        assertThat(desk.record(town.doctor, _ -> true).visits()).singleElement().satisfies(visit -> {
            assertThat(visit.diagnoses()).containsExactly(diagnosis);
            assertThat(visit.notes()).isEqualTo(1);
        });
        assertThat(audited(town.doctorId, "opening", "open-notes")).isPositive();
    }

    private static java.util.List<Note> visit(RecordDesk desk, Town town, UUID consultation) {
        return HubClient.read(town.doctor.get(desk.path() + "/visits/" + consultation), VisitNotes.class)
                .notes();
    }

    @Test
    void a_diagnosis_that_is_not_in_the_list_is_refused_and_one_that_was_is_kept() {
        var town = town();
        var consultation = town.talk();
        var desk = new RecordDesk(town);
        var made = new SaveNote(UUID.randomUUID(), 0, NoteTemplate.BLANK, note(new Diagnosis("I10", "编的名字")));

        assertThat(HubClient.problem(desk.save(town.doctor, consultation, made)))
                .isEqualTo("invalid-field");
        assertThat(desk.save(town.doctor, consultation, text(UUID.randomUUID(), 0, note(someDiagnosis())))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void an_empty_note_is_saved_but_not_submitted() {
        var town = town();
        var consultation = town.talk();
        var id = new RecordDesk(town).begin(town.doctor, consultation, note("", " "));

        assertThat(HubClient.problem(town.doctor.post(Town.path(consultation) + "/note/submit", new SeenNote(id, 1))))
                .isEqualTo("invalid-field");
    }

    @Test
    void texts_lie_locked_and_no_version_can_be_changed_or_deleted() {
        var town = town();
        var consultation = town.talk();
        var id = new RecordDesk(town).begin(town.doctor, consultation, note("头晕", ""));

        var kept = jdbc.sql("select content from note_version where note = ?")
                .param(id)
                .query(byte[].class)
                .single();

        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("头晕");
        for (var change : new String[] {"update note_version set version = 7", "delete from note_version"}) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void ten_thousand_versions_are_a_note_and_one_more_is_refused() {
        var town = town();
        var consultation = town.talk();
        var desk = new RecordDesk(town);
        var id = desk.begin(town.doctor, consultation, note("头晕", ""));
        versions(id, RecordLimits.NOTE_VERSIONS_MAX - 1);

        assertThat(desk.save(town.doctor, consultation, text(id, RecordLimits.NOTE_VERSIONS_MAX - 1, note("头晕一", "")))
                        .statusCode())
                .isEqualTo(204);
        assertThat(HubClient.problem(desk.save(
                        town.doctor, consultation, text(id, RecordLimits.NOTE_VERSIONS_MAX, note("头晕二", "")))))
                .isEqualTo("limit-reached");
    }

    /** As if it had been saved so often: the newest version is locked for its number. */
    private void versions(UUID note, int version) {
        var texts = new KeptNote.Text(note("头晕", ""), null);
        var locked = clinical.lock(texts, new ClinicalTexts.Place(ClinicalTexts.Kind.NOTE_TEXT, note, version));
        jdbc.sql("insert into note_version (note, version, author, at, state, content, audited_as)"
                        + " select note, ?, author, at, state, ?, audited_as from note_version where note = ?")
                .params(version, locked, note)
                .update();
        jdbc.sql("update note set version = ? where id = ?")
                .params(version, note)
                .update();
    }

    @Autowired
    ClinicalTexts clinical;

    @Test
    void the_home_has_no_notes() {
        var town = town();
        var consultation = town.talk();
        var id = new RecordDesk(town).begin(town.doctor, consultation, note("头晕", ""));

        for (var who : new HubClient[] {town.box, town.child}) {
            assertThat(who.get(Town.path(consultation) + "/notes/" + id + "/versions")
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
