package org.wuduan.hub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wuduan.hub.record.RecordDesk.PENICILLIN;
import static org.wuduan.hub.record.RecordDesk.text;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.wuduan.contract.ClinicalRecord.AllergyState;
import org.wuduan.contract.ClinicalRecord.EntryContent;
import org.wuduan.contract.ClinicalRecord.EntryVersions;
import org.wuduan.contract.ClinicalRecord.StateNoAllergies;
import org.wuduan.contract.EntryKind;
import org.wuduan.contract.Looks.LookPage;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** Allergies, problems, medications and history of a patient. */
class EntriesTest extends HubTest {
    @Autowired
    PatientRecords records;

    @Test
    void allergies_are_never_asked_then_denied_then_some() {
        var town = town();
        town.talk();
        var desk = new RecordDesk(town);

        assertThat(records.allergies(town.patient).state()).isEqualTo(AllergyState.NEVER_ASKED);
        Town.done(town.doctor, desk.path() + "/no-known-allergies", new StateNoAllergies(UUID.randomUUID()));
        assertThat(desk.record(town.doctor, _ -> true).allergies().askedBy()).startsWith("医生");
        assertThat(records.allergies(town.patient).askedBy()).isEqualTo(town.doctorId);
        assertThat(desk.write(town.doctor, EntryKind.ALLERGY, PENICILLIN).statusCode())
                .isEqualTo(201);

        var allergies = records.allergies(town.patient);
        assertThat(allergies.state()).isEqualTo(AllergyState.SOME);
        assertThat(allergies.known())
                .singleElement()
                .extracting(PatientRecords.Allergy::substance)
                .isEqualTo("青霉素");
        assertThat(HubClient.problem(
                        town.doctor.post(desk.path() + "/no-known-allergies", new StateNoAllergies(UUID.randomUUID()))))
                .isEqualTo("wrong-state");
    }

    @Test
    void after_the_last_allergy_was_withdrawn_nobody_says_that_there_are_none_until_somebody_asks() {
        var town = town();
        town.talk();
        var desk = new RecordDesk(town);
        var id = UUID.randomUUID();
        Town.done(town.doctor, desk.path() + "/no-known-allergies", new StateNoAllergies(UUID.randomUUID()));
        clock.pass(java.time.Duration.ofSeconds(1));
        desk.write(town.doctor, id, EntryKind.ALLERGY, PENICILLIN);

        desk.retire(town.doctor, id, 1);

        assertThat(records.allergies(town.patient).state()).isEqualTo(AllergyState.NEVER_ASKED);
        clock.pass(java.time.Duration.ofSeconds(1));
        Town.done(town.doctor, desk.path() + "/no-known-allergies", new StateNoAllergies(UUID.randomUUID()));
        assertThat(records.allergies(town.patient).state()).isEqualTo(AllergyState.NONE_KNOWN);
    }

