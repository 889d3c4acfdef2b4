package org.wuduan.hub.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.contract.Administration.Institution;
import org.wuduan.contract.Department;
import org.wuduan.contract.Level;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The institutions of the consortium, and who leads whom. */
@Repository
class Institutions {
    /** All of one consortium; a province has fewer hospitals. */
    static final int LISTED_MAX = 1_000;

    private static final String ALL =
            "select i.id, i.name, i.level, i.departments, i.parent, i.active, i.version from institution i";

    private final JdbcClient jdbc;

    Institutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody wants an institution to be. */
    record Wish(
            String name,
            Level level,
            List<Department> departments,
            @Nullable UUID parent) {
        @Override
        public String toString() {
            return "Wish[" + level + " ‹redacted›]";
        }
    }

    List<Institution> all() {
        return jdbc.sql(ALL + " order by i.active desc, i.level desc, i.name limit ?")
                .param(LISTED_MAX)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Institution> find(UUID id) {
        return jdbc.sql(ALL + " where i.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    Outcome<Outcome.Nothing> make(UUID id, Wish wish) {
        if (find(id).isPresent()) {
            return Refused.field("id");
        }
        if (all().size() >= LISTED_MAX) {
            return Refused.of(ProblemType.PAYLOAD_TOO_LARGE);
        }
        var fault = fault(id, wish);
        if (fault != null) {
            return Refused.field(fault);
        }
        jdbc.sql("insert into institution (id, name, level, departments, parent)"
                        + " values (:id, :name, :level, :departments, :parent)")
                .param("id", id)
                .param("name", wish.name().strip())
                .param("level", wire(wish.level()))
                .param("departments", names(wish.departments()))
                .param("parent", wish.parent(), Types.OTHER)
                .update();
        return Outcome.done();
    }

    Outcome<Outcome.Nothing> edit(UUID id, int version, Wish wish) {
        var fault = fault(id, wish);
        if (fault != null) {
            return Refused.field(fault);
        }
        int edited = jdbc.sql("update institution set name = :name, level = :level, departments = :departments,"
                        + " parent = :parent, version = version + 1 where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .param("name", wish.name().strip())
                .param("level", wire(wish.level()))
                .param("departments", names(wish.departments()))
                .param("parent", wish.parent(), Types.OTHER)
                .update();
        return outcome(edited, id);
    }

    Outcome<Outcome.Nothing> setActive(UUID id, int version, boolean active) {
        int edited = jdbc.sql("update institution set active = ?, version = version + 1 where id = ? and version = ?")
                .params(active, id, version)
                .update();
        return outcome(edited, id);
    }

    private Outcome<Outcome.Nothing> outcome(int edited, UUID id) {
        if (edited == 1) {
            return Outcome.done();
        }
        return Refused.of(find(id).isPresent() ? ProblemType.EDIT_CONFLICT : ProblemType.NOT_FOUND);
    }

    /** The field that can't be so; null when all can. */
    private @Nullable String fault(UUID id, Wish wish) {
        if (named(wish.name(), id)) {
            return "name";
        }
        return wish.parent() == null || leads(wish.parent(), id, wish.level()) ? null : "parentId";
    }

    private boolean named(String name, UUID butNot) {
        return jdbc.sql("select exists (select 1 from institution where name = ? and id <> ?)")
                .params(name.strip(), butNot)
                .query(Boolean.class)
                .single();
    }

    /** A leader is of the same tier or a higher one, works, and is not led by whom it leads. */
    private boolean leads(UUID parent, UUID child, Level level) {
        var seen = new HashSet<UUID>();
        var leader = find(parent);
        if (leader.filter(one -> one.active() && one.level().compareTo(level) >= 0)
                .isEmpty()) {
            return false;
        }
        for (var above = leader; above.isPresent(); above = up(above.get())) {
            if (above.get().id().equals(child) || !seen.add(above.get().id())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Institution> up(Institution institution) {
        return Optional.ofNullable(institution.parentId()).flatMap(this::find);
    }

    private static Institution read(ResultSet row) throws SQLException {
        var departments = (String[]) row.getArray("departments").getArray();
        return new Institution(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                Arrays.stream(departments)
                        .map(one -> Department.valueOf(one.toUpperCase(Locale.ROOT)))
                        .toList(),
                row.getObject("parent", UUID.class),
                row.getBoolean("active"),
                row.getInt("version"));
    }

    private static String[] names(List<Department> departments) {
        return departments.stream().map(Institutions::wire).toArray(String[]::new);
    }

    private static String wire(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
