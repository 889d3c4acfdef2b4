package org.wuduan.hub.household;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.DeactivationReason;
import org.wuduan.contract.Registration;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Takes patients into the books and changes them; each in the transaction of its command. Nobody is ever deleted. */
@Service
class PatientBook {
    /** The clinics' own: the day on which somebody is born ends at midnight there. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Registrars registrars;
    private final HouseholdBook households;
    private final PatientPages pages;
    private final PatientLeaving leaving;
    private final Audit audit;
    private final Clock clock;

    PatientBook(
            JdbcClient jdbc,
            Registrars registrars,
            HouseholdBook households,
            PatientPages pages,
            PatientLeaving leaving,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.registrars = registrars;
        this.households = households;
        this.pages = pages;
        this.leaving = leaving;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    Outcome<Outcome.Nothing> make(Actor actor, Registration.MakePatient wish) {
        var typed = new PatientForm.Typed(
                wish.name(), wish.sex(), wish.birthDate(), wish.idNumber(), wish.idNumberAbsent());
        return registrars
                .household(actor, wish.householdId())
                .then(_ -> PatientForm.check(typed, today()).outcome())
                .then(details -> {
                    if (pages.lock(wish.id()).isPresent()) {
                        return Refused.field("id");
                    }
                    return room(wish.householdId()).then(_ -> add(actor, wish.id(), wish.householdId(), details));
                })
                .then(_ -> {
                    leaving.arrived(wish.householdId());
                    return Outcome.done();
                });
    }

    /** For whoever may, with details that were checked. An ID number that anybody has already is refused. */
    Outcome<Outcome.Nothing> add(Actor actor, UUID id, UUID household, PatientForm.Details details) {
        try {
            keep(
                    "insert into patient (id, household, name, sex, birth_year, birth_date, id_number,"
                            + " id_number_fingerprint, id_number_absent) values (:id, :household, :name, :sex,"
                            + " :birthYear, :birthDate, :idNumber, :fingerprint, :absent)",
                    id,
                    household,
                    details);
        } catch (DuplicateKeyException somebodyHasIt) {
            return Refused.of(ProblemType.ID_NUMBER_TAKEN);
        }
        audit.record(Audit.Kind.WRITE, actor.id(), "make-patient", id);
        return Outcome.done();
    }

    Outcome<Outcome.Nothing> edit(Actor actor, UUID id, Registration.EditPatient wish) {
        return registrars
                .patient(actor, id)
                .then(_ -> seen(id, wish.version()))
                .then(kept -> PatientForm.check(typed(wish, kept), today())
                        .outcome()
                        .then(details -> change(actor, kept, details)));
    }

    private static PatientForm.Typed typed(Registration.EditPatient wish, PatientPages.Kept kept) {
        boolean untouched = wish.idNumber() == null && wish.idNumberAbsent() == null;
        var number = untouched ? kept.idNumber() : wish.idNumber();
        var absence = untouched ? kept.absence() : wish.idNumberAbsent();
        return new PatientForm.Typed(wish.name(), wish.sex(), wish.birthDate(), number, absence);
    }

    private Outcome<Outcome.Nothing> change(Actor actor, PatientPages.Kept kept, PatientForm.Details details) {
        try {
            keep(
                    "update patient set name = :name, sex = :sex, birth_year = :birthYear, birth_date = :birthDate,"
                            + " id_number = :idNumber, id_number_fingerprint = :fingerprint,"
                            + " id_number_absent = :absent, version = version + 1"
                            + " where id = :id and household = :household",
                    kept.id(),
                    kept.household(),
                    details);
        } catch (DuplicateKeyException somebodyHasIt) {
            return Refused.of(ProblemType.ID_NUMBER_TAKEN);
        }
        audit.record(Audit.Kind.WRITE, actor.id(), "edit-patient", kept.id());
        leaving.arrived(kept.household());
        return Outcome.done();
    }