    @Test
    void a_change_keeps_the_old_text_with_author_and_time_and_what_is_retired_stays() {
        var town = town();
        town.talk();
        var desk = new RecordDesk(town);
        var id = UUID.randomUUID();
        desk.write(town.doctor, id, EntryKind.MEDICATION, text("硝苯地平"));

        assertThat(desk.edit(town.doctor, id, 1, text("氨氯地平")).statusCode()).isEqualTo(204);
        assertThat(desk.retire(town.doctor, id, 2).statusCode()).isEqualTo(204);

        var versions = HubClient.read(
                        town.doctor.get(desk.path() + "/entries/" + id + "/versions"), EntryVersions.class)
                .versions();
        assertThat(versions).extracting(version -> version.content().text()).containsExactly("氨氯地平", "氨氯地平", "硝苯地平");
        assertThat(versions.getFirst().retiredFor()).isEqualTo("已停");
        assertThat(records.medications(town.patient)).isEmpty();
        assertThat(desk.record(town.doctor, _ -> true).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.retired()).isNotNull());
        assertThat(HubClient.problem(desk.edit(town.doctor, id, 3, text("又改")))).isEqualTo("wrong-state");
    }

    @Test
    void of_two_who_change_an_entry_at_once_the_second_is_refused() {
        var town = town();
        town.talk();
        var desk = new RecordDesk(town);
        var id = UUID.randomUUID();
        desk.write(town.doctor, id, EntryKind.HISTORY, text("阑尾手术"));
        desk.edit(town.doctor, id, 1, text("阑尾手术 1998 年"));

        var second = desk.edit(town.doctor, id, 1, text("胆囊手术"));

        assertThat(HubClient.problem(second)).isEqualTo("edit-conflict");
    }

    @Test
    void an_allergy_needs_severity_and_certainty_and_other_entries_have_neither() {
        var town = town();
        town.talk();
        var desk = new RecordDesk(town);
        var usage = new EntryContent("青霉素", null, null, null, null, "每天", null);

        assertThat(HubClient.problem(desk.write(town.doctor, EntryKind.ALLERGY, text("青霉素"))))
                .isEqualTo("invalid-field");
        assertThat(HubClient.problem(desk.write(town.doctor, EntryKind.HISTORY, PENICILLIN)))
                .isEqualTo("invalid-field");
        assertThat(HubClient.problem(desk.write(town.doctor, EntryKind.PROBLEM, usage)))
                .isEqualTo("invalid-field");
        assertThat(HubClient.problem(desk.write(town.doctor, EntryKind.PROBLEM, text("  "))))
                .isEqualTo("invalid-field");
    }

    @Test
    void texts_lie_locked_in_the_database_and_can_not_be_changed_there() {
        var town = town();
        town.talk();
        var desk = new RecordDesk(town);
        var id = UUID.randomUUID();
        desk.write(town.doctor, id, EntryKind.ALLERGY, PENICILLIN);

        var kept = jdbc.sql("select content from record_entry_version where entry = ?")
                .param(id)
                .query(byte[].class)
                .single();

        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("青霉素");
        assertThatThrownBy(() -> jdbc.sql("update record_entry_version set version = 9 where entry = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from record_entry_version where entry = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_audit_names_each_version() {
        var town = town();
        town.talk();
        var desk = new RecordDesk(town);
        var id = UUID.randomUUID();
        desk.write(town.doctor, id, EntryKind.HISTORY, text("阑尾手术"));
        desk.edit(town.doctor, id, 1, text("阑尾手术 1998 年"));

        var actions = jdbc.sql(
                        "select a.action from record_entry_version v join audit_entry a on a.number = v.audited_as"
                                + " where v.entry = ? and a.actor = v.author and a.object = ? order by v.version")
                .params(id, town.patient)
                .query(String.class)
                .list();

        assertThat(actions).containsExactly("record-write-entry", "record-edit-entry");
    }

    @Test
    void three_hundred_entries_are_a_record_and_one_more_is_refused() {
        var town = town();
        town.talk();
        var desk = new RecordDesk(town);
        jdbc.sql("insert into record_entry (id, patient, kind, version, retired, changed_at)"
                        + " select gen_random_uuid(), ?, 'history', 1, false, now() from generate_series(1, ?)")
                .params(town.patient, RecordLimits.ENTRIES_MAX - 1)
                .update();

        assertThat(desk.write(town.doctor, EntryKind.HISTORY, text("第三百条")).statusCode())
                .isEqualTo(201);
        assertThat(HubClient.problem(desk.write(town.doctor, EntryKind.HISTORY, text("再一条"))))
                .isEqualTo("limit-reached");
    }

    @Test
    void the_home_reads_in_words_who_opened_and_changed_the_record() {
        var town = town();
        town.talk();
        var desk = new RecordDesk(town);
        desk.write(town.doctor, EntryKind.HISTORY, text("阑尾手术"));
        desk.record(town.doctor, _ -> true);

        var looks = HubClient.read(town.box.get("/api/patients/" + town.patient + "/looks"), LookPage.class)
                .looks();

        assertThat(looks)
                .extracting(LookPage.Look::what)
                .contains(LookPage.Kind.RECORD, LookPage.Kind.RECORD_CHANGE)
                .doesNotContain(LookPage.Kind.REGISTRATION);
    }

    @Test
    void after_the_conclusion_who_took_part_reads_and_nobody_writes() {
        var town = town();
        var stranger = town();
        var consultation = town.talk();
        var desk = new RecordDesk(town);
        desk.write(town.doctor, EntryKind.HISTORY, text("阑尾手术"));
        town.conclude(consultation);

        assertThat(desk.record(town.doctor, _ -> true).mayWrite()).isFalse();
        assertThat(desk.write(town.doctor, EntryKind.HISTORY, text("再一条")).statusCode())
                .isEqualTo(403);
        assertThat(desk.write(stranger.doctor, EntryKind.HISTORY, text("再一条")).statusCode())
                .isEqualTo(404);
        assertThat(desk.write(town.child, EntryKind.HISTORY, text("再一条")).statusCode())
                .isEqualTo(403);
    }
}
