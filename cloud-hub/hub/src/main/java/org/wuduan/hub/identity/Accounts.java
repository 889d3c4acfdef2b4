package org.wuduan.hub.identity;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.Uuid7;

/** People's accounts: login, password, lockout. */
@Service
public class Accounts {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Sessions sessions;
    private final SignInLocks locks;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;
    /** Argon2id with the least parameters that OWASP's password storage cheat sheet accepts. */
    private final PasswordEncoder passwords =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, ITERATIONS);

    private final String someHash = passwords.encode(Secrets.random());

    /** Each check takes MEMORY_KIB: many sign-ins at once wait for each other instead of filling the memory. */
    private final Semaphore checks = new Semaphore(IdentityLimits.PASSWORD_CHECKS_MAX);

    Accounts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Sessions sessions,
            SignInLocks locks,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.sessions = sessions;
        this.locks = locks;
        this.attempts = new Attempts(IdentityLimits.FAILURES_FROM_ONE_ADDRESS_MAX, Attempts.UNBOUNDED, clock);
        this.audit = audit;
        this.clock = clock;
    }

    private record Row(
            UUID id, String kind, String name, @Nullable String passwordHash, boolean active) {
        @Override
        public String toString() {
            return "Row[" + id + " ‹redacted›]";
        }
    }

    /**
     * Whom an account is for; the database refuses a role of anybody but an administrator.
     *
     * @param role of an administrator, null for everybody else
     */
    public record NewAccount(
            String login, ActorKind kind, @Nullable AdministratorRole role, String name) {
        public static NewAccount administrator(String login, AdministratorRole role, String name) {
            return new NewAccount(login, ActorKind.ADMINISTRATOR, role, name);
        }

        @Override
        public String toString() {
            return "NewAccount[" + kind + " ‹redacted›]";
        }
    }

    /** A person whose password was right. */
    record Person(Actor actor, String login, String name) {
        @Override
        public String toString() {
            return "Person[" + actor + " ‹redacted›]";
        }
    }

    /** Makes an account; logins are lower case and unique. */
    public UUID create(String login, String password, ActorKind kind, String name) {
        return create(new NewAccount(login, kind, null, name), password);
    }

    public UUID create(NewAccount account, String password) {
        return insert(Uuid7.at(clock.instant()), account, passwords.encode(password));
    }

    /** An account that nobody can sign in with before its person has chosen a password. */
    public UUID invite(NewAccount account) {
        return invite(Uuid7.at(clock.instant()), account);
    }

    /** The same under an id of the inviter's making. */
    public UUID invite(UUID id, NewAccount account) {
        return insert(id, account, null);
    }

    private UUID insert(UUID id, NewAccount account, @Nullable String passwordHash) {
        jdbc.sql("insert into account (id, login, kind, role, name, password_hash)"
                        + " values (:id, :login, :kind, :role, :name, :password)")
                .param("id", id)
                .param("login", account.login().toLowerCase(Locale.ROOT))
                .param("kind", wire(account.kind()))
                .param("role", account.role() == null ? null : wire(account.role()), Types.VARCHAR)
                .param("name", account.name())
                .param("password", passwordHash, Types.VARCHAR)
                .update();
        return id;
    }

    /** Within the transaction of what it follows from. */
    void setPassword(UUID account, String password) {
        jdbc.sql("update account set password_hash = ? where id = ?")
                .params(passwords.encode(password), account)
                .update();
    }

    boolean anySystemAdministratorCanSignIn() {
        return jdbc.sql("select exists (select 1 from account where role = 'system' and password_hash is not null"
                        + " and deactivated_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** The role of an administrator; empty for everybody else. */
    public Optional<AdministratorRole> role(UUID account) {
        return jdbc.sql("select role from account where id = ? and role is not null")
                .param(account)
                .query(String.class)
                .optional()
                .map(role -> AdministratorRole.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    /** The person can't sign in any more, and what is open in their name ends; what they did stays theirs. */
    @Transactional
    public void deactivate(UUID account) {
        jdbc.sql("update account set deactivated_at = ? where id = ? and deactivated_at is null")
                .params(Timestamp.from(clock.instant()), account)
                .update();
        sessions.endAllOf(account);
    }

    @Transactional
    public void reactivate(UUID account) {
        jdbc.sql("update account set deactivated_at = null where id = ?")
                .param(account)
                .update();
    }

    public Optional<UUID> byLogin(String login) {
        return jdbc.sql("select id from account where login = ?")
                .param(login.toLowerCase(Locale.ROOT))
                .query(UUID.class)
                .optional();
    }

    /** What somebody with an account is. */
    public Optional<ActorKind> kind(UUID account) {
        return jdbc.sql("select kind from account where id = ?")
                .param(account)
                .query((row, _) -> ActorKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)))
                .optional();
    }

    /** The name that others see, for example on a seat. */
    public Optional<String> name(UUID account) {
        return jdbc.sql("select name from account where id = ?")
                .param(account)
                .query(String.class)
                .optional();
    }

    /**
     * Says nothing about whether a login exists: an unknown or deactivated one takes the same time, is counted and locked
     * in the same way as one whose password was wrong.
     *
     * @param address of the client
     */
    Outcome<Person> check(String login, String password, String address) {
        var wait = attempts.begin(address);
        if (wait.isPresent()) {
            return lockedOut(wait.get());
        }
        var checked = check(login.toLowerCase(Locale.ROOT), password);
        if (checked instanceof Outcome.Done<Person>) {
            attempts.right(address);
        }
        return checked;
    }

    private Outcome<Person> check(String login, String password) {
        var locked = locks.locked(login);
        if (locked.isPresent()) {
            return lockedOut(locked.get());
        }
        var row = row(login);
        var hash = row == null ? null : row.passwordHash();
        boolean right = matches(password, hash == null ? someHash : hash);
        return row == null || hash == null || !right || !row.active()
                ? failed(row == null ? NOBODY : row.id(), login)
                : Outcome.of(person(row, login));
    }

    /** A wrong code of the second factor counts like a wrong password. */
    Outcome<Person> wrongCode(Person person) {
        return failed(person.actor().id(), person.login());
    }

    private Outcome<Person> failed(UUID account, String login) {
        audit.recordSignInFailure(account);
        return locks.failed(login).map(Accounts::lockedOut).orElseGet(() -> Refused.of(ProblemType.WRONG_CREDENTIALS));
    }

    /** How long a person's login is still locked. */
    Optional<Duration> locked(Person person) {
        return locks.locked(person.login());
    }

    private static Outcome<Person> lockedOut(Duration wait) {
        return Refused.retryAfter(ProblemType.LOCKED_OUT, wait);
    }

    private boolean matches(String password, String hash) {
        checks.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            checks.release();
        }
    }

    /**
     * The person has shown everything that was asked for. Looks at the lock again: guesses sent side by side were all read
     * before the first of them failed.
     */
    Outcome<Person> admit(Person person) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var locked = locks.forgive(person.login());
            if (locked.isPresent()) {
                return lockedOut(locked.get());
            }
            audit.record(
                    Audit.Kind.SIGN_IN,
                    person.actor().id(),
                    "sign-in",
                    person.actor().id());
            return Outcome.of(person);
        }));
    }

    /** The person of an account that may sign in. */
    Optional<Person> person(UUID account) {
        return jdbc.sql("select login from account where id = ? and deactivated_at is null")
                .param(account)
                .query(String.class)
                .optional()
                .map(login -> person(Objects.requireNonNull(row(login)), login));
    }

    private static Person person(Row row, String login) {
        return new Person(
                new Actor(row.id(), ActorKind.valueOf(row.kind().toUpperCase(Locale.ROOT))), login, row.name());
    }

    /** Whether it is the person's password; counted and locked like a sign-in. */
    Outcome<Person> confirmPassword(Person person, String password, String address) {
        return check(person.login(), password, address);
    }

    /** Failures before are forgotten, unless the login is locked. */
    Outcome<Person> forgive(Person person) {
        return locks.forgive(person.login()).map(Accounts::lockedOut).orElseGet(() -> Outcome.of(person));
    }

    /** Sets a new password, if it is not too easy; other sessions of the account end. */
    @Transactional
    Outcome<Outcome.Nothing> changePassword(Person person, String password, UUID keptSession) {
        if (PasswordRules.tooEasy(password, person.login(), person.name())) {
            return Refused.of(ProblemType.PASSWORD_TOO_EASY);
        }
        setPassword(person.actor().id(), password);
        sessions.endOthersOf(person.actor().id(), keptSession);
        audit.record(
                Audit.Kind.WRITE,
                person.actor().id(),
                "change-password",
                person.actor().id());
        return Outcome.done();
    }

    private @Nullable Row row(String login) {
        return jdbc.sql("select id, kind, name, password_hash, deactivated_at is null as active"
                        + " from account where login = ?")
                .param(login)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("password_hash"),
                        row.getBoolean("active")))
                .optional()
                .orElse(null);
    }

    static String wire(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
