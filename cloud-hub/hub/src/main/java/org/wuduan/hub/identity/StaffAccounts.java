package org.wuduan.hub.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The accounts of those who work here, as administrators keep them; children of patients are not among them. */
@Repository
public class StaffAccounts {
    private static final String STAFF = "select a.id, a.login, a.name, a.kind, a.role, a.version,"
            + " a.deactivated_at is null as active, a.password_hash is not null as activated,"
            + " l.expires_at from account a left join activation_link l on l.account = a.id and l.expires_at > :now"
            + " where a.kind <> 'family'";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    StaffAccounts(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * One account.
     *
     * @param activated whether the person has chosen a password
     * @param linkUntil until when the newest activation link is good
     */
    public record Entry(
            UUID id,
            String login,
            String name,
            ActorKind kind,
            @Nullable AdministratorRole role,
            boolean active,
            boolean activated,
            @Nullable Instant linkUntil,
            int version) {
        @Override
        public String toString() {
            return "Entry[" + id + " " + kind + " ‹redacted›]";
        }
    }

    public Optional<Entry> find(UUID id) {
        return jdbc.sql(STAFF + " and a.id = :id")
                .param("now", now())
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Those whose name or login holds the words, active ones first. */
    public List<Entry> search(String words, int limit) {
        return jdbc.sql(STAFF + " and (position(:words in a.login) > 0 or position(:words in lower(a.name)) > 0)"
                        + " order by a.deactivated_at is not null, a.name, a.id limit :limit")
                .param("now", now())
                .param("words", words.strip().toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** Whether the edit is of the newest version; a member of staff has one version for account and post together. */
    public Outcome<Outcome.Nothing> rename(UUID id, int version, String name) {
        int edited = jdbc.sql("update account set name = ?, version = version + 1"
                        + " where id = ? and version = ? and kind <> 'family'")
                .params(name.strip(), id, version)
                .update();
        return outcome(edited, id);
    }

    /** Deactivates or reactivates; the last administrator of a role who can sign in stays. */
    public Outcome<Outcome.Nothing> setActive(Entry staff, int version, boolean active) {
        if (!active && staff.active() && isLastOfRole(staff)) {
            return Refused.of(ProblemType.LAST_ADMINISTRATOR);
        }
        int edited = jdbc.sql("update account set version = version + 1 where id = ? and version = ?")
                .params(staff.id(), version)
                .update();
        if (edited == 1 && active) {
            accounts.reactivate(staff.id());
        } else if (edited == 1) {
            accounts.deactivate(staff.id());
        }
        return outcome(edited, staff.id());
    }

    /** Locks the others of the role, so that two who deactivate each other at once can't both succeed. */
    private boolean isLastOfRole(Entry staff) {
        if (staff.role() == null || !staff.activated()) {
            return false;
        }
        return jdbc
                .sql("select id from account where role = :role and deactivated_at is null"
                        + " and password_hash is not null order by id for update")
                .param("role", Accounts.wire(staff.role()), Types.VARCHAR)
                .query(UUID.class)
                .list()
                .stream()
                .allMatch(staff.id()::equals);
    }

    private Outcome<Outcome.Nothing> outcome(int edited, UUID id) {
        if (edited == 1) {
            return Outcome.done();
        }
        return Refused.of(find(id).isPresent() ? ProblemType.EDIT_CONFLICT : ProblemType.NOT_FOUND);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Entry read(ResultSet row) throws SQLException {
        var role = row.getString("role");
        var until = row.getTimestamp("expires_at");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                ActorKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                role == null ? null : AdministratorRole.valueOf(role.toUpperCase(Locale.ROOT)),
                row.getBoolean("active"),
                row.getBoolean("activated"),
                until == null ? null : until.toInstant(),
                row.getInt("version"));
    }
}
