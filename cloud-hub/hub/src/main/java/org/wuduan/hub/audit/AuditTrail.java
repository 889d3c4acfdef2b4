package org.wuduan.hub.audit;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the trail, the newest entries first. Whether somebody may, the caller decides. */
@Component
public class AuditTrail {
    /** Entries of one page. */
    public static final int PAGE_MAX = 50;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One entry; the object is null where the action was about nothing else than the actor. */
    public record Line(
            long number,
            Instant at,
            Audit.Kind kind,
            UUID actor,
            String action,
            @Nullable UUID object) {}

    /**
     * Entries that wait for their seal.
     *
     * @param oldest when the first of them was written; null when none waits
     */
    public record Unsealed(int count, @Nullable Instant oldest) {}

    public Unsealed unsealed() {
        return jdbc.sql("select count(*) as waiting, min(e.at) as oldest from audit_unsealed u"
                        + " join audit_entry e on e.number = u.entry")
                .query((row, _) -> {
                    var oldest = row.getTimestamp("oldest");
                    return new Unsealed(row.getInt("waiting"), oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    /**
     * Which entries.
     *
     * @param before only entries with a smaller number; null begins at the newest
     * @param about only entries whose actor or object this is; null for all
     * @param kind only of this kind; null for all
     */
    public record Wanted(@Nullable Long before, @Nullable UUID about, Audit.@Nullable Kind kind) {}

    /** At most one entry more than {@link #PAGE_MAX}: it says that there is another page. */
    public List<Line> page(Wanted wanted) {
        return jdbc
                .sql("select " + TrailEntry.COLUMNS + " from audit_entry"
                        + " where (:before::bigint is null or number < :before)"
                        + " and (:about::uuid is null or actor = :about or object = :about)"
                        + " and (:kind::text is null or kind = :kind) order by number desc limit :max")
                .param("before", wanted.before(), Types.BIGINT)
                .param("about", wanted.about(), Types.OTHER)
                .param(
                        "kind",
                        wanted.kind() == null ? null : wanted.kind().name().toLowerCase(Locale.ROOT),
                        Types.VARCHAR)
                .param("max", PAGE_MAX + 1)
                .query((row, _) -> TrailEntry.of(row))
                .list()
                .stream()
                .map(AuditTrail::line)
                .toList();
    }

    private static Line line(TrailEntry entry) {
        return new Line(
                entry.number(),
                entry.at(),
                Audit.Kind.valueOf(entry.kind().toUpperCase(Locale.ROOT)),
                entry.actor(),
                entry.action(),
                entry.object());
    }
}
