package org.wuduan.hub.consultation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.signed.Digests;

/** Keeps reports as they were made, in whose archives they lie, and which are still to be made. */
@Repository
class ReportBook {
    /** So that the longest wait is 1,024 minutes, some 17 hours. */
    private static final int DOUBLINGS_MAX = 10;

    private final JdbcClient jdbc;

    ReportBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version of a report in the archive of one institution. */
    record Entry(UUID institution, int version, Instant archivedAt) {}

    /** @param source SHA-256 of what a report is made of: the same again is not made anew */
    Optional<byte[]> made(UUID consultation, byte[] source) {
        return jdbc.sql("select pdf from consultation_report where consultation = ? and source = ?"
                        + " order by version desc limit 1")
                .params(consultation, source)
                .query(byte[].class)
                .optional();
    }

    /** The number of the version that comes next. */
    int next(UUID consultation) {
        return jdbc.sql("select 1 + count(*) from consultation_report where consultation = ?")
                .param(consultation)
                .query(Integer.class)
                .single();
    }

    /** Keeps a version, and with it an entry for each institution; the edition names them. */
    void add(ReportEdition edition, byte[] source, byte[] pdf) {
        var at = Timestamp.from(edition.madeAt());
        jdbc.sql("insert into consultation_report (consultation, version, made_at, source, pdf) values (?, ?, ?, ?, ?)")
                .params(edition.consultation(), edition.version(), at, source, pdf)
                .update();
        jdbc.sql("insert into consultation_report_archive (consultation, version, institution, archived_at, digest)"
                        + " select ?, ?, institution, ?, ? from unnest(?::uuid[]) as place (institution)")
                .params(
                        edition.consultation(),
                        edition.version(),
                        at,
                        HexFormat.of().parseHex(Digests.of(pdf)),
                        edition.institutions().keySet().toArray(UUID[]::new))
                .update();
    }

    /** Where the newest version lies; empty as long as none is archived. */
    List<Entry> newest(UUID consultation) {
        return jdbc.sql("select institution, version, archived_at from consultation_report_archive a"
                        + " where consultation = ? and version ="
                        + " (select max(version) from consultation_report_archive where consultation = a.consultation)")
                .param(consultation)
                .query((row, _) -> new Entry(
                        row.getObject("institution", UUID.class),
                        row.getInt("version"),
                        row.getTimestamp("archived_at").toInstant()))
                .list();
    }

    void owe(UUID consultation) {
        jdbc.sql("insert into consultation_report_owed (consultation) values (?) on conflict do nothing")
                .param(consultation)
                .update();
    }

    void settle(UUID consultation) {
        jdbc.sql("delete from consultation_report_owed where consultation = ?")
                .param(consultation)
                .update();
    }

    /** Those that are owed and to be tried by now, the one that waits for the longest first. */
    List<UUID> owed(Instant now, int limit) {
        return jdbc.sql("select consultation from consultation_report_owed where next_try_at <= ?"
                        + " order by next_try_at limit ?")
                .params(Timestamp.from(now), limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** One that could not be made is left alone for a minute, and twice as long after each further try. */
    void postpone(UUID consultation, Instant now) {
        jdbc.sql("update consultation_report_owed set tries = tries + 1,"
                        + " next_try_at = ?::timestamptz + interval '1 minute' * power(2, least(tries, ?))"
                        + " where consultation = ?")
                .params(Timestamp.from(now), DOUBLINGS_MAX, consultation)
                .update();
    }
}