    private void keep(String sql, UUID id, UUID household, PatientForm.Details details) {
        var absence = details.absence();
        jdbc.sql(sql)
                .param("id", id)
                .param("household", household)
                .param("name", details.name())
                .param("sex", details.sex().name().toLowerCase(Locale.ROOT))
                .param("birthYear", details.birthDate().getYear())
                .param("birthDate", Date.valueOf(details.birthDate()))
                .param("idNumber", pages.locked(id, details.idNumber()), Types.BINARY)
                .param("fingerprint", pages.fingerprint(details.idNumber()), Types.BINARY)
                .param("absent", absence == null ? null : absence.name().toLowerCase(Locale.ROOT), Types.VARCHAR)
                .update();
    }

    /** The patient is on no television, phone or list of waiting people any more; what was recorded stays. */
    Outcome<Outcome.Nothing> deactivate(Actor actor, UUID id, Registration.DeactivatePatient wish) {
        return registrars
                .patient(actor, id)
                .then(_ -> seen(id, wish.version()))
                .then(PatientBook::active)
                .then(leaving::mayLeave)
                .then(kept -> {
                    leaving.leaves(kept);
                    stand(id, wish.reason());
                    audit.record(Audit.Kind.WRITE, actor.id(), "deactivate-patient", id);
                    return Outcome.done();
                });
    }

    Outcome<Outcome.Nothing> reactivate(Actor actor, UUID id, int version) {
        return registrars.patient(actor, id).then(_ -> seen(id, version)).then(kept -> {
            if (kept.active()) {
                return Refused.state("active");
            }
            if (!households.lock(kept.household()).orElseThrow().active()) {
                return Refused.state("household_deactivated");
            }
            stand(id, null);
            audit.record(Audit.Kind.WRITE, actor.id(), "reactivate-patient", id);
            leaving.arrived(kept.household());
            return Outcome.done();
        });
    }

    /** Bindings go along; wearables stay where they are, and with them whoever lives there. */
    Outcome<Outcome.Nothing> move(Actor actor, UUID id, Registration.MovePatient wish) {
        return registrars
                .patient(actor, id)
                .then(_ -> registrars.household(actor, wish.householdId()))
                .then(this::room)
                .then(_ -> seen(id, wish.version()))
                .then(PatientBook::active)
                .then(leaving::mayLeave)
                .then(kept -> {
                    if (kept.household().equals(wish.householdId())) {
                        return Refused.field("householdId");
                    }
                    leaving.leaves(kept);
                    leaving.returnsWearables(id);
                    jdbc.sql("update patient set household = ?, version = version + 1 where id = ?")
                            .params(wish.householdId(), id)
                            .update();
                    audit.record(Audit.Kind.WRITE, actor.id(), "move-patient", id);
                    leaving.arrived(wish.householdId());
                    return Outcome.done();
                });
    }

    /** Whether one more can live there. */
    private Outcome<UUID> room(UUID household) {
        if (!households.lock(household).orElseThrow().active()) {
            return Refused.state("household_deactivated");
        }
        int residents = jdbc.sql("select count(*) from patient where household = ?")
                .param(household)
                .query(Integer.class)
                .single();
        return residents < RegistrationLimits.PATIENTS_OF_HOUSEHOLD_MAX
                ? Outcome.of(household)
                : Refused.of(ProblemType.LIMIT_REACHED);
    }

    private void stand(UUID id, @Nullable DeactivationReason reason) {
        jdbc.sql("update patient set deactivated_at = :at, deactivated_for = :reason, version = version + 1"
                        + " where id = :id")
                .param("id", id)
                .param("at", reason == null ? null : Timestamp.from(clock.instant()), Types.TIMESTAMP)
                .param("reason", reason == null ? null : reason.name().toLowerCase(Locale.ROOT), Types.VARCHAR)
                .update();
    }

    private Outcome<PatientPages.Kept> seen(UUID id, int version) {
        var kept = pages.lock(id).orElseThrow();
        return kept.version() == version ? Outcome.of(kept) : Refused.of(ProblemType.EDIT_CONFLICT);
    }

    private static Outcome<PatientPages.Kept> active(PatientPages.Kept kept) {
        return kept.active() ? Outcome.of(kept) : Refused.state("deactivated");
    }
}
