package org.wuduan.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.hub.audit.AuditVerifier.Broken;
import org.wuduan.hub.audit.AuditVerifier.Fault;
import org.wuduan.hub.audit.AuditVerifier.Whole;
import org.wuduan.hub.fixtures.HubDatabase;

/** What somebody with the database in hand may do to the trail, and what the verifier says to it. */
class SealedTrailTest {
    private static final UUID SOMEBODY = new UUID(1, 1);

    @TempDir
    Path folder;

    private Path anchor = Path.of("");
    private DriverManagerDataSource database = new DriverManagerDataSource();
    private JdbcClient jdbc = JdbcClient.create(database);
    private JdbcTransactionManager transactions = new JdbcTransactionManager(database);

    @BeforeEach
    void anEmptyTrail() {
        anchor = folder.resolve("newest-seal");
        database = HubDatabase.fresh();
        jdbc = JdbcClient.create(database);
        transactions = new JdbcTransactionManager(database);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/audit")
                .load()
                .migrate();
    }

    private AuditSealer sealer() {
        return new AuditSealer(jdbc, new TransactionTemplate(transactions), Clock.systemUTC(), Optional.of(anchor));
    }

    private AuditVerifier.Verdict verdict() {
        return new AuditVerifier(jdbc, transactions, Optional.of(anchor)).verify();
    }

    /** As the hub writes it: with its mark that it waits. */
    private void write(int entries) {
        for (int entry = 0; entry < entries; entry++) {
            jdbc.sql("with fresh as (insert into audit_entry (at, kind, actor, action, object)"
                            + " values (?, 'opening', ?, 'open-vitals', ?) returning number)"
                            + " insert into audit_unsealed select number from fresh")
                    .params(Timestamp.from(Instant.parse("2026-11-22T08:00:00.123456Z")), SOMEBODY, UUID.randomUUID())
                    .update();
        }
    }

