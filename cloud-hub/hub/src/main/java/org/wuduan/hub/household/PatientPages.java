package org.wuduan.hub.household;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wuduan.contract.DeactivationReason;
import org.wuduan.contract.IdNumberAbsence;
import org.wuduan.contract.Sex;

/** Patients as the books have them, with their locked numbers. */
@Component
class PatientPages {
    private static final String PAGES = "select id, household, version, name, sex, birth_year, birth_date, id_number,"
            + " id_number_absent, deactivated_at, deactivated_for from patient";

    private final JdbcClient jdbc;
    private final PrivateTexts texts;

    PatientPages(JdbcClient jdbc, PrivateTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** All that the books say of a patient. */
    record Kept(
            UUID id,
            UUID household,
            int version,
            String name,
            Sex sex,
            int birthYear,
            @Nullable LocalDate birthDate,
            @Nullable String idNumber,
            @Nullable IdNumberAbsence absence,
            @Nullable Instant deactivatedAt,
            @Nullable DeactivationReason deactivatedFor) {
        boolean active() {
            return deactivatedAt == null;
        }

        @Override
        public String toString() {
            return "Kept[" + id + " ‹redacted›]";
        }
    }

    Optional<Kept> find(UUID patient) {
        return jdbc.sql(PAGES + " where id = ?")
                .param(patient)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** Under the row lock. */
    Optional<Kept> lock(UUID patient) {
        return jdbc.sql(PAGES + " where id = ? for update")
                .param(patient)
                .query((row, _) -> kept(row))
                .optional();
    }

    List<Kept> of(UUID household) {
        return jdbc.sql(PAGES + " where household = ? order by deactivated_at is not null, birth_year, id")
                .param(household)
                .query((row, _) -> kept(row))
                .list();
    }

    byte @Nullable [] locked(UUID patient, @Nullable IdNumber number) {
        return texts.lock(PrivateTexts.Kind.PATIENT_ID_NUMBER, patient, number == null ? null : number.whole());
    }

    byte @Nullable [] fingerprint(@Nullable IdNumber number) {
        return texts.fingerprint(number);
    }

    private Kept kept(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        Date birth = row.getDate("birth_date");
        var absence = row.getString("id_number_absent");
        var deactivatedAt = row.getTimestamp("deactivated_at");
        var deactivatedFor = row.getString("deactivated_for");
        return new Kept(
                id,
                row.getObject("household", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                Sex.valueOf(row.getString("sex").toUpperCase(Locale.ROOT)),
                row.getInt("birth_year"),
                birth == null ? null : birth.toLocalDate(),
                texts.open(PrivateTexts.Kind.PATIENT_ID_NUMBER, id, row.getBytes("id_number")),
                absence == null ? null : IdNumberAbsence.valueOf(absence.toUpperCase(Locale.ROOT)),
                deactivatedAt == null ? null : deactivatedAt.toInstant(),
                deactivatedFor == null ? null : DeactivationReason.valueOf(deactivatedFor.toUpperCase(Locale.ROOT)));
    }
}
