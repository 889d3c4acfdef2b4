package org.wuduan.hub.audit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
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
    private final JdbcClient apart;
    private final Clock clock;

    Audit(JdbcClient jdbc, DenialConnections denials, Clock clock) {
        this.jdbc = jdbc;
        this.apart = denials.jdbc();
        this.clock = clock;
    }

    /**
     * Writes in the running transaction, so that a change and its entry are kept together or not at all.
     *
     * @return the entry's number, by which a module can keep what was before and after
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public long record(Kind kind, UUID actor, String action, @Nullable UUID object) {
        return insert(jdbc, new Entry(kind, actor, action, object));
    }

    /** Writes an opening of each of these objects by this actor, but for those of which the trail has one already. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void recordFirstOpenings(UUID actor, String action, Collection<UUID> objects) {
        var known = Set.copyOf(jdbc.sql("select distinct object from audit_entry"
                        + " where object = any (?) and actor = ? and action = ?")
                .params(objects.toArray(UUID[]::new), actor, action)
                .query(UUID.class)
                .list());
        objects.stream()
                .filter(object -> !known.contains(object))
                .forEach(object -> insert(jdbc, new Entry(Kind.OPENING, actor, action, object)));
    }

    /** Writes on a connection of its own, because the refused command's transaction is rolled back. */
    public void recordDenial(UUID actor, String action, @Nullable UUID object) {
        insert(apart, new Entry(Kind.DENIAL, actor, action, object));
    }

    /** Kept outside any other transaction: a failed sign-in changes nothing else. */
    public void recordSignInFailure(UUID account) {
        insert(apart, new Entry(Kind.SIGN_IN_FAILURE, account, "sign-in", null));
    }

    private record Entry(
            Kind kind, UUID actor, String action, @Nullable UUID object) {}

    private long insert(JdbcClient where, Entry entry) {
        return where.sql("with fresh as (insert into audit_entry (at, kind, actor, action, object)"
                        + " values (:at, :kind, :actor, :action, :object) returning number)"
                        + " insert into audit_unsealed (entry) select number from fresh returning entry")
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("object", entry.object(), Types.OTHER)
                .query(Long.class)
                .single();
    }
}
