package org.wuduan.hub.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.contract.Patient;
import org.wuduan.contract.Sex;

/** Who lives where and who belongs to whom. */
@Service
public class Households {
    private static final String PATIENTS = "select p.id, p.name, p.sex, p.birth_year, p.household from patient p";

    private final JdbcClient jdbc;

    Households(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A patient with the household and the institution of first contact. */
    public record Resident(Patient patient, UUID household) {}

    /** A son or daughter of a patient. */
    public record Binding(UUID account, Patient patient, String relation, Set<FamilyRight> rights) {}

    public Optional<Resident> resident(UUID patient) {
        return jdbc.sql(PATIENTS + " where p.id = ?")
                .param(patient)
                .query((row, _) -> new Resident(patient(row), row.getObject("household", UUID.class)))
                .optional();
    }

    public List<Patient> patientsOf(UUID household) {
        return jdbc.sql(PATIENTS + " where p.household = ? order by p.birth_year, p.id")
                .param(household)
                .query((row, _) -> patient(row))
                .list();
    }

    public Optional<NamedHousehold> household(UUID household) {
        return jdbc.sql("select id, name from household where id = ?")
                .param(household)
                .query((row, _) -> new NamedHousehold(row.getObject("id", UUID.class), row.getString("name")))
                .optional();
    }

    /** The institution that sees this household first. */
    public UUID institutionOf(UUID household) {
        return jdbc.sql("select institution from household where id = ?")
                .param(household)
                .query(UUID.class)
                .single();
    }

    public Optional<UUID> householdOfBox(UUID box) {
        return jdbc.sql("select household from box where id = ?")
                .param(box)
                .query(UUID.class)
                .optional();
    }

    public List<UUID> boxesOf(UUID household) {
        return jdbc.sql("select id from box where household = ? order by id")
                .param(household)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    public List<Binding> bindingsOfAccount(UUID account) {
        return jdbc.sql(PATIENTS.replace(" from", ", b.account, b.relation, b.rights from")
                        + " join binding b on b.patient = p.id where b.account = ? order by p.birth_year, p.id")
                .param(account)
                .query((row, _) -> binding(row))
                .list();
    }

    public List<Binding> bindingsOfPatient(UUID patient) {
        return jdbc.sql(PATIENTS.replace(" from", ", b.account, b.relation, b.rights from")
                        + " join binding b on b.patient = p.id where p.id = ? order by b.account")
                .param(patient)
                .query((row, _) -> binding(row))
                .list();
    }

    /** Whose arm a wearable is on: its registered wearer, or the only patient of the household. */
    public Optional<UUID> wearer(UUID household, String deviceAddress) {
        var registered = jdbc.sql("select patient from wearable where household = ? and address = ?")
                .params(household, deviceAddress)
                .query(UUID.class)
                .optional();
        var residents = patientsOf(household);
        return registered.isPresent() || residents.size() != 1
                ? registered
                : Optional.of(residents.getFirst().id());
    }

    private static Patient patient(ResultSet row) throws SQLException {
        return new Patient(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Sex.valueOf(row.getString("sex").toUpperCase(Locale.ROOT)),
                row.getInt("birth_year"));
    }

    private static Binding binding(ResultSet row) throws SQLException {
        var rights = Stream.of((String[]) row.getArray("rights").getArray())
                .map(right -> FamilyRight.valueOf(right.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        return new Binding(row.getObject("account", UUID.class), patient(row), row.getString("relation"), rights);
    }
}
