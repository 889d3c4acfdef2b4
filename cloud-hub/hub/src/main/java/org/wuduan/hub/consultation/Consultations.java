package org.wuduan.hub.consultation;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.ConcurrentLruCache;
import org.wuduan.contract.ChosenBasis;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Keeps consultations: the whole as JSON, beside it the columns that queries need. */
@Repository
class Consultations {
    /** Each change is drawn for five terminals, and each of them asks for it twice. */
    private static final int BODIES_MAX = 128;

    /** Consultations of one patient with one doctor: one a week for twenty years. */
    private static final int PARTS_MAX = 1000;

    private static final String PART = "exists (select 1 from consultation_part p where p.consultation = c.id"
            + " and p.account = :account and p.role in ('case_doctor', 'rung_doctor', 'invited_doctor'))";

    private final JdbcClient jdbc;

    /** The bodies that were met last: a consultation is a value, the same text is the same one. */
    private final ConcurrentLruCache<String, Consultation> bodies =
            new ConcurrentLruCache<>(BODIES_MAX, Consultations::parse);

    Consultations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Consultation> find(UUID id) {
        return jdbc.sql("select body from consultation where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(bodies::get);
    }

    /** Reads it under its row lock: two steps at once are taken one after the other. */
    Optional<Consultation> lock(UUID id) {
        return jdbc.sql("select body from consultation where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .map(bodies::get);
    }

    /** Reads it and lets no step be taken in it until the transaction ends; many may hold it at once. */
    Optional<Consultation> hold(UUID id) {
        return jdbc.sql("select body from consultation where id = ? for share")
                .param(id)
                .query(String.class)
                .optional()
                .map(bodies::get);
    }

    Optional<UUID> byCall(UUID call) {
        return jdbc.sql("select id from consultation where call = ?")
                .param(call)
                .query(UUID.class)
                .optional();
    }

    /** Refuses an id that another consultation has, and a patient who has an open one. */
    Outcome<Outcome.Nothing> add(Consultation consultation) {
        try {
            int added = jdbc.sql(
                            "insert into consultation (id, patient, household, institution, state, requested_at, call, body)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict (id) do nothing")
                    .params(
                            consultation.id(),
                            consultation.patient(),
                            consultation.household(),
                            consultation.institution(),
                            state(consultation),
                            Timestamp.from(consultation.requestedAt()),
                            consultation.call(),
                            write(consultation))
                    .update();
            return added == 1 ? Outcome.done() : Refused.field("id");
        } catch (DuplicateKeyException openOneExists) {
            return Refused.of(ProblemType.PATIENT_BUSY);
        }
    }

    void update(Consultation consultation, Instant at) {
        var ring = consultation.ring();
        jdbc.sql("update consultation set state = :state, doctor = :doctor, ring_started_at = :ring,"
                        + " ended_at = coalesce(ended_at, :ended), body = :body::jsonb where id = :id")
                .param("state", state(consultation))
                .param("doctor", consultation.doctor(), Types.OTHER)
                .param("ring", ring == null ? null : Timestamp.from(ring.startedAt()), Types.TIMESTAMP)
                .param("ended", consultation.ended() ? Timestamp.from(at) : null, Types.TIMESTAMP)
                .param("body", write(consultation))
                .param("id", consultation.id())
                .update();
        parts(consultation);
    }

    /** Who takes part, and as what; a doctor asked in twice has the part of the newest invitation. */
    private void parts(Consultation consultation) {
        var roles = new LinkedHashMap<UUID, String>();
        consultation.guests().forEach(guest -> roles.put(guest.account(), "family"));
        if (consultation.doctor() != null) {
            roles.put(consultation.doctor(), "case_doctor");
        }
        consultation.invitations().forEach(invited -> roles.put(invited.doctor(), role(invited.state())));
        jdbc.sql("insert into consultation_part (consultation, account, role)"
                        + " select ?, account, role from unnest(?::uuid[], ?::text[]) as part (account, role)"
                        + " on conflict (consultation, account) do update set role = excluded.role"
                        + " where consultation_part.role <> excluded.role")
                .params(
                        consultation.id(),
                        roles.keySet().toArray(UUID[]::new),
                        roles.values().toArray(String[]::new))
                .update();
    }

    /** Requests that wait at an institution, oldest first. */
    List<Consultation> waitingAt(UUID institution, int limit) {
        return jdbc.sql("select body from consultation where institution = ? and state = 'waiting'"
                        + " order by requested_at, id limit ?")
                .params(institution, limit)
                .query((row, _) -> bodies.get(row.getString("body")))
                .list();
    }

    /** Open consultations in which an account has a part, oldest first. */
    List<Consultation> openWith(UUID account) {
        return jdbc.sql("select c.body from consultation c join consultation_part p on p.consultation = c.id"
                        + " where p.account = ? and c.state not in ('concluded', 'cancelled')"
                        + " order by c.requested_at limit 50")
                .param(account)
                .query((row, _) -> bodies.get(row.getString("body")))
                .list();
    }

    /** Those of a doctor whose talk ended because consent was taken back, newest first. */
    List<Consultation> withdrawnWith(UUID account, Instant since) {
        return jdbc.sql("select c.body from consultation c join consultation_part p on p.consultation = c.id"
                        + " where p.account = ? and p.role in ('case_doctor', 'invited_doctor')"
                        + " and c.state = 'cancelled' and c.ended_at > ?"
                        + " and c.body -> 'cancellation' ->> 'reason' = 'CONSENT_WITHDRAWN'"
                        + " order by c.ended_at desc limit 20")
                .params(account, Timestamp.from(since))
                .query((row, _) -> bodies.get(row.getString("body")))
                .list();
    }

    /** Talks that these patients are in now, the oldest first. */
    List<Consultation> liveOf(Set<UUID> patients, int limit) {
        return jdbc.sql("select body from consultation where patient = any(?::uuid[]) and state = 'live'"
                        + " order by requested_at limit ?")
                .params(patients.toArray(UUID[]::new), limit)
                .query((row, _) -> bodies.get(row.getString("body")))
                .list();
    }

    Optional<Consultation> openOf(UUID patient) {
        return jdbc.sql("select body from consultation where patient = ?"
                        + " and state not in ('concluded', 'cancelled')")
                .param(patient)
                .query(String.class)
                .optional()
                .map(bodies::get);
    }

    /** All of a patient, newest first. */
    List<Consultation> ofPatient(UUID patient, int limit) {
        return jdbc.sql("select body from consultation where patient = ? order by requested_at desc limit ?")
                .params(patient, limit)
                .query((row, _) -> bodies.get(row.getString("body")))
                .list();
    }

    /** Whether a doctor took part in a concluded consultation of a patient. */
    boolean tookPart(UUID account, UUID patient) {
        return jdbc.sql("select exists (select 1 from consultation c join consultation_part p on p.consultation = c.id"
                        + " where c.patient = ? and c.state = 'concluded' and p.account = ?"
                        + " and p.role in ('case_doctor', 'invited_doctor'))")
                .params(patient, account)
                .query(Boolean.class)
                .single();
    }

    /** Concluded ones of a patient, newest first. */
    List<Consultation> concludedOf(UUID patient, int limit) {
        return jdbc.sql("select body from consultation where patient = ? and state = 'concluded'"
                        + " order by ended_at desc limit ?")
                .params(patient, limit)
                .query((row, _) -> bodies.get(row.getString("body")))
                .list();
    }

    /** Those of a patient in which a doctor has or had a part, behind a place, newest first; without who declined. */
    List<CareCases.Report> reports(UUID account, UUID patient, CareCases.Report.Place before, int limit) {
        return jdbc.sql("select c.id, c.ended_at, c.institution, c.doctor from consultation c"
                        + " where c.patient = :patient and c.state = 'concluded' and (c.ended_at, c.id) < (:at, :id)"
                        + " and " + PART + " order by c.ended_at desc, c.id desc limit :limit")
                .param("patient", patient)
                .param("account", account)
                .param("at", Timestamp.from(before.at()))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) -> new CareCases.Report(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getObject("institution", UUID.class),
                        row.getObject("doctor", UUID.class)))
                .list();
    }

