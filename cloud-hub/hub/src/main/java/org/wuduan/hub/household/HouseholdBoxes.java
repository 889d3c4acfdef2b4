package org.wuduan.hub.household;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.hub.identity.BoxHomes;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Which box stands in which household, now and before. Every change runs in the transaction of the command behind it. */
@Service
public class HouseholdBoxes implements BoxHomes {
    /** Televisions of one household. */
    static final int BOXES_MAX = 5;

    private final JdbcClient jdbc;
    private final HouseholdScreens screens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HouseholdBoxes(JdbcClient jdbc, HouseholdScreens screens, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.screens = screens;
        this.events = events;
        this.clock = clock;
    }

    /** A box that belongs to a household. */
    record Placed(UUID id, UUID household, String name, Instant enrolledAt) {
        @Override
        public String toString() {
            return "Placed[" + id + " " + household + " ‹redacted›]";
        }
    }

    /**
     * Where a box stood.
     *
     * @param until null while it stands there
     */
    public record Stay(UUID household, @Nullable Instant until) {}

    @Override
    public Optional<NamedHousehold> homeOf(UUID box) {
        return jdbc.sql("select h.id, h.name from box b join household h on h.id = b.household"
                        + " where b.id = ? and b.removed_at is null")
                .param(box)
                .query((row, _) -> new NamedHousehold(row.getObject("id", UUID.class), row.getString("name")))
                .optional();
    }

    /** The institutions that look after the households of these boxes. */
    public Map<UUID, UUID> institutionsOf(Collection<UUID> boxes) {
        Map<UUID, UUID> institutions = new HashMap<>();
        jdbc.sql("select b.id, h.institution from box b join household h on h.id = b.household"
                        + " where b.id = any(:boxes::uuid[]) and b.removed_at is null")
                .param("boxes", boxes.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    institutions.put(row.getObject("id", UUID.class), row.getObject("institution", UUID.class));
                });
        return institutions;
    }

    Optional<Placed> find(UUID box) {
        return jdbc.sql("select id, household, name, enrolled_at from box where id = ? and removed_at is null")
                .param(box)
                .query((row, _) -> new Placed(
                        row.getObject("id", UUID.class),
                        row.getObject("household", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("enrolled_at").toInstant()))
                .optional();
    }

    List<Placed> of(UUID household) {
        return jdbc.sql("select id, household, name, enrolled_at from box where household = ? and removed_at is null"
                        + " order by enrolled_at, id")
                .param(household)
                .query((row, _) -> new Placed(
                        row.getObject("id", UUID.class),
                        row.getObject("household", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("enrolled_at").toInstant()))
                .list();
    }

    /** Where a box has stood, oldest first. */
    public List<Stay> staysOf(UUID box) {
        return jdbc.sql("select household, until from box_stay where box = ? order by since")
                .param(box)
                .query((row, _) -> {
                    var until = row.getTimestamp("until");
                    return new Stay(row.getObject("household", UUID.class), until == null ? null : until.toInstant());
                })
                .list();
    }

    /** Takes a new box in. An id that was used before is refused, also one of a removed box. */
    Outcome<Outcome.Nothing> place(UUID box, UUID household, String name) {
        jdbc.sql("select id from household where id = ? for update")
                .param(household)
                .query(UUID.class)
                .single();
        if (of(household).size() >= BOXES_MAX) {
            return Refused.of(ProblemType.LIMIT_REACHED);
        }
        int taken = jdbc.sql("insert into box (id, household, name, enrolled_at) values (?, ?, ?, ?)"
                        + " on conflict (id) do nothing")
                .params(box, household, name, now())
                .update();
        if (taken == 0) {
            return Refused.of(ProblemType.CODE_UNKNOWN);
        }
        arrive(box, household);
        return Outcome.done();
    }

    /** The household has this box no longer. */
    void remove(Placed box) {
        leave(box);
        jdbc.sql("update box set removed_at = ? where id = ?")
                .params(now(), box.id())
                .update();
    }

    /** From now on the box shows and measures for another household; what it received before stays the old one's. */
    Outcome<Outcome.Nothing> move(Placed box, UUID household) {
        if (of(household).size() >= BOXES_MAX) {
            return Refused.of(ProblemType.LIMIT_REACHED);
        }
        leave(box);
        jdbc.sql("update box set household = ? where id = ?")
                .params(household, box.id())
                .update();
        arrive(box.id(), household);
        return Outcome.done();
    }

    void name(Placed box, String name) {
        jdbc.sql("update box set name = ? where id = ?").params(name, box.id()).update();
        screens.renew(box.household());
    }

    private void leave(Placed box) {
        jdbc.sql("update box_stay set until = ? where box = ? and until is null")
                .params(now(), box.id())
                .update();
        screens.renew(box.household());
        events.publishEvent(new HomeChanged(box.household()));
    }

    private void arrive(UUID box, UUID household) {
        // two stays of one box never begin at the same time
        jdbc.sql("insert into box_stay (box, household, since) values (?, ?, greatest(?,"
                        + " (select max(until) + interval '1 microsecond' from box_stay where box = ?)))")
                .params(box, household, now(), box)
                .update();
        screens.renew(household);
        events.publishEvent(new HomeChanged(household));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
