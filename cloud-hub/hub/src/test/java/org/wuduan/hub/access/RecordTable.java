package org.wuduan.hub.access;

import static org.wuduan.hub.access.HttpTable.NO_BODY;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ClinicalRecord.AmendNote;
import org.wuduan.contract.ClinicalRecord.EditEntry;
import org.wuduan.contract.ClinicalRecord.EntryContent;
import org.wuduan.contract.ClinicalRecord.NoteContent;
import org.wuduan.contract.ClinicalRecord.RetireEntry;
import org.wuduan.contract.ClinicalRecord.SaveNote;
import org.wuduan.contract.ClinicalRecord.SeenNote;
import org.wuduan.contract.ClinicalRecord.StateNoAllergies;
import org.wuduan.contract.ClinicalRecord.WriteEntry;
import org.wuduan.contract.EntryKind;
import org.wuduan.contract.NoteTemplate;

/** The lines of the matrix for a patient's record and the notes of a consultation. */
final class RecordTable {
    static final Set<Who> READERS_WHILE_WAITING = EnumSet.of(Who.QUEUE_DOCTOR, Who.CASE_DOCTOR);
    static final Set<Who> READERS_WHILE_LIVE = EnumSet.of(Who.CASE_DOCTOR, Who.RUNG_DOCTOR, Who.INVITED_DOCTOR);
    private static final Set<Who> NOBODY = Set.of();
    private static final Set<Who> ADMINISTRATOR = EnumSet.of(Who.SYSTEM_ADMINISTRATOR);
    private static final Set<Who> CASE_DOCTOR = EnumSet.of(Who.CASE_DOCTOR);
    private static final Set<Who> WRITERS_OF_NOTES = EnumSet.of(Who.CASE_DOCTOR, Who.INVITED_DOCTOR);

    /** Neither an entry nor a note has this id. */
    static final UUID NOTHING = new UUID(7, 10);

    private static final String RECORD = "/api/patients/{id}/record";
    private static final String NOTE = "/api/consultations/{id}/note";
    private static final EntryContent HISTORY = new EntryContent("阑尾手术", null, null, null, null, null, null);
    private static final NoteContent TEXT = new NoteContent("头晕", "", "", "", List.of(), "", "", List.of());

    private RecordTable() {}

    static List<HttpRow> rows() {
        return List.of(
                about(
                        "POST " + RECORD + "/entries",
                        (_, _) -> new WriteEntry(HttpRow.fresh(), EntryKind.HISTORY, HISTORY),
                        NOBODY,
                        CASE_DOCTOR),
                nothing("POST " + RECORD + "/entries/{entryId}", (_, _) -> new EditEntry(1, HISTORY), CASE_DOCTOR),
                nothing(
                        "POST " + RECORD + "/entries/{entryId}/retire",
                        (_, _) -> new RetireEntry(1, "写错了"),
                        CASE_DOCTOR),
                about(
                        "POST " + RECORD + "/no-known-allergies",
                        (_, _) -> new StateNoAllergies(HttpRow.fresh()),
                        NOBODY,
                        CASE_DOCTOR),
                about("GET " + RECORD + "/visits/{consultationId}", NO_BODY, READERS_WHILE_WAITING, READERS_WHILE_LIVE),
                about("GET " + RECORD + "/documents", NO_BODY, READERS_WHILE_WAITING, READERS_WHILE_LIVE),
                about(
                        "GET /api/patients/{id}/vitals/summary",
                        NO_BODY,
                        withHome(READERS_WHILE_WAITING),
                        withHome(READERS_WHILE_LIVE)),
                unread("GET " + RECORD + "/entries/{entryId}/versions"),
                about(
                        "POST " + NOTE + "/save",
                        (_, _) -> new SaveNote(HttpRow.fresh(), 0, NoteTemplate.BLANK, TEXT),
                        NOBODY,
                        WRITERS_OF_NOTES),
                nothing("POST " + NOTE + "/submit", (_, _) -> new SeenNote(NOTHING, 1), WRITERS_OF_NOTES),
                nothing("POST " + NOTE + "/amend", (_, _) -> new AmendNote(NOTHING, 1, "写错了", TEXT), WRITERS_OF_NOTES),
                nothing("POST " + NOTE + "/archive", (_, _) -> new SeenNote(NOTHING, 1), WRITERS_OF_NOTES),
                unread("GET /api/consultations/{id}/notes/{noteId}/versions"),
                unread("GET /api/consultations/{id}/notes/{noteId}/signed"),
                unread("GET /api/consultations/{id}/notes/{noteId}/signed/file"),
                only("GET /api/diagnoses", "?words=gxy", NO_BODY, Who.DOCTORS),
                only("GET /api/administration/diagnosis-imports/template", "", NO_BODY, ADMINISTRATOR),
                only("POST /api/administration/diagnosis-imports/check", "", (_, _) -> "诊断编码,诊断名称", ADMINISTRATOR),
                only("POST /api/administration/diagnosis-starter", "", NO_BODY, ADMINISTRATOR),
                only(
                        "POST /api/administration/diagnosis-imports",
                        "?checked=another-file",
                        (_, _) -> "诊断编码,诊断名称",
                        ADMINISTRATOR));
    }

    /** Vital signs are also for those at home who may see them. */
    private static Set<Who> withHome(Set<Who> doctors) {
        var all = EnumSet.of(Who.BOX, Who.CHILD_WITH_ALL_RIGHTS, Who.CHILD_WHO_SEES_VITALS);
        all.addAll(doctors);
        return all;
    }

    private static HttpRow about(
            String endpoint, BiFunction<Target, Who, @Nullable Object> body, Set<Who> waiting, Set<Who> live) {
        return new HttpRow(endpoint, "", "", body, new HttpRow.AboutObject(waiting, live, Set.of()));
    }

    private static HttpRow nothing(String endpoint, BiFunction<Target, Who, @Nullable Object> body, Set<Who> live) {
        return new HttpRow(endpoint, "", "", body, new HttpRow.NothingInRecord(NOBODY, live));
    }

    private static HttpRow unread(String endpoint) {
        return new HttpRow(
                endpoint, "", "", NO_BODY, new HttpRow.NothingInRecord(READERS_WHILE_WAITING, READERS_WHILE_LIVE));
    }

    private static HttpRow only(
            String endpoint, String query, BiFunction<Target, Who, @Nullable Object> body, Set<Who> who) {
        return new HttpRow(endpoint, "", query, body, new HttpRow.Only(who));
    }
}
