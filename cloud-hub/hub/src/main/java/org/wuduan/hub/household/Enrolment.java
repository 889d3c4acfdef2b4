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
import org.wuduan.hub.identity.Attempts;
import org.wuduan.hub.identity.BoxKeys;
import org.wuduan.hub.identity.IdentityLimits;
import org.wuduan.hub.identity.Secrets;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** A new box joins a household by a one-time code. */
@Service
public class Enrolment {
    /** A code from the settings says nothing about the room. */
    private static final String BOX_NAME = "电视";

    private final JdbcClient jdbc;
    private final Households households;
    private final HouseholdBoxes boxes;
    private final BoxKeys keys;
    private final Audit audit;
    private final Clock clock;
    private final Attempts guesses;

    Enrolment(JdbcClient jdbc, Households households, HouseholdBoxes boxes, BoxKeys keys, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.boxes = boxes;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.guesses = new Attempts(IdentityLimits.CODES_FROM_ONE_ADDRESS_MAX, IdentityLimits.CODES_IN_ALL_MAX, clock);
    }

    /**
     * A lost answer may be asked for again: the same box with the same code and key gets it once more.
     *
     * @param address of the client; too many wrong codes from one, or from all, are not looked at any more
     */
    @Transactional
    public Outcome<Answers.EnrolledBox> enrol(Commands.EnrolBox wish, String address) {
        if (!keys.readable(wish.publicKey())) {
            return Refused.field("publicKey");
        }
        var wait = guesses.begin(address);
        if (wait.isPresent()) {
            return Refused.retryAfter(ProblemType.LOCKED_OUT, wait.get());
        }
        var enrolled = join(wish);
        if (enrolled instanceof Outcome.Done<Answers.EnrolledBox>) {
            guesses.right(address);
        }
        return enrolled;
    }

    private Outcome<Answers.EnrolledBox> join(Commands.EnrolBox wish) {
        var household = jdbc.sql("select household from enrolment_code where code_hash = ? and (used_by = ?"
                        + " or used_by is null and (expires_at is null or expires_at > ?)) for update")
                .params(Secrets.hash(wish.code()), wish.boxId(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
        if (household.isEmpty()) {
            audit.recordDenial(wish.boxId(), "enrol-box", null);
            return Refused.of(ProblemType.CODE_UNKNOWN);
        }
        if (!households.householdOfBox(wish.boxId()).equals(household)
                && boxes.place(wish.boxId(), household.get(), BOX_NAME) instanceof Refused<Outcome.Nothing> refused) {
            return refused.retyped();
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
