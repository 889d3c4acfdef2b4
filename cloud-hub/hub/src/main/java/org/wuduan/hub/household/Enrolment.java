package org.wuduan.hub.household;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Commands;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.BoxKeys;
import org.wuduan.hub.identity.Secrets;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** A new box joins a household by a one-time code. */
@Service
public class Enrolment {
    private final JdbcClient jdbc;
    private final Households households;
    private final BoxKeys keys;
    private final Audit audit;
    private final Clock clock;

    Enrolment(JdbcClient jdbc, Households households, BoxKeys keys, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** A lost answer may be asked for again: the same box with the same code and key gets it once more. */
    @Transactional
    public Outcome<Answers.EnrolledBox> enrol(Commands.EnrolBox wish) {
        if (!keys.readable(wish.publicKey())) {
            return Refused.field("publicKey");
        }
        var household = jdbc.sql("select household from enrolment_code where code_hash = ?"
                        + " and (used_by is null or used_by = ?) for update")
                .params(Secrets.hash(wish.code()), wish.boxId())
                .query(UUID.class)
                .optional();
        if (household.isEmpty()) {
            audit.recordDenial(wish.boxId(), "enrol-box", null);
            return Refused.of(ProblemType.CODE_UNKNOWN);
        }
        int taken = jdbc.sql("insert into box (id, household) values (?, ?) on conflict (id) do nothing")
                .params(wish.boxId(), household.get())
                .update();
        if (taken == 0 && !households.householdOfBox(wish.boxId()).equals(household)) {
            return Refused.of(ProblemType.CODE_UNKNOWN);
        }
        jdbc.sql("update enrolment_code set used_by = ?, used_at = ? where code_hash = ?")
                .params(wish.boxId(), Timestamp.from(clock.instant()), Secrets.hash(wish.code()))
                .update();
        var named = households.household(household.get()).orElseThrow();
        keys.keep(wish.boxId(), wish.publicKey(), named.name());
        audit.record(Audit.Kind.WRITE, wish.boxId(), "enrol-box", household.get());
        return Outcome.of(new Answers.EnrolledBox(wish.boxId(), named));
    }
}