    List<UUID> partsOf(UUID account, UUID patient) {
        return jdbc.sql("select c.id from consultation c where c.patient = :patient and " + PART
                        + " order by c.requested_at desc limit :limit")
                .param("patient", patient)
                .param("account", account)
                .param("limit", PARTS_MAX)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Concluded ones in which an account took part, newest first; who declined sees nothing of it later. */
    List<Consultation> concludedWith(UUID account, int limit) {
        return jdbc.sql("select c.body from consultation c join consultation_part p on p.consultation = c.id"
                        + " where p.account = ? and p.role <> 'past_doctor' and c.state = 'concluded'"
                        + " order by c.ended_at desc limit ?")
                .params(account, limit)
                .query((row, _) -> bodies.get(row.getString("body")))
                .list();
    }

    /** On what the newest acceptance of a patient at an institution rested. */
    Optional<ChosenBasis> newestBasis(UUID patient, UUID institution) {
        return jdbc.sql(
                        "select body -> 'legalBasis' ->> 'chosen' from consultation where patient = ? and institution = ?"
                                + " and body -> 'legalBasis' -> 'chosen' is not null order by requested_at desc limit 1")
                .params(patient, institution)
                .query(String.class)
                .optional()
                .map(text -> WireJson.mapper().readValue(text, ChosenBasis.class));
    }

    /** Those that ring for the longest time first. */
    List<UUID> ringingSince(Instant before) {
        return jdbc.sql("select id from consultation where state = 'ringing' and ring_started_at < ?"
                        + " order by ring_started_at")
                .param(Timestamp.from(before))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static String role(InvitationState state) {
        return switch (state) {
            case RINGING -> "rung_doctor";
            case ACCEPTED -> "invited_doctor";
            case DECLINED, WITHDRAWN -> "past_doctor";
        };
    }

    private static String state(Consultation consultation) {
        return consultation.state().name().toLowerCase(Locale.ROOT);
    }

    private static String write(Consultation consultation) {
        return WireJson.mapper().writeValueAsString(consultation);
    }

    private static Consultation parse(String body) {
        return WireJson.mapper().readValue(body, Consultation.class);
    }
}
