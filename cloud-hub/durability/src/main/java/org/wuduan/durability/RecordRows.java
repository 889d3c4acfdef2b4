package org.wuduan.durability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Fills a hub's database with patients, consultations and notes: for many patients rows that nobody ever opens, and for a
 * few ten years of consultations in which a doctor then writes through the hub. Everything is invented.
 */
final class RecordRows {
    /** Consultations of the patients who are opened: one a month for ten years. */
    static final int VISITS = 120;

    private final Connection connection;

    RecordRows(Connection connection) {
        this.connection = connection;
    }

    /** A patient whose record is opened. @param open the consultation that is not over */
    record Opened(UUID patient, UUID open, List<UUID> visits) {}

    /** Rows of the size that real ones have; two notes for each consultation. */
    void many(int patients, int notes) throws SQLException {
        run("create temporary table crowd as select n, gen_random_uuid() as household, gen_random_uuid() as patient"
                + " from generate_series(1, " + patients + ") as n");
        run("insert into household (id, name, institution) select household, '户 ' || n, gen_random_uuid() from crowd");
        run("insert into patient (id, household, name, sex, birth_year)"
                + " select patient, household, '人 ' || n, 'female', 1930 + n % 60 from crowd");
        run("create temporary table visit as select gen_random_uuid() as id, patient, household,"
                + " now() - make_interval(days => 1 + each * 30) as at"
                + " from crowd, generate_series(1, " + notes / 2 / patients + ") as each");
        run("insert into consultation (id, patient, household, institution, state, requested_at, ended_at, call, body)"
                + " select id, patient, household, gen_random_uuid(), 'concluded', at, at, gen_random_uuid(), '{}'"
                + " from visit");
        run("create temporary table paper as select gen_random_uuid() as id, visit.id as consultation, patient, at"
                + " from visit, generate_series(1, 2)");
        run("insert into note (id, consultation, patient, owner, state, template, version, changed_at)"
                + " select id, consultation, patient, gen_random_uuid(), 'submitted', 'blank', 1, at from paper");
        run("insert into note_version (note, version, author, at, state, content, audited_as)"
                + " select id, 1, gen_random_uuid(), at, 'submitted', decode(repeat(md5(id::text), 12), 'hex'), 1"
                + " from paper");
        run("drop table crowd, visit, paper");
        run("analyze patient, consultation, note, note_version");
    }

    /** Patients with ten years of consultations of one doctor, and one consultation that is open. */
    List<Opened> opened(String login, int count) throws SQLException {
        var doctor = one("select id from account where login = '" + login + "'");
        var institution = one("select institution from doctor where account = '" + doctor + "'");
        var opened = new ArrayList<Opened>();
        for (int number = 0; number < count; number++) {
            var household = UUID.randomUUID();
            var patient = UUID.randomUUID();
            run("insert into household (id, name, institution) values ('%s', '十年 %d', '%s')"
                    .formatted(household, number, institution));
            run("insert into patient (id, household, name, sex, birth_year) values ('%s', '%s', '十年 %d', 'male', 1946)"
                    .formatted(patient, household, number));
            var home = new Home(patient, household, institution, doctor);
            var visits = new ArrayList<UUID>();
            for (int month = 1; month <= VISITS; month++) {
                visits.add(visit(home, month, "concluded"));
            }
            opened.add(new Opened(patient, visit(home, 0, "unanswered"), visits));
        }
        return opened;
    }

    private record Home(UUID patient, UUID household, UUID institution, UUID doctor) {}

    private UUID visit(Home home, int monthsAgo, String state) throws SQLException {
        var id = UUID.randomUUID();
        var call = UUID.randomUUID();
        run(
                ("insert into consultation (id, patient, household, institution, state, doctor, requested_at, ended_at, call,"
                                + " body) select '%1$s', '%2$s', '%3$s', '%4$s', '%6$s', '%5$s', at,"
                                + " case when '%6$s' = 'concluded' then at end, '%7$s',"
                                + " jsonb_build_object('id', '%1$s', 'patient', '%2$s', 'household', '%3$s', 'institution', '%4$s',"
                                + " 'call', '%7$s', 'state', '%6$s', 'requestedBy', 'patient', 'requester', '%3$s',"
                                + " 'requestedAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'),"
                                + " 'complaint', '头晕', 'doctor', '%5$s', 'boxSeated', false, 'guests', '[]'::jsonb,"
                                + " 'invitations', '[]'::jsonb, 'opinions', '[]'::jsonb)"
                                + " from (select now() - make_interval(days => %8$d) as at) as moment")
                        .formatted(
                                id,
                                home.patient(),
                                home.household(),
                                home.institution(),
                                home.doctor(),
                                state,
                                call,
                                monthsAgo * 30));
        run("insert into consultation_part (consultation, account, role) values ('%s', '%s', 'case_doctor')"
                .formatted(id, home.doctor()));
        return id;
    }

    private UUID one(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new SQLException("nothing found: " + query);
            }
            return rows.getObject(1, UUID.class);
        }
    }

    private void run(String change) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
