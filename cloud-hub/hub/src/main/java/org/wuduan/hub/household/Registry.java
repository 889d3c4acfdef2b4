package org.wuduan.hub.household;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.Sex;
import org.wuduan.hub.identity.IdentityLimits;
import org.wuduan.hub.identity.Secrets;
import org.wuduan.hub.shared.Uuid7;

/** Takes households, patients, bindings and wearables into the books. */
@Service
public class Registry {
    /** 255 means that the device does not know who it was. */
    private static final int DEVICE_USER_MAX = 254;

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
    public record NewPatient(UUID household, String name, Sex sex, int birthYear) {
        @Override
        public String toString() {
            return "NewPatient[" + household + " ‹redacted›]";
        }
    }

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

    /** A wearable of one person, whatever user slot it names. */
    public void registerWearable(UUID household, String address, UUID patient) {
        register(household, address, null, patient);
    }

    /**
     * One user slot of a wearable that several people share.
     *
     * @param deviceUser the slot as the device sends it (Blood Pressure Measurement, User ID), 0 to 254
     */
    public void registerWearable(UUID household, String address, int deviceUser, UUID patient) {
        if (deviceUser < 0 || deviceUser > DEVICE_USER_MAX) {
            throw new IllegalArgumentException("no user slot of a device: " + deviceUser);
        }
        register(household, address, deviceUser, patient);
    }

    /** The boxes of the household connect it from then on. */
    private void register(UUID household, String address, @Nullable Integer deviceUser, UUID patient) {
        jdbc.sql("insert into household_wearable (household, address, model, profiles, added_at)"
                        + " values (?, ?, '', '{}', ?) on conflict do nothing")
                .params(household, address, Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into wearable (household, address, device_user, patient)"
                        + " values (:household, :address, :user, :patient)"
                        + " on conflict (household, address, device_user) do update set patient = excluded.patient")
                .param("household", household)
                .param("address", address)
                .param("user", deviceUser, Types.SMALLINT)
                .param("patient", patient)
                .update();
    }

    /** A one-time code of somebody else's making, good until used, as the demonstration has it in its settings. */
    @Transactional
    public void admitCode(UUID household, String code) {
        keep(household, code, null);
    }

    /** A new one-time code with which a box joins a household; good for {@link IdentityLimits#CODE_FOR}. */
    @Transactional
    public String makeCode(UUID household) {
        var code = ShortCodes.random();
        keep(household, code, clock.instant().plus(IdentityLimits.CODE_FOR));
        return code;
    }

    /** Only the hash is kept. */
    private void keep(UUID household, String code, @Nullable Instant expires) {
        jdbc.sql("insert into enrolment_code (code_hash, household, expires_at)"
                        + " values (:code, :household, :expires) on conflict do nothing")
                .param("code", Secrets.hash(code))
                .param("household", household)
                .param("expires", expires == null ? null : Timestamp.from(expires), Types.TIMESTAMP)
                .update();
    }

    private UUID newId() {
        return Uuid7.at(clock.instant());
    }
}
