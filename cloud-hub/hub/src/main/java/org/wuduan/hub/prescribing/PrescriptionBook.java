package org.wuduan.hub.prescribing;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.record.RecordDocuments;

/** Keeps prescriptions: the whole as JSON, beside it the columns that queries need. */
@Repository
class PrescriptionBook {
    private final JdbcClient jdbc;
    private final Clock clock;

    PrescriptionBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<KeptPrescription> find(UUID id) {
        return one("where id = ?", id);
    }

    /** Reads it under its row lock: two steps at once are taken one after the other. */
    Optional<KeptPrescription> lock(UUID id) {
        return one("where id = ? for update", id);
    }

    /** False when the id is taken already. */
    boolean add(KeptPrescription prescription) {
        return jdbc.sql(
                                "insert into prescription (id, consultation, patient, institution, doctor, state, changed_at, body)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict (id) do nothing")
                        .params(
                                prescription.id(),
                                prescription.consultation(),
                                prescription.patient(),
                                prescription.institution(),
                                prescription.doctor(),
                                wire(prescription.state()),
                                Timestamp.from(clock.instant()),
                                write(prescription))
                        .update()
                == 1;
    }

    void update(KeptPrescription prescription) {
        var issue = prescription.issue();
        var told = prescription.isToldAgainst() ? prescription.told() : null;
        jdbc.sql("update prescription set state = :state, changed_at = :now, issued_at = :issued, valid_until = :until,"
                        + " told_at = :told, body = :body::jsonb where id = :id")
                .param("state", wire(prescription.state()))
                .param("now", Timestamp.from(clock.instant()))
                .param("issued", issue == null ? null : Timestamp.from(issue.at()), Types.TIMESTAMP)
                .param("until", issue == null ? null : Timestamp.from(issue.validUntil()), Types.TIMESTAMP)
                .param("told", told == null ? null : Timestamp.from(told.at()), Types.TIMESTAMP)
                .param("body", write(prescription))
                .param("id", prescription.id())
                .update();
    }

    /** The newest first. */
    List<KeptPrescription> ofConsultation(UUID consultation, int limit) {
        return many("where consultation = ? order by id desc limit ?", consultation, limit);
    }

    /** The newest first. */
    List<KeptPrescription> ofPatient(UUID patient, int limit) {
        return many("where patient = ? order by id desc limit ?", patient, limit);
    }

    /** Signed ones of a patient out of these consultations, behind a place, the newest first. */
    List<KeptPrescription> signedFor(
            UUID patient, Collection<UUID> consultations, RecordDocuments.Place before, int limit) {
        return many(
                "where patient = ? and issued_at is not null and (issued_at, id) < (?, ?) and consultation = any(?)"
                        + " order by issued_at desc, id desc limit ?",
                patient,
                Timestamp.from(before.at()),
                before.id(),
                consultations.toArray(UUID[]::new),
                limit);
    }

    int countOfConsultation(UUID consultation) {
        return jdbc.sql("select count(*) from prescription where consultation = ?")
                .param(consultation)
                .query(Integer.class)
                .single();
    }

    /**
     * Those that wait for a pharmacist and are not expired, unless the pharmacy has them or has not said yet that it gave
     * them up; for the longest time first.
     */
    List<KeptPrescription> waiting(int limit) {
        return many(
                "p where state = 'awaiting_review' and (valid_until > ? or exists (select 1 from pharmacy_order o"
                        + " where o.prescription = p.id and o.state in " + PharmacyOrders.ON_ITS_WAY + "))"
                        + " order by changed_at limit ?",
                Timestamp.from(clock.instant()),
                limit);
    }

    /** What was decided, and what was cancelled although the pharmacy had been asked for it; the newest first. */
    List<KeptPrescription> decided(int limit) {
        return many(
                "where state in ('approved', 'rejected', 'dispensed')"
                        + " or (state = 'cancelled' and id in (select prescription from pharmacy_order))"
                        + " order by changed_at desc limit ?",
                limit);
    }

    /** Those that a pharmacist sent back to this doctor and that no other replaces yet, the newest first. */
    List<KeptPrescription> returnedTo(UUID doctor, int limit) {
        return many(
                "p where state = 'rejected' and doctor = ? and not exists (select 1 from prescription n"
                        + " where n.consultation = p.consultation and n.body #>> '{sheet,replaces}' = p.id::text)"
                        + " order by changed_at desc limit ?",
                doctor,
                limit);
    }

    /** Delivered ones of this doctor of which something became known since that was not answered, the newest first. */
    List<KeptPrescription> toldTo(UUID doctor, int limit) {
        return many("where doctor = ? and told_at is not null order by told_at desc limit ?", doctor, limit);
    }

    /** Signed ones that may still be taken, for when something becomes known of the patient. */
    List<KeptPrescription> openOf(UUID patient) {
        return many("where patient = ? and state in ('awaiting_review', 'approved') order by id", patient);
    }

    /** Signed ones that may still come to the home, and those that were delivered since. */
    List<KeptPrescription> takenBy(UUID patient, Instant since) {
        return many(
                "where patient = ? and (state in ('awaiting_review', 'approved')"
                        + " or (state = 'dispensed' and changed_at > ?)) order by id",
                patient,
                Timestamp.from(since));
    }

    private Optional<KeptPrescription> one(String where, Object... parameters) {
        return many(where, parameters).stream().findFirst();
    }

    private List<KeptPrescription> many(String where, Object... parameters) {
        return jdbc.sql("select body from prescription " + where)
                .params(parameters)
                .query((row, _) -> WireJson.mapper().readValue(row.getString("body"), KeptPrescription.class))
                .list();
    }

    private static String wire(PrescriptionState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String write(KeptPrescription prescription) {
        return WireJson.mapper().writeValueAsString(prescription);
    }
}
