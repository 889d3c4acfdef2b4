package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubDatabase;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.TestClock;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/**
 * The hub starts on a database of the release before (schema V16, with a household, a concluded consultation and
 * readings), brings it up to now and shows what is in it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(HubTest.Fakes.class)
class UpgradeTest {
    private static final String RELEASE = "/releases/v16.sql";
    private static final int MIGRATIONS_OF_THE_RELEASE = 16;

    /** Whoever upgrades late finds the same. */
    private static final Duration LATER = Duration.ofDays(400);

    /** What the hub forgets by itself when it is old, changes at each start, or has taken to another table. */
    private static final Set<String> NOT_KEPT =
            Set.of("session", "command_log", "sign_in_failure", "flyway_schema_history");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Journal journal;

    @Autowired
    private TestClock clock;

    @DynamicPropertySource
    static void aDatabaseOfTheReleaseBefore(DynamicPropertyRegistry registry) {
        HubDatabase.giveRelease(registry, RELEASE);
    }

    @Test
    void every_migration_since_the_release_has_run_on_its_data() {
        assertThat(number("select count(*) from flyway_schema_history where success"))
                .isGreaterThanOrEqualTo(MIGRATIONS_OF_THE_RELEASE);
        assertThat(number("select count(*) from flyway_schema_history where not success"))
                .isZero();
        assertThat(number("select count(*) from flyway_schema_history where version::int <= 16"))
                .isEqualTo(MIGRATIONS_OF_THE_RELEASE);
    }

    @Test
    void every_row_of_before_is_there_with_what_it_said() {
        var before = JdbcClient.create(HubDatabase.release(RELEASE));
        var tables = before
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(table -> !NOT_KEPT.contains(table))
                .toList();
        assertThat(tables).contains("reading", "journal_event", "audit_entry", "patient", "binding", "box_key", "seat");

        for (var table : tables) {
            var columns = columns(before, table);
            assertThat(columns(jdbc, table)).as(table).containsAll(columns);
            assertThat(rows(jdbc, table, columns)).as(table).containsAll(rows(before, table, columns));
        }
    }

    private static List<String> columns(JdbcClient database, String table) {
        return database.sql("select column_name from information_schema.columns where table_name = ? order by 1")
                .param(table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> rows(JdbcClient database, String table, List<String> columns) {
        return database.sql("select row(" + String.join(", ", columns) + ")::text from " + table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void the_child_signs_in_with_the_password_of_before() {
        assertThat(HubClient.person(port, "child-1", Town.PASSWORD).credential())
                .isNotEmpty();
    }

    @Test
    void the_child_sees_the_readings_of_before() {
        var patient = id("select id from patient");
        clock.pass(LATER);
        try (var live = LiveClient.open(port, HubClient.person(port, "child-1", Town.PASSWORD))) {
            live.watch("vitals/" + patient);
            var view = live.awaitView(
                    "vitals/" + patient,
                    View.VitalsView.class,
                    one -> one.latest().bloodPressure() != null);

            var newest = Objects.requireNonNull(view.latest().bloodPressure());
            assertThat(newest.values().getFirst().quantity().value()).isEqualByComparingTo("134");
            assertThat(view.trend().bloodPressure()).hasSize(5);
        }
        assertThat(number("select count(*) from reading where natural_key is not null"))
                .isEqualTo(5);
    }

    @Test
    void the_child_sees_the_consultation_of_before_and_its_journal_is_whole() {
        var consultation = id("select id from consultation");
        try (var live = LiveClient.open(port, HubClient.person(port, "child-1", Town.PASSWORD))) {
            live.watch("consultation/" + consultation);
            var view = live.awaitView("consultation/" + consultation, View.ConsultationView.class, _ -> true);

            assertThat(view.state()).isEqualTo(ConsultationState.CONCLUDED);
            assertThat(view.summary()).isNotNull();
        }
        var stream = new StreamName("consultation", consultation);
        var events = journal.after(stream, 0);
        assertThat(events).isNotEmpty();
        assertThat(events).extracting(event -> event.type()).contains("Accept", "GiveConsent", "Conclude");
        assertThat(events.getLast().sequence()).isLessThanOrEqualTo(journal.head(stream));
    }

    @Test
    void what_was_audited_before_is_still_there() {
        assertThat(number("select count(*) from audit_entry")).isGreaterThanOrEqualTo(10);
    }

    private UUID id(String query) {
        return jdbc.sql(query).query(UUID.class).single();
    }

    private int number(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }
}
