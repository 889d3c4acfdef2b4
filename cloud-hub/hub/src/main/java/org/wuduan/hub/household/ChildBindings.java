package org.wuduan.hub.household;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.FamilyRight;
import org.wuduan.hub.identity.AccessChanged;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Keeps who is bound to whom, and tells every screen that shows it. Runs in the transaction of the step behind it. */
@Service
class ChildBindings {
    /** Sons and daughters of one patient. */
    static final int CHILDREN_MAX = 10;

    /** Patients of one son or daughter. */
    static final int PARENTS_MAX = 10;

    private final JdbcClient jdbc;
    private final Households households;
    private final HouseholdScreens screens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChildBindings(
            JdbcClient jdbc,
            Households households,
            HouseholdScreens screens,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.screens = screens;
        this.events = events;
        this.clock = clock;
    }

    /** Who is bound to whom. */
    record Pair(UUID account, UUID patient) {}

    /**
     * What a child may do.
     *
     * @param until null for no end
     * @param proof what showed that the child may sign for the patient
     */
    record Terms(
            Set<FamilyRight> rights,
            @Nullable Instant until,
            @Nullable String proof) {
        @Override
        public String toString() {
            return "Terms[" + rights + " ‹redacted›]";
        }
    }

    /** A binding as the clinic sees it. */
    record Kept(Instant boundAt, @Nullable String proof) {
        @Override
        public String toString() {
            return "Kept[" + boundAt + " ‹redacted›]";
        }
    }

    Optional<Kept> find(Pair pair) {
        return jdbc.sql("select bound_at, proof from binding where account = ? and patient = ?"
                        + " and (expires_at is null or expires_at > ?)")
                .params(pair.account(), pair.patient(), now())
                .query((row, _) -> new Kept(row.getTimestamp("bound_at").toInstant(), row.getString("proof")))
                .optional();
    }

    Outcome<Outcome.Nothing> bind(Pair pair, String relation, Terms terms) {
        // one new child of a patient at a time, so that the limit holds
        jdbc.sql("select id from patient where id = ? for update")
                .param(pair.patient())
                .query(UUID.class)
                .single();
        boolean full = households.bindingsOfPatient(pair.patient()).size() >= CHILDREN_MAX
                || households.bindingsOfAccount(pair.account()).size() >= PARENTS_MAX;
        if (full) {
            return Refused.of(ProblemType.LIMIT_REACHED);
        }
        // one whose time is over may still be waiting for its end
        end(pair, null);
        jdbc.sql("insert into binding (account, patient, relation, rights, bound_at, expires_at, proof)"
                        + " values (:account, :patient, :relation, :rights, :at, :until, :proof)")
                .param("account", pair.account())
                .param("patient", pair.patient())
                .param("relation", relation)
                .param("rights", names(terms.rights()))
                .param("at", now())
                .param("until", timestamp(terms.until()), Types.TIMESTAMP)
                .param("proof", terms.proof(), Types.VARCHAR)
                .update();
        changed(pair);
        return Outcome.done();
    }

    void grant(Pair pair, Terms terms) {
        jdbc.sql("update binding set rights = :rights, expires_at = :until, proof = coalesce(:proof, proof)"
                        + " where account = :account and patient = :patient")
                .param("rights", names(terms.rights()))
                .param("until", timestamp(terms.until()), Types.TIMESTAMP)
                .param("proof", terms.proof(), Types.VARCHAR)
                .param("account", pair.account())
                .param("patient", pair.patient())
                .update();
        changed(pair);
    }

    /**
     * The child has no part in the patient any more, from this moment on every screen.
     *
     * @param by null when the time ended it
     */
    void end(Pair pair, @Nullable UUID by) {
        int ended = jdbc.sql("with gone as (delete from binding where account = :account and patient = :patient"
                        + " returning account, patient, relation, rights, proof, bound_at)"
                        + " insert into ended_binding (account, patient, relation, rights, proof, bound_at, ended_at,"
                        + " ended_by) select account, patient, relation, rights, proof, bound_at, :at, :by from gone")
                .param("account", pair.account())
                .param("patient", pair.patient())
                .param("at", now())
                .param("by", by, Types.OTHER)
                .update();
        if (ended > 0) {
            changed(pair);
        }
    }

    /** Those whose time is over. */
    List<Pair> expired() {
        return jdbc.sql("select account, patient from binding where expires_at <= ? order by expires_at")
                .param(now())
                .query((row, _) -> new Pair(row.getObject("account", UUID.class), row.getObject("patient", UUID.class)))
                .list();
    }

    boolean isExpired(Pair pair) {
        return expired().contains(pair);
    }

    private void changed(Pair pair) {
        var household = households.resident(pair.patient()).orElseThrow().household();
        screens.renew(household);
        screens.renewInbox(pair.account());
        events.publishEvent(new AccessChanged(pair.account()));
        events.publishEvent(new HomeChanged(household));
    }

    static String[] names(Set<FamilyRight> rights) {
        return rights.stream()
                .map(right -> right.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toArray(String[]::new);
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
