package org.wuduan.hub.referral;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.contract.Department;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.record.RecordDocuments;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/** Keeps referrals: the whole as JSON, beside it the columns that queries and counts need. */
@Repository
class ReferralBook {
    /** Listed at once; more than a department has open. */
    static final int LISTED_MAX = 100;

    private static final String FOLLOWED = "state = 'accepted' and followed_until > ?";

    private final JdbcClient jdbc;

    ReferralBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReferralCase> find(UUID id) {
        return one("select body from referral where id = ?", id);
    }

    /** Under its row lock: two who answer at once answer one after the other. */
    Optional<ReferralCase> lock(UUID id) {
        return one("select body from referral where id = ? for update", id);
    }

    private Optional<ReferralCase> one(String query, UUID id) {
        return jdbc.sql(query).param(id).query(String.class).optional().map(ReferralBook::read);
    }

    Outcome<Outcome.Nothing> add(ReferralCase referral) {
        int added = jdbc.sql("insert into referral (id, patient, direction, state, sender, sender_institution,"
                        + " target_institution, target_department, disease_code, sent_at, body) values (:id, :patient,"
                        + " :direction, :state, :sender, :senderInstitution, :institution, :department, :code, :sentAt,"
                        + " :body::jsonb) on conflict (id) do nothing")
                .param("id", referral.id())
                .param("patient", referral.patient())
                .param("direction", word(referral.direction()))
                .param("state", word(referral.state()))
                .param("sender", referral.sender())
                .param("senderInstitution", referral.senderInstitution())
                .param("institution", referral.institution())
                .param("department", word(referral.department()))
                .param("code", referral.disease().code(), Types.VARCHAR)
                .param("sentAt", Timestamp.from(referral.sentAt()))
                .param("body", write(referral))
                .update();
        return added == 1 ? Outcome.done() : Refused.field("id");
    }

    void update(ReferralCase referral) {
        var until = referral.followUntil();
        jdbc.sql("update referral set state = :state, body = :body::jsonb, followed_until = :until where id = :id")
                .param("state", word(referral.state()))
                .param("body", write(referral))
                .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
                .param("id", referral.id())
                .update();
    }

    /** What waits for a department or was accepted there, and all that came down to its institution; newest first. */
    List<ReferralCase> receivedAt(UUID institution, Department department) {
        return jdbc.sql("select body from referral where target_institution = ? and state <> 'declined'"
                        + " and (direction = 'down' or target_department = ?)"
                        + " order by state <> 'sent', sent_at desc limit ?")
                .params(institution, word(department), LISTED_MAX)
                .query((row, _) -> read(row.getString("body")))
                .list();
    }

    /** Those of a patient that have to do with a doctor or the doctor's institution, behind a place, the newest first. */
    List<ReferralCase> ofPatient(UUID patient, Reader reader, RecordDocuments.Place before, int limit) {
        return jdbc.sql("select body from referral where patient = :patient and (sent_at, id) < (:at, :id)"
                        + " and (sender = :doctor or target_institution = :institution"
                        + " or body #>> '{answer,doctor}' = :doctor::text) order by sent_at desc, id desc limit :limit")
                .param("patient", patient)
                .param("at", Timestamp.from(before.at()))
                .param("id", before.id())
                .param("doctor", reader.doctor())
                .param("institution", reader.institution())
                .param("limit", limit)
                .query((row, _) -> read(row.getString("body")))
                .list();
    }

    /** A doctor with the own institution. */
    record Reader(UUID doctor, UUID institution) {}

    List<ReferralCase> sentBy(UUID doctor) {
        return jdbc.sql("select body from referral where sender = ? order by sent_at desc limit ?")
                .params(doctor, LISTED_MAX)
                .query((row, _) -> read(row.getString("body")))
                .list();
    }

    /** Patients whom a doctor follows by a referral that was accepted. */
    Set<UUID> followedBy(UUID doctor, Instant now) {
        return ids("select patient from referral where sender = ? and " + FOLLOWED, doctor, now);
    }

    Set<UUID> followersOf(UUID patient, Instant now) {
        return ids("select sender from referral where patient = ? and " + FOLLOWED, patient, now);
    }

    private Set<UUID> ids(String query, UUID of, Instant now) {
        return Set.copyOf(jdbc.sql(query)
                .params(of, Timestamp.from(now))
                .query(UUID.class)
                .list());
    }

    /** The newest by which a doctor follows a patient. */
    Optional<ReferralCase> following(UUID doctor, UUID patient, Instant now) {
        return jdbc.sql("select body from referral where sender = ? and patient = ? and " + FOLLOWED
                        + " order by sent_at desc limit 1")
                .params(doctor, patient, Timestamp.from(now))
                .query(String.class)
                .optional()
                .map(ReferralBook::read);
    }

    /**
     * Forgets the followings whose time is over.
     *
     * @return whose they were
     */
    Set<UUID> endFollowings(Instant now) {
        return Set.copyOf(
                jdbc.sql("update referral set followed_until = null where followed_until <= ? returning sender")
                        .param(Timestamp.from(now))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
    }

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String write(ReferralCase referral) {
        return WireJson.mapper().writeValueAsString(referral);
    }

    private static ReferralCase read(String body) {
        return WireJson.mapper().readValue(body, ReferralCase.class);
    }
}
