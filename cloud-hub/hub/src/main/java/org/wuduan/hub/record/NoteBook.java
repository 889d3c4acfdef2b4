package org.wuduan.hub.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.contract.NoteState;
import org.wuduan.contract.NoteTemplate;

/** Keeps notes, every version of each. */
@Repository
class NoteBook {
    private static final String COLUMNS = "select n.id, n.consultation, n.patient, n.owner, n.template,"
            + " v.version, v.state, v.author, v.at, v.content, v.signed_as from note n join note_version v on v.note = n.id";
    private static final String NEWEST = COLUMNS + " and v.version = n.version";

    private final JdbcClient jdbc;
    private final ClinicalTexts texts;

    NoteBook(JdbcClient jdbc, ClinicalTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** The first begun first. */
    List<KeptNote> ofConsultation(UUID consultation) {
        return jdbc.sql(NEWEST + " where n.consultation = ? order by n.id limit ?")
                .params(consultation, RecordLimits.NOTES_MAX)
                .query((row, _) -> kept(row))
                .list();
    }

    /** What was submitted of a patient, the newest first. */
    List<KeptNote> finishedOfPatient(UUID patient, int limit) {
        return jdbc.sql(NEWEST + " where n.patient = ? and n.state <> 'draft' order by n.changed_at desc limit ?")
                .params(patient, limit)
                .query((row, _) -> kept(row))
                .list();
    }

    /** Under its row lock: two doctors who save at once are heard one after the other. */
    Optional<KeptNote> lock(UUID id) {
        return jdbc.sql(NEWEST + " where n.id = ? for update of n")
                .param(id)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** All versions, the newest first. */
    List<KeptNote> versions(UUID id, int limit) {
        return jdbc.sql(COLUMNS + " where n.id = ? order by v.version desc limit ?")
                .params(id, limit)
                .query((row, _) -> kept(row))
                .list();
    }

    /** @return false when the owner has a note of this consultation already, or another note has this id */
    boolean add(KeptNote note, long auditedAs) {
        var head = note.head();
        int added = jdbc.sql("insert into note (id, consultation, patient, owner, state, template, version, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        head.id(),
                        head.consultation(),
                        head.patient(),
                        head.owner(),
                        word(note.state()),
                        word(head.template()),
                        note.version(),
                        Timestamp.from(note.at()))
                .update();
        if (added == 1) {
            keepVersion(note, auditedAs);
        }
        return added == 1;
    }

    void change(KeptNote next, long auditedAs) {
        jdbc.sql("update note set version = ?, state = ?, changed_at = ? where id = ?")
                .params(
                        next.version(),
                        word(next.state()),
                        Timestamp.from(next.at()),
                        next.head().id())
                .update();
        keepVersion(next, auditedAs);
    }

    private void keepVersion(KeptNote note, long auditedAs) {
        var id = note.head().id();
        jdbc.sql("insert into note_version (note, version, author, at, state, content, signed_as, audited_as)"
                        + " values (:note, :version, :author, :at, :state, :content, :signedAs, :auditedAs)")
                .param("note", id)
                .param("version", note.version())
                .param("author", note.author())
                .param("at", Timestamp.from(note.at()))
                .param("state", word(note.state()))
                .param("content", texts.lock(note.text(), place(id, note.version())))
                .param("signedAs", note.signedAs(), Types.INTEGER)
                .param("auditedAs", auditedAs)
                .update();
    }

    private KeptNote kept(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        int version = row.getInt("version");
        var head = new KeptNote.Head(
                id,
                row.getObject("consultation", UUID.class),
                row.getObject("patient", UUID.class),
                row.getObject("owner", UUID.class),
                NoteTemplate.valueOf(row.getString("template").toUpperCase(Locale.ROOT)));
        return new KeptNote(
                head,
                version,
                NoteState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("author", UUID.class),
                row.getTimestamp("at").toInstant(),
                texts.open(row.getBytes("content"), place(id, version), KeptNote.Text.class),
                row.getObject("signed_as", Integer.class));
    }

    private static ClinicalTexts.Place place(UUID note, int version) {
        return new ClinicalTexts.Place(ClinicalTexts.Kind.NOTE_TEXT, note, version);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
