package org.wuduan.hub.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the trail tells of certain objects. */
@Component
public class AuditTraces {
    private final JdbcClient jdbc;

    AuditTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody opened or changed an object.
     *
     * @param number of the entry; later entries have higher ones
     */
    public record Trace(long number, Instant at, Audit.Kind kind, UUID actor, String action, UUID object) {}

    /** Openings and writes of these objects before an entry, the newest first. */
    public List<Trace> of(Collection<UUID> objects, long before, int limit) {
        return jdbc.sql("select number, at, kind, actor, action, object from audit_entry"
                        + " where object = any (?) and kind in ('opening', 'write') and number < ?"
                        + " order by number desc limit ?")
                .params(objects.toArray(UUID[]::new), before, limit)
                .query((row, _) -> new Trace(
                        row.getLong("number"),
                        row.getTimestamp("at").toInstant(),
                        Audit.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getObject("actor", UUID.class),
                        row.getString("action"),
                        row.getObject("object", UUID.class)))
                .list();
    }
}