    /** Past the triggers, as the owner of the tables can. */
    private void tamper(String sql) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(sql).update()).isPositive();
        });
    }

    private void sealedInTwo() {
        write(3);
        sealer().seal();
        write(3);
        sealer().seal();
        assertThat(verdict()).isEqualTo(new Whole(6, 2, 0, true));
    }

    @Test
    void entries_wait_a_moment_and_are_then_under_a_seal() {
        write(2);
        assertThat(verdict()).isEqualTo(new Whole(0, 0, 2, false));

        sealer().seal();

        assertThat(verdict()).isEqualTo(new Whole(2, 1, 0, true));
    }

    @Test
    void more_entries_than_fit_under_one_seal_get_a_second_one_at_once() {
        write(AuditSealer.ENTRIES_MAX);
        sealer().seal();
        assertThat(verdict()).isEqualTo(new Whole(AuditSealer.ENTRIES_MAX, 1, 0, true));

        write(AuditSealer.ENTRIES_MAX + 1);
        sealer().seal();
        assertThat(verdict()).isEqualTo(new Whole(2 * AuditSealer.ENTRIES_MAX + 1, 3, 0, true));
    }

    @Test
    void what_was_written_last_is_sealed_when_the_hub_ends() {
        write(1);

        sealer().destroy();

        assertThat(verdict()).isEqualTo(new Whole(1, 1, 0, true));
    }

    @Test
    void a_transaction_that_ends_late_is_sealed_by_a_later_seal() {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            write(1);
            var meanwhile = JdbcClient.create(database);
            Thread.ofVirtual().start(() -> {
                meanwhile
                        .sql("with fresh as (insert into audit_entry (at, kind, actor, action) values (now(), 'write',"
                                + " gen_random_uuid(), 'late') returning number)"
                                + " insert into audit_unsealed select number from fresh")
                        .update();
                new AuditSealer(
                                meanwhile,
                                new TransactionTemplate(new JdbcTransactionManager(database)),
                                Clock.systemUTC(),
                                Optional.of(anchor))
                        .seal();
            });
            org.wuduan.hub.fixtures.Eventually.holds("the later entry is sealed first", () -> Files.exists(anchor));
        });
        sealer().seal();

        assertThat(verdict()).isEqualTo(new Whole(2, 2, 0, true));
    }

    @Test
    void the_tables_take_neither_changes_nor_deletions() {
        sealedInTwo();
        for (var wish : new String[] {
            "update audit_entry set action = 'x' where number = 1",
            "delete from audit_entry where number = 1",
            "truncate audit_entry cascade",
            "update audit_seal set number = 9 where number = 1",
            "delete from audit_seal where number = 2",
            "truncate audit_seal"
        }) {
            assertThatThrownBy(() -> jdbc.sql(wish).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(verdict()).isInstanceOf(Whole.class);
    }

    @Test
    void a_changed_entry_is_named() {
        sealedInTwo();
        tamper("update audit_entry set actor = '00000000-0000-0002-0000-000000000002' where number = 4");
        assertThat(verdict()).isEqualTo(new Broken(Fault.ENTRY_CHANGED, 4));
    }

    @Test
    void a_time_moved_by_a_microsecond_is_named() {
        sealedInTwo();
        tamper("update audit_entry set at = at + interval '1 microsecond' where number = 2");
        assertThat(verdict()).isEqualTo(new Broken(Fault.ENTRY_CHANGED, 2));
    }

    @Test
    void an_entry_that_was_taken_away_is_named() {
        sealedInTwo();
        tamper("delete from audit_entry where number = 5");
        assertThat(verdict()).isEqualTo(new Broken(Fault.ENTRY_TAKEN_AWAY, 5));
    }

    @Test
    void an_entry_that_was_put_in_is_named() {
        sealedInTwo();
        tamper("insert into audit_entry (number, at, kind, actor, action) overriding system value"
                + " values (-7, '2026-11-01', 'write', gen_random_uuid(), 'never-done')");
        assertThat(verdict()).isEqualTo(new Broken(Fault.ENTRY_PUT_IN, -7));
    }

    @Test
    void two_entries_that_changed_places_are_named() {
        sealedInTwo();
        tamper("update audit_entry mine set object = other.object from audit_entry other"
                + " where mine.number in (2, 3) and other.number = 5 - mine.number");
        assertThat(verdict()).isEqualTo(new Broken(Fault.ENTRY_CHANGED, 2));
    }

    @Test
    void an_entry_that_was_changed_together_with_its_digest_breaks_the_seal() {
        sealedInTwo();
        tamper("update audit_seal set digests = overlay(digests placing decode('00', 'hex') from 1 for 1)"
                + " where number = 1");
        assertThat(verdict()).isEqualTo(new Broken(Fault.SEAL_CHANGED, 1));
    }

    @Test
    void a_seal_that_was_taken_away_with_its_entries_is_named() {
        sealedInTwo();
        tamper("delete from audit_entry where number <= 3");
        tamper("delete from audit_seal where number = 1");
        assertThat(verdict()).isEqualTo(new Broken(Fault.SEAL_TAKEN_AWAY, 1));
    }

    @Test
    void an_end_that_was_cut_off_is_seen_by_the_file_outside() throws IOException {
        sealedInTwo();
        tamper("delete from audit_entry where number > 3");
        tamper("delete from audit_seal where number = 2");
        assertThat(verdict()).isEqualTo(new Broken(Fault.END_CUT_OFF, 2));

        // and the hub that goes on does not wipe the evidence away
        var kept = Files.readString(anchor);
        write(1);
        sealer().seal();
        assertThat(Files.readString(anchor)).isEqualTo(kept);
        assertThat(verdict()).isEqualTo(new Broken(Fault.END_CUT_OFF, 2));
    }

    @Test
    void a_chain_that_was_made_anew_is_seen_by_the_file_outside() {
        sealedInTwo();
        tamper("update audit_entry set action = 'nothing' where number = 1");
        tamper("delete from audit_seal");
        jdbc.sql("insert into audit_unsealed select number from audit_entry").update();
        new AuditSealer(jdbc, new TransactionTemplate(transactions), Clock.systemUTC(), Optional.empty()).seal();
        write(1);
        new AuditSealer(jdbc, new TransactionTemplate(transactions), Clock.systemUTC(), Optional.empty()).seal();

        assertThat(verdict()).isEqualTo(new Broken(Fault.END_CUT_OFF, 2));
    }

    @Test
    void a_file_outside_that_is_no_seal_is_no_reason_to_believe_the_trail() throws IOException {
        sealedInTwo();
        Files.writeString(anchor, "2 not-a-hash\n");
        assertThat(verdict()).isEqualTo(new Broken(Fault.ANCHOR_UNREADABLE, 0));
    }

    @Test
    void a_seal_is_written_also_where_the_file_outside_cannot_be() {
        anchor = folder.resolve("missing-folder/newest-seal");
        write(2);

        sealer().seal();

        assertThat(verdict()).isEqualTo(new Whole(2, 1, 0, false));
    }

    @Test
    void an_operator_gets_one_sentence_and_a_status() throws IOException {
        sealedInTwo();
        var settings = folder.resolve("hub.properties");
        Files.writeString(
                settings,
                "hub.database.url=" + database.getUrl() + "\nhub.database.user=postgres\nhub.audit-anchor=" + anchor);

        assertThat(command(settings))
                .isEqualTo("0 verify-audit: whole. 6 entries under 2 seals; 0 entries wait for theirs.");
        tamper("delete from audit_entry where number = 5");
        assertThat(command(settings)).isEqualTo("1 verify-audit: BROKEN. Entry 5 was taken away.");
        assertThat(command(folder.resolve("nowhere"))).startsWith("2 verify-audit: ");
        Files.writeString(settings, "hub.database.url=jdbc:postgresql://127.0.0.1:1/wuduan");
        assertThat(command(settings)).startsWith("2 verify-audit: the database can't be read");
    }

    private static String command(Path settings) {
        var said = new ByteArrayOutputStream();
        int status = VerifyAudit.run(settings, new PrintStream(said, true, StandardCharsets.UTF_8));
        return status + " " + said.toString(StandardCharsets.UTF_8).strip();
    }
}
