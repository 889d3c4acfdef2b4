package org.wuduan.hub.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.Wearables.FoundWearable;
import org.wuduan.contract.Wearables.Pairing;
import org.wuduan.contract.Wearables.PairingFailure;
import org.wuduan.contract.Wearables.PairingState;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;
import tools.jackson.core.type.TypeReference;

/** The device that is being added in each household, step by step; what nobody goes on with ends by itself. */
@Service
class WearablePairings {
    /** From the last step of a person or of the box. */
    static final Duration PAIRING_FOR = Duration.ofMinutes(5);

    /** Choices within one pairing; after that it is begun anew. */
    static final int ATTEMPTS_MAX = 5;

    private static final TypeReference<List<FoundWearable>> FOUND = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final HouseholdWearables wearables;
    private final Clock clock;

    WearablePairings(JdbcClient jdbc, HouseholdWearables wearables, Clock clock) {
        this.jdbc = jdbc;
        this.wearables = wearables;
        this.clock = clock;
    }

    Optional<Pairing> of(UUID household) {
        return jdbc.sql("select * from wearable_pairing where household = ? and expires_at > ?")
                .params(household, now())
                .query((row, _) -> pairing(row))
                .optional();
    }

    private static Pairing pairing(ResultSet row) throws SQLException {
        var failure = row.getString("failure");
        return new Pairing(
                row.getObject("id", UUID.class),
                PairingState.valueOf(row.getString("state")),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("attempt"),
                WireJson.mapper().readValue(row.getString("found"), FOUND),
                row.getString("chosen"),
                row.getString("code"),
                row.getString("answer"),
                failure == null ? null : PairingFailure.valueOf(failure));
    }

    /** Begins to search; one that is under way ends. */
    Outcome<Outcome.Nothing> start(UUID household, UUID id) {
        forget(household);
        keep(household, new Pairing(id, PairingState.SEARCHING, clock.instant(), 0, List.of(), null, null, null, null));
        return Outcome.done();
    }

    /** The household's pairing of this id in one of these states, locked until the command ends. */
    Outcome<Pairing> in(UUID household, UUID id, PairingState... states) {
        var locked = jdbc.sql("select * from wearable_pairing where household = ? and expires_at > ? for update")
                .params(household, now())
                .query((row, _) -> pairing(row))
                .optional()
                .filter(one -> one.id().equals(id));
        if (locked.isEmpty()) {
            return Refused.state("ended");
        }
        return List.of(states).contains(locked.get().state())
                ? Outcome.of(locked.get())
                : Refused.state(locked.get().state().name().toLowerCase(Locale.ROOT));
    }

    /** Writes the next step; it has {@link #PAIRING_FOR} again. */
    Outcome<Outcome.Nothing> keep(UUID household, Pairing next) {
        jdbc.sql("insert into wearable_pairing"
                        + " (household, id, state, expires_at, attempt, found, chosen, code, answer, failure)"
                        + " values (:household, :id, :state, :expires, :attempt, :found::jsonb, :chosen, :code, :answer,"
                        + " :failure) on conflict (household) do update set id = excluded.id, state = excluded.state,"
                        + " expires_at = excluded.expires_at, attempt = excluded.attempt, found = excluded.found,"
                        + " chosen = excluded.chosen, code = excluded.code, answer = excluded.answer,"
                        + " failure = excluded.failure")
                .param("household", household)
                .param("id", next.id())
                .param("state", next.state().name())
                .param("expires", Timestamp.from(clock.instant().plus(PAIRING_FOR)))
                .param("attempt", next.attempt())
                .param("found", WireJson.mapper().writeValueAsString(next.found()))
                .param("chosen", next.chosen())
                .param("code", next.code())
                .param("answer", next.answer())
                .param("failure", nameOf(next.failure()))
                .update();
        wearables.changed(household);
        return Outcome.done();
    }

    private static @Nullable String nameOf(@Nullable PairingFailure failure) {
        return failure == null ? null : failure.name();
    }

    /** What the box has found meanwhile, without giving the person more time. */
    Outcome<Outcome.Nothing> found(UUID household, List<FoundWearable> found) {
        jdbc.sql("update wearable_pairing set found = ?::jsonb where household = ?")
                .params(WireJson.mapper().writeValueAsString(found), household)
                .update();
        wearables.changed(household);
        return Outcome.done();
    }

    void forget(UUID household) {
        jdbc.sql("delete from wearable_pairing where household = ?")
                .param(household)
                .update();
        wearables.changed(household);
    }

    /** Screens and boxes hear that nobody goes on. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    @Transactional
    public void forgetExpired() {
        jdbc.sql("select household from wearable_pairing where expires_at <= ?")
                .param(now())
                .query((row, _) -> row.getObject("household", UUID.class))
                .list()
                .forEach(this::forget);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
