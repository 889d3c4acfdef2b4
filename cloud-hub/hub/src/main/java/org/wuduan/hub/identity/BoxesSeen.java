package org.wuduan.hub.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers when the hub last heard of a box. */
@Component
public class BoxesSeen {
    private final JdbcClient jdbc;
    private final Clock clock;
    /** When each was last written down; holds an entry for each box with a token, so never more than there are boxes. */
    private final Map<UUID, Instant> written = new ConcurrentHashMap<>();

    BoxesSeen(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A box spoke. Written down no more often than each {@link IdentityLimits#BOX_SEEN_KEPT_EXACT_TO}. */
    public void seen(UUID box) {
        var now = clock.instant();
        var last = written.get(box);
        if (last != null && now.isBefore(last.plus(IdentityLimits.BOX_SEEN_KEPT_EXACT_TO))) {
            return;
        }
        written.put(box, now);
        jdbc.sql("update box_key set seen_at = ? where box = ?")
                .params(Timestamp.from(now), box)
                .update();
    }

    /** Boxes that belong to a household. */
    public int known() {
        return jdbc.sql("select count(*) from box_key where revoked_at is null")
                .query(Integer.class)
                .single();
    }

    /** A box of which nothing was heard for a while; null when nothing ever was. */
    public record Silent(UUID box, @Nullable Instant seenAt) {}

    /**
     * Boxes of which nothing was heard since then, those heard last first.
     *
     * @param except boxes that are connected, so that nothing needs to be heard of them
     */
    public List<Silent> silentSince(Instant then, Collection<UUID> except, int max) {
        return jdbc.sql("select box, seen_at from box_key where revoked_at is null"
                        + " and (seen_at is null or seen_at < :then) and box <> all(:except::uuid[])"
                        + " order by seen_at desc nulls last, box limit :max")
                .param("then", Timestamp.from(then))
                .param("except", except.stream().map(UUID::toString).toArray(String[]::new))
                .param("max", max)
                .query((row, _) -> {
                    var seen = row.getTimestamp("seen_at");
                    return new Silent(row.getObject("box", UUID.class), seen == null ? null : seen.toInstant());
                })
                .list();
    }

    /** When the hub last heard of these boxes; those never heard of are missing. */
    public Map<UUID, Instant> of(Collection<UUID> boxes) {
        Map<UUID, Instant> seen = new HashMap<>();
        jdbc.sql("select box, seen_at from box_key where box = any(:boxes::uuid[]) and seen_at is not null")
                .param("boxes", boxes.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    seen.put(
                            row.getObject("box", UUID.class),
                            row.getTimestamp("seen_at").toInstant());
                });
        return seen;
    }
}
