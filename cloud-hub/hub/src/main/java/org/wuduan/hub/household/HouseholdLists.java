package org.wuduan.hub.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.Registration;
import org.wuduan.contract.Registration.HouseholdRecord.RegisteredPatient;
import org.wuduan.contract.Sex;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/** The books of an institution as its registrars read them. */
@Service
class HouseholdLists {
    private static final String FOUND = "select h.id, h.name, h.deactivated_at is null as active from household h"
            + " where h.institution = :institution and (:deactivated or h.deactivated_at is null)"
            + " and (:text::text is null or position(:text in lower(h.name)) > 0"
            + "   or exists (select 1 from patient p where p.household = h.id"
            + "     and (position(:text in lower(p.name)) > 0 or p.id_number_fingerprint = :number)))"
            + " and (:after::uuid is null or (h.name, h.id) > (select name, id from household where id = :after::uuid))"
            + " order by h.name, h.id limit :limit";

    private final JdbcClient jdbc;
    private final Registrars registrars;
    private final PatientPages pages;
    private final PrivateTexts texts;
    private final Audit audit;
    private final Clock clock;

    HouseholdLists(
            JdbcClient jdbc, Registrars registrars, PatientPages pages, PrivateTexts texts, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.registrars = registrars;
        this.pages = pages;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    private record Found(UUID id, String name, boolean active) {
        @Override
        public String toString() {
            return "Found[" + id + " ‹redacted›]";
        }
    }

    /** One page of the actor's own books. */
    Outcome<Registration.HouseholdPage> find(Actor actor, Registration.FindHouseholds question) {
        return registrars.institution(actor).then(institution -> {
            var found = found(institution, question);
            boolean more = found.size() > RegistrationLimits.PAGE_MAX;
            var shown = more ? found.subList(0, RegistrationLimits.PAGE_MAX) : found;
            var lines = shown.stream().map(this::line).toList();
            return Outcome.of(
                    new Registration.HouseholdPage(lines, more ? shown.getLast().id() : null));
        });
    }

    private List<Found> found(UUID institution, Registration.FindHouseholds question) {
        var text = question.text() == null ? "" : question.text().strip();
        return jdbc.sql(FOUND)
                .param("institution", institution)
                .param("deactivated", question.deactivated())
                .param("text", text.isEmpty() ? null : text.toLowerCase(Locale.ROOT), Types.VARCHAR)
                .param("number", fingerprint(text), Types.BINARY)
                .param(
                        "after",
                        question.after() == null ? null : question.after().toString(),
                        Types.VARCHAR)
                .param("limit", RegistrationLimits.PAGE_MAX + 1)
                .query((row, _) ->
                        new Found(row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("active")))
                .list();
    }

    private byte @Nullable [] fingerprint(String text) {
        var today = LocalDate.ofInstant(clock.instant(), PatientBook.ZONE);
        return IdNumber.read(text, today) instanceof IdNumber.Good(var number) ? texts.fingerprint(number) : null;
    }

    private Registration.HouseholdPage.Line line(Found household) {
        var patients = jdbc.sql("select id, name, sex, birth_year, deactivated_at is null as active from patient"
                        + " where household = ? order by deactivated_at is not null, birth_year, id limit ?")
                .params(household.id(), RegistrationLimits.PATIENTS_OF_HOUSEHOLD_MAX)
                .query((row, _) -> person(row))
                .list();
        return new Registration.HouseholdPage.Line(household.id(), household.name(), household.active(), patients);
    }

    private static Registration.HouseholdPage.Person person(ResultSet row) throws SQLException {
        return new Registration.HouseholdPage.Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Sex.valueOf(row.getString("sex").toUpperCase(Locale.ROOT)),
                row.getInt("birth_year"),
                row.getBoolean("active"));
    }

    /** Everything of one household but whole ID numbers; an opening in the trail for each of its patients. */
    @Transactional
    public Outcome<Registration.HouseholdRecord> open(Actor actor, UUID household) {
        return registrars.household(actor, household).then(_ -> {
            var patients = pages.of(household);
            patients.forEach(
                    patient -> audit.record(Audit.Kind.OPENING, actor.id(), "open-registration", patient.id()));
            return Outcome.of(jdbc.sql("select id, version, name, address, phone, deactivated_at is null as active"
                            + " from household where id = ?")
                    .param(household)
                    .query((row, _) -> record(row, patients))
                    .single());
        });
    }

    private Registration.HouseholdRecord record(ResultSet row, List<PatientPages.Kept> patients) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Registration.HouseholdRecord(
                id,
                row.getInt("version"),
                row.getString("name"),
                texts.open(PrivateTexts.Kind.HOUSEHOLD_ADDRESS, id, row.getBytes("address")),
                texts.open(PrivateTexts.Kind.HOUSEHOLD_PHONE, id, row.getBytes("phone")),
                row.getBoolean("active"),
                patients.stream().map(HouseholdLists::registered).toList());
    }

    private static RegisteredPatient registered(PatientPages.Kept patient) {
        var number = patient.idNumber();
        return new RegisteredPatient(
                patient.id(),
                patient.version(),
                patient.name(),
                patient.sex(),
                patient.birthYear(),
                patient.birthDate(),
                number == null ? null : IdNumber.masked(number),
                patient.absence(),
                patient.active(),
                patient.deactivatedAt(),
                patient.deactivatedFor());
    }

    /** The one showing of a whole number; its own entry in the trail. */
    @Transactional
    public Outcome<Registration.WholeIdNumber> idNumber(Actor actor, UUID patient) {
        return registrars.patient(actor, patient).then(_ -> {
            var number = pages.find(patient).orElseThrow().idNumber();
            if (number == null) {
                return Refused.state("no_id_number");
            }
            audit.record(Audit.Kind.OPENING, actor.id(), "open-id-number", patient);
            return Outcome.of(new Registration.WholeIdNumber(number));
        });
    }
}
