package org.wuduan.hub.household;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.Sex;
import org.wuduan.hub.identity.Secrets;
import org.wuduan.hub.shared.Uuid7;

/** Takes households, patients, bindings and wearables into the books. */
@Service
public class Registry {
    private final JdbcClient jdbc;
    private final Clock clock;

    Registry(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public UUID addHousehold(String name, UUID institution) {
        var id = newId();
        jdbc.sql("insert into household (id, name, institution) values (?, ?, ?)")
                .params(id, name, institution)
                .update();
        return id;
    }

    /** What is known of a new patient. */
    public record NewPatient(UUID household, String name, Sex sex, int birthYear) {}

    public UUID addPatient(NewPatient patient) {
        var id = newId();
        jdbc.sql("insert into patient (id, household, name, sex, birth_year) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        patient.household(),
                        patient.name(),
                        patient.sex().name().toLowerCase(Locale.ROOT),
                        patient.birthYear())
                .update();
        return id;
    }

    public void bind(UUID account, UUID patient, String relation, Set<FamilyRight> rights) {
        var names = rights.stream()
                .map(right -> right.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toArray(String[]::new);
        jdbc.sql("insert into binding (account, patient, relation, rights) values (?, ?, ?, ?)")
                .params(List.of(account, patient, relation, names))
                .update();
    }

    public void registerWearable(UUID household, String address, UUID patient) {
        jdbc.sql("insert into wearable (household, address, patient) values (?, ?, ?)"
                        + " on conflict (household, address) do update set patient = excluded.patient")
                .params(household, address, patient)
                .update();
    }

    /** A one-time code with which a box joins a household; only its hash is kept. */
    @Transactional
    public void admitCode(UUID household, String code) {
        jdbc.sql("insert into enrolment_code (code_hash, household) values (?, ?) on conflict do nothing")
                .params(Secrets.hash(code), household)
                .update();
    }

    private UUID newId() {
        return Uuid7.at(clock.instant());
    }
}
