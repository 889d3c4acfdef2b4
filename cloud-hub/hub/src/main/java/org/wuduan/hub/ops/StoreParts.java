package org.wuduan.hub.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;
import org.wuduan.hub.audit.AuditTrail;

/** Looks at what waits in the database: events that no module has taken, entries of the audit trail without a seal. */
@Component
class StoreParts {
    /** What is done every second or two and has waited for so long is not being done. */
    static final Duration WAITS_MAX = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    StoreParts(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    List<Finding> look() {
        var seals = trail.unsealed();
        return List.of(events(), finding(PartKind.SEALS, seals.count(), seals.oldest()));
    }

    private Finding events() {
        return jdbc.sql("select count(*) as waiting, min(publication_date) as oldest from event_publication"
                        + " where completion_date is null")
                .query((row, _) -> {
                    var oldest = row.getTimestamp("oldest");
                    return finding(PartKind.EVENTS, row.getInt("waiting"), oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    private Finding finding(PartKind kind, int waiting, @Nullable Instant oldest) {
        var name = kind.name().toLowerCase(java.util.Locale.ROOT);
        boolean late = oldest != null && oldest.isBefore(clock.instant().minus(WAITS_MAX));
        var found = late
                ? Finding.of(kind, name, PartState.ILL, PartTrouble.WAITS_TOO_LONG)
                        .since(oldest)
                : Finding.well(kind, name);
        return found.with(Finding.Detail.ofWaiting(waiting));
    }
}
