package org.wuduan.hub.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes seals and what they cover. */
final class SealBook {
    private static final String SEAL = "select number, sealed_at, entries, digests, previous, seal from audit_seal";

    private final JdbcClient jdbc;

    SealBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Seal> newest() {
        return jdbc.sql(SEAL + " order by number desc limit 1")
                .query((row, _) -> seal(row))
                .optional();
    }

    Optional<Seal> numbered(long number) {
        return jdbc.sql(SEAL + " where number = ?")
                .param(number)
                .query((row, _) -> seal(row))
                .optional();
    }

    /** Every seal in order, one in memory at a time, as long as the reader wants more. */
    void each(Predicate<Seal> reader) {
        var next = first(0);
        while (next.isPresent() && reader.test(next.get())) {
            next = first(next.get().number());
        }
    }

    private Optional<Seal> first(long after) {
        return jdbc.sql(SEAL + " where number > ? order by number limit 1")
                .param(after)
                .query((row, _) -> seal(row))
                .optional();
    }

    /** Of concurrent sealers the second waits; goes with the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('audit_seal'))").query(row -> {
            // a void function answers one empty row
        });
    }

    /** Takes entries from those that wait; only those whose transaction has ended are seen. */
    List<TrailEntry> takeUnsealed(int max) {
        return jdbc.sql("with taken as (delete from audit_unsealed where entry in"
                        + " (select entry from audit_unsealed order by entry limit :max) returning entry)"
                        + " select " + TrailEntry.COLUMNS
                        + " from audit_entry where number in (select entry from taken) order by number")
                .param("max", max)
                .query((row, _) -> TrailEntry.of(row))
                .list();
    }

    void keep(Seal seal) {
        jdbc.sql("insert into audit_seal (number, sealed_at, entries, digests, previous, seal)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        seal.number(),
                        Timestamp.from(seal.sealedAt()),
                        seal.entries().toArray(Long[]::new),
                        seal.digests(),
                        seal.previous(),
                        seal.seal())
                .update();
    }

    List<TrailEntry> entries(List<Long> numbers) {
        return jdbc.sql("select " + TrailEntry.COLUMNS + " from audit_entry where number = any(?)")
                .param(numbers.toArray(Long[]::new))
                .query((row, _) -> TrailEntry.of(row))
                .list();
    }

    long unsealed() {
        return jdbc.sql("select count(*) from audit_unsealed").query(Long.class).single();
    }

    /** The first entry that neither is sealed nor waits for it: nobody of the hub wrote it. */
    Optional<Long> slippedIn() {
        return jdbc.sql("select number from audit_entry except select unnest(entries) from audit_seal"
                        + " except select entry from audit_unsealed order by 1 limit 1")
                .query(Long.class)
                .optional();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("number"),
                row.getTimestamp("sealed_at").toInstant(),
                numbers(row.getArray("entries")),
                row.getBytes("digests"),
                row.getBytes("previous"),
                row.getBytes("seal"));
    }

    private static List<Long> numbers(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }
}
