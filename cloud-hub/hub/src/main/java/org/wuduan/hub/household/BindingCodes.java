package org.wuduan.hub.household;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.wuduan.contract.FamilyRight;
import org.wuduan.hub.identity.IdentityLimits;
import org.wuduan.hub.identity.Secrets;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Codes with which a son or daughter binds to a patient: made on the television or by the clinic, used once. */
@Service
class BindingCodes {
    /** Codes of one patient that wait at the same time. */
    static final int WAITING_MAX = 20;

    /** What a parent grants on the television. */
    static final Set<FamilyRight> USUAL = EnumSet.of(FamilyRight.SEE_VITALS, FamilyRight.TAKE_PART);

    private final JdbcClient jdbc;
    private final Clock clock;

    BindingCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A new code.
     *
     * @param terms null: the usual rights, granted by the parent
     */
    record NewCode(String code, UUID patient, ChildBindings.@Nullable Terms terms, UUID madeBy, Duration goodFor) {
        @Override
        public String toString() {
            return "NewCode[" + patient + " ‹redacted›]";
        }
    }

    /**
     * What a code gives.
     *
     * @param byClinic the clinic's terms also replace what a child may do already
     */
    record Offer(UUID patient, ChildBindings.Terms terms, boolean byClinic) {}

    /** Codes are made by whoever shows them; one that is there already is refused. */
    Outcome<Outcome.Nothing> keep(NewCode wish) {
        int waiting = jdbc.sql(
                        "select count(*) from binding_code where patient = ? and used_at is null and expires_at > ?")
                .params(wish.patient(), now())
                .query(Integer.class)
                .single();
        if (waiting >= WAITING_MAX) {
            return Refused.of(ProblemType.LIMIT_REACHED);
        }
        var terms = wish.terms();
        int kept = jdbc.sql("insert into binding_code (code_hash, patient, rights, until, proof, made_by, expires_at)"
                        + " values (:code, :patient, :rights, :until, :proof, :by, :expires) on conflict do nothing")
                .param("code", Secrets.hash(wish.code()))
                .param("patient", wish.patient())
                .param("rights", terms == null ? null : ChildBindings.names(terms.rights()), Types.ARRAY)
                .param("until", terms == null ? null : ChildBindings.timestamp(terms.until()), Types.TIMESTAMP)
                .param("proof", terms == null ? null : terms.proof(), Types.VARCHAR)
                .param("by", wish.madeBy())
                .param("expires", Timestamp.from(clock.instant().plus(wish.goodFor())))
                .update();
        return kept == 1 ? Outcome.done() : Refused.field("code");
    }

    /** What a code gives that is good now, under its row lock. */
    Optional<Offer> offer(String code) {
        return jdbc.sql("select patient, rights, until, proof from binding_code"
                        + " where code_hash = ? and used_at is null and expires_at > ? for update")
                .params(Secrets.hash(code), now())
                .query((row, _) -> {
                    var until = row.getTimestamp("until");
                    var rights = rights(row.getArray("rights"));
                    return new Offer(
                            row.getObject("patient", UUID.class),
                            new ChildBindings.Terms(
                                    rights.orElse(USUAL),
                                    until == null ? null : until.toInstant(),
                                    row.getString("proof")),
                            rights.isPresent());
                })
                .optional();
    }

    void used(String code, UUID account) {
        jdbc.sql("update binding_code set used_by = ?, used_at = ? where code_hash = ?")
                .params(account, now(), Secrets.hash(code))
                .update();
    }

    /** Used ones stay for a day, for whoever asks why. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        jdbc.sql("delete from binding_code where expires_at < ?")
                .param(Timestamp.from(clock.instant().minus(IdentityLimits.EXPIRED_KEPT_FOR)))
                .update();
    }

    private static Optional<Set<FamilyRight>> rights(@Nullable Array names) throws SQLException {
        if (names == null) {
            return Optional.empty();
        }
        var rights = EnumSet.noneOf(FamilyRight.class);
        for (var name : (String[]) names.getArray()) {
            rights.add(FamilyRight.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return Optional.of(rights);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** @return whether a time may be the end of a right */
    boolean mayEnd(@Nullable Instant until) {
        var now = clock.instant();
        return until == null || (until.isAfter(now) && until.isBefore(now.plus(IdentityLimits.RIGHTS_FOR_MAX)));
    }
}
