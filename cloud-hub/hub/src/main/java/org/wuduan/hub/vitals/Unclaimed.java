package org.wuduan.hub.vitals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Bindings;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Patient;
import org.wuduan.contract.UnclaimedReading;
import org.wuduan.contract.Value;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import tools.jackson.core.type.TypeReference;

/**
 * Readings of nobody in a household of several: the television asks whose they are while those who measured are still
 * there. Only single measurements: a strap that sends each second is the clinic's to register.
 */
@Service
public class Unclaimed {
    /** Asked for so long after the hub has it; nobody remembers longer. */
    public static final Duration ASKED_FOR = Duration.ofMinutes(15);

    /** Asked about at the same time, newest first. */
    public static final int ASKED_MAX = 5;

    private static final TypeReference<List<Value>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Households households;
    private final Access access;
    private final VitalHours hours;
    private final Traces traces;
    private final Clock clock;

    /** Where an answer leaves its traces. */
    @Service
    record Traces(Journal journal, Audit audit, ApplicationEventPublisher events) {}

    Unclaimed(JdbcClient jdbc, Households households, Access access, VitalHours hours, Traces traces, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.access = access;
        this.hours = hours;
        this.traces = traces;
        this.clock = clock;
    }

    /** What is asked about now. */
    public List<UnclaimedReading> of(UUID household) {
        return jdbc.sql("select id, shown_at, profile, measured from reading where household = ? and patient is null"
                        + " and declined_at is null and accepted_at > ? and measured <> '[]'::jsonb"
                        + " and profile not in ('heart_rate', 'pulse_oximeter_continuous')"
                        + " order by accepted_at desc, id limit ?")
                .params(household, Timestamp.from(clock.instant().minus(ASKED_FOR)), ASKED_MAX)
                .query((row, _) -> unclaimed(row))
                .list();
    }

    private static UnclaimedReading unclaimed(ResultSet row) throws SQLException {
        return new UnclaimedReading(
                row.getObject("id", UUID.class),
                row.getTimestamp("shown_at").toInstant(),
                MeasurementProfile.valueOf(row.getString("profile").toUpperCase(Locale.ROOT)),
                WireJson.mapper().readValue(row.getString("measured"), VALUES));
    }

    private record Asked(UUID household, Instant acceptedAt) {}

    /** The household says whose the reading is, or that it is none of theirs; said once. */
    Outcome<Outcome.Nothing> name(Actor actor, UUID reading, Bindings.NameWearer wish) {
        var asked = jdbc.sql("select household, accepted_at from reading where id = ? and patient is null"
                        + " and declined_at is null for update")
                .param(reading)
                .query((row, _) -> new Asked(
                        row.getObject("household", UUID.class),
                        row.getTimestamp("accepted_at").toInstant()))
                .optional();
        // what is nobody's to ask about is looked up in a household that does not exist
        return access.check(
                        actor,
                        Action.NAME_WEARER,
                        new Subject.OfHousehold(asked.map(Asked::household).orElse(reading)))
                .then(_ -> inTime(asked.orElseThrow()))
                .then(household -> answered(actor, reading, household, Optional.ofNullable(wish.patientId())));
    }

    private Outcome<UUID> inTime(Asked asked) {
        return asked.acceptedAt().isAfter(clock.instant().minus(ASKED_FOR))
                ? Outcome.of(asked.household())
                : Refused.of(ProblemType.WRONG_STATE);
    }

    private Outcome<Outcome.Nothing> answered(Actor actor, UUID reading, UUID household, Optional<UUID> patient) {
        boolean ours = patient.isEmpty()
                || households.patientsOf(household).stream().map(Patient::id).anyMatch(patient.get()::equals);
        if (!ours) {
            return Refused.field("patientId");
        }
        if (patient.isPresent()) {
            jdbc.sql("update reading set patient = ? where id = ?")
                    .params(patient.get(), reading)
                    .update();
            hours.add(reading);
            traces.journal().touch(List.of(new StreamName(VitalsViews.STREAM, patient.get())));
            traces.events().publishEvent(new VitalsRecorded(Set.of(patient.get())));
        } else {
            jdbc.sql("update reading set declined_at = ? where id = ?")
                    .params(Timestamp.from(clock.instant()), reading)
                    .update();
        }
        traces.journal().touch(inboxes(household));
        traces.audit()
                .record(Audit.Kind.WRITE, actor.id(), patient.isPresent() ? "name-wearer" : "name-no-wearer", reading);
        return Outcome.done();
    }

    /** The televisions that ask. */
    List<StreamName> inboxes(UUID household) {
        return households.boxesOf(household).stream()
                .map(box -> new StreamName("inbox", box))
                .toList();
    }
}
