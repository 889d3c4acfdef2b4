package org.wuduan.hub.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;

    Households(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A patient with the household and the institution of first contact. */
    public record Resident(Patient patient, UUID household) {}

    /**
     * A son or daughter of a patient; one whose time is over is none.
     *
     * @param until null for no end
     */
    public record Binding(
            UUID account,
            Patient patient,
            String relation,
            Set<FamilyRight> rights,
            @Nullable Instant until) {
        @Override
        public String toString() {
            return "Binding[" + account + " " + patient.id() + " " + rights + " ‹redacted›]";
        }
    }

    public Optional<Resident> resident(UUID patient) {
        return jdbc.sql(PATIENTS + " where p.id = ?")
                .param(patient)
                .query((row, _) -> new Resident(patient(row), row.getObject("household", UUID.class)))
                .optional();
    }

    /** Empty where only the year is known. */
    public Optional<LocalDate> birthDate(UUID patient) {
        return jdbc.sql("select birth_date from patient where id = ? and birth_date is not null")
                .param(patient)
                .query(LocalDate.class)
                .optional();
    }

    /** The household of a patient who is not deactivated. Nobody deactivates or moves the patient before this transaction ends. */
    public Optional<UUID> hold(UUID patient) {
        return jdbc.sql("select household from patient where id = ? and deactivated_at is null for share")
                .param(patient)
                .query(UUID.class)
                .optional();
    }

    boolean isActive(UUID patient) {
        return jdbc.sql("select count(*) from patient where id = ? and deactivated_at is null")
                        .param(patient)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Who lives there and is not deactivated. */
    public List<Patient> patientsOf(UUID household) {
        return jdbc.sql(PATIENTS + " where p.household = ? and p.deactivated_at is null order by p.birth_year, p.id")
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

    /** The household in which a patient lives. */
    public Optional<NamedHousehold> homeOf(UUID patient) {
        return resident(patient).map(Resident::household).flatMap(this::household);
    }

    /** The households that an institution sees first. */
    public List<UUID> householdsOf(UUID institution) {
        return jdbc.sql("select id from household where institution = ? order by id")
                .param(institution)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The institution that sees this household first. */
    public UUID institutionOf(UUID household) {
        return jdbc.sql("select institution from household where id = ?")
                .param(household)
                .query(UUID.class)
                .single();
    }

    /** Whether a household has this institution of first contact; false for a household that does not exist. */
    boolean isSeenFirstBy(UUID household, UUID institution) {
        return jdbc.sql("select count(*) from household where id = ? and institution = ?")
                        .params(household, institution)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    public Optional<UUID> householdOfBox(UUID box) {
        return jdbc.sql("select household from box where id = ? and removed_at is null")
                .param(box)
                .query(UUID.class)
                .optional();
    }

    public List<UUID> boxesOf(UUID household) {
        return jdbc.sql("select id from box where household = ? and removed_at is null order by id")
                .param(household)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    public List<Binding> bindingsOfAccount(UUID account) {
        return jdbc.sql(PATIENTS.replace(" from", ", b.account, b.relation, b.rights, b.expires_at from")
                        + " join binding b on b.patient = p.id where b.account = ? and p.deactivated_at is null"
                        + " and (b.expires_at is null or b.expires_at > ?)"
                        + " order by p.birth_year, p.id")
                .params(account, now())
                .query((row, _) -> binding(row))
                .list();
    }

    public List<Binding> bindingsOfPatient(UUID patient) {
        return jdbc.sql(PATIENTS.replace(" from", ", b.account, b.relation, b.rights, b.expires_at from")
                        + " join binding b on b.patient = p.id where p.id = ? and (b.expires_at is null or b.expires_at > ?)"
                        + " order by b.account")
                .params(patient, now())
                .query((row, _) -> binding(row))
                .list();
    }

    /** A wearer of a device, and the device's user slot that is theirs; null = whoever uses it. */
    private record Wearer(UUID patient, @Nullable Integer slot) {}

    /**
     * Whose arm a wearable is on. Where the clinic has not registered the device it is the only patient of the household.
     * Who is registered with a user slot of the device gets what that slot measured; the only wearer also gets what no slot
     * claims, and everything if registered without a slot. Of several wearers none gets what another may have measured.
     *
     * @param deviceUser the slot that the device names, null when it names none
     */
    public Optional<UUID> wearer(UUID household, String deviceAddress, @Nullable Integer deviceUser) {
        var wearers = jdbc.sql("select patient, device_user from wearable where household = ? and address = ?")
                .params(household, deviceAddress)
                .query((row, _) ->
                        new Wearer(row.getObject("patient", UUID.class), row.getObject("device_user", Integer.class)))
                .list();
        if (wearers.isEmpty()) {
            var residents = patientsOf(household);
            return residents.size() == 1 ? Optional.of(residents.getFirst().id()) : Optional.empty();
        }
        boolean only = wearers.size() == 1;
        return wearers.stream()
                .filter(one -> one.slot() == null || deviceUser == null
                        ? only
                        : one.slot().equals(deviceUser))
                .findFirst()
                .map(Wearer::patient)
                .filter(this::isActive);
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
        var until = row.getTimestamp("expires_at");
        return new Binding(
                row.getObject("account", UUID.class),
                patient(row),
                row.getString("relation"),
                rights,
                until == null ? null : until.toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
