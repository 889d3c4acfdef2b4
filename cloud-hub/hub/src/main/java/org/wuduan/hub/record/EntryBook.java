package org.wuduan.hub.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.contract.EntryKind;

/** Keeps the entries of records, every version of each. */
@Repository
class EntryBook {
    private static final String NEWEST =
            "select e.id, e.patient, e.kind, v.version, v.retired, v.author, v.at, v.content"
                    + " from record_entry e join record_entry_version v on v.entry = e.id and v.version = e.version";

    private final JdbcClient jdbc;
    private final ClinicalTexts texts;

    EntryBook(JdbcClient jdbc, ClinicalTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Asked for allergies, and the patient knew of none. */
    record Denial(UUID askedBy, Instant askedAt) {}

    /** What is true first, then what is no longer; the newest first. */
    List<KeptEntry> ofPatient(UUID patient, int limit) {
        return jdbc.sql(NEWEST + " where e.patient = ? order by e.retired, e.changed_at desc, e.id limit ?")
                .params(patient, limit)
                .query((row, _) -> kept(row))
                .list();
    }

    /** What is true now, of one kind. */
    List<KeptEntry> current(UUID patient, EntryKind kind) {
        return jdbc.sql(NEWEST + " where e.patient = ? and e.kind = ? and not e.retired order by e.changed_at, e.id")
                .params(patient, word(kind))
                .query((row, _) -> kept(row))
                .list();
    }

    int count(UUID patient) {
        return jdbc.sql("select count(*) from record_entry where patient = ?")
                .param(patient)
                .query(Integer.class)
                .single();
    }

    /** Under its row lock: two changes at once are made one after the other. */
    Optional<KeptEntry> lock(UUID id) {
        return jdbc.sql(NEWEST + " where e.id = ? for update of e")
                .param(id)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** All versions, the newest first. */
    List<KeptEntry> versions(UUID id, int limit) {
        return jdbc.sql("select e.id, e.patient, e.kind, v.version, v.retired, v.author, v.at, v.content"
                        + " from record_entry e join record_entry_version v on v.entry = e.id"
                        + " where e.id = ? order by v.version desc limit ?")
                .params(id, limit)
                .query((row, _) -> kept(row))
                .list();
    }

    /** @return false when another entry has this id */
    boolean add(KeptEntry entry, long auditedAs) {
        int added = jdbc.sql("insert into record_entry (id, patient, kind, version, retired, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(
                        entry.id(),
                        entry.patient(),
                        word(entry.kind()),
                        entry.version(),
                        entry.retired(),
                        Timestamp.from(entry.at()))
                .update();
        if (added == 1) {
            keepVersion(entry, auditedAs);
        }
        return added == 1;
    }

    void change(KeptEntry next, long auditedAs) {
        jdbc.sql("update record_entry set version = ?, retired = ?, changed_at = ? where id = ?")
                .params(next.version(), next.retired(), Timestamp.from(next.at()), next.id())
                .update();
        keepVersion(next, auditedAs);
    }

    private void keepVersion(KeptEntry entry, long auditedAs) {
        jdbc.sql("insert into record_entry_version (entry, version, author, at, content, retired, audited_as)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.id(),
                        entry.version(),
                        entry.author(),
                        Timestamp.from(entry.at()),
                        texts.lock(entry.text(), place(entry.id(), entry.version())),
                        entry.retired(),
                        auditedAs)
                .update();
    }

    /** The newest time at which the patient knew of no allergies. */
    Optional<Denial> denial(UUID patient) {
        return jdbc.sql("select asked_by, asked_at from no_known_allergies where patient = ?"
                        + " order by asked_at desc limit 1")
                .param(patient)
                .query((row, _) -> new Denial(
                        row.getObject("asked_by", UUID.class),
                        row.getTimestamp("asked_at").toInstant()))
                .optional();
    }

    /** When anything was last said of an allergy of the patient. */
    Optional<Instant> lastWordOfAllergies(UUID patient) {
        return jdbc.sql("select max(changed_at) from record_entry where patient = ? and kind = 'allergy'")
                .param(patient)
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }

    /** @return false when another one has this id */
    boolean addDenial(UUID id, UUID patient, Denial denial, long auditedAs) {
        return jdbc.sql("insert into no_known_allergies (id, patient, asked_by, asked_at, audited_as)"
                                + " values (?, ?, ?, ?, ?) on conflict (id) do nothing")
                        .params(id, patient, denial.askedBy(), Timestamp.from(denial.askedAt()), auditedAs)
                        .update()
                == 1;
    }

    private KeptEntry kept(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        int version = row.getInt("version");
        return new KeptEntry(
                id,
                row.getObject("patient", UUID.class),
                EntryKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                version,
                row.getBoolean("retired"),
                row.getObject("author", UUID.class),
                row.getTimestamp("at").toInstant(),
                texts.open(row.getBytes("content"), place(id, version), KeptEntry.Text.class));
    }

    private static ClinicalTexts.Place place(UUID entry, int version) {
        return new ClinicalTexts.Place(ClinicalTexts.Kind.RECORD_ENTRY, entry, version);
    }

    private static String word(EntryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
