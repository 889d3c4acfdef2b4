package org.wuduan.hub.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail. Entries hold ids and names of actions, never values or texts. */
@Component
public class Audit {
    /** What kind of thing an entry tells. */
    public enum Kind {
        WRITE,
        OPENING,
        DENIAL,
        SIGN_IN,
        SIGN_IN_FAILURE
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes in the running transaction, so that a change and its entry are kept together or not at all. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void record(Kind kind, UUID actor, String action, @Nullable UUID object) {
        insert(kind, actor, action, object);
    }

    /** Writes in a transaction of its own, because the refused command's transaction is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordDenial(UUID actor, String action, @Nullable UUID object) {
        insert(Kind.DENIAL, actor, action, object);
    }

    /** Kept outside any other transaction: a failed sign-in changes nothing else. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordSignInFailure(UUID account) {
        insert(Kind.SIGN_IN_FAILURE, account, "sign-in", null);
    }

    private void insert(Kind kind, UUID actor, String action, @Nullable UUID object) {
        jdbc.sql("insert into audit_entry (at, kind, actor, action, object) values (:at, :kind, :actor, :action,"
                        + " :object)")
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind.name().toLowerCase(java.util.Locale.ROOT))
                .param("actor", actor)
                .param("action", action)
                .param("object", object, java.sql.Types.OTHER)
                .update();
    }
}
