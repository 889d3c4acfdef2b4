package org.wuduan.hub.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The hub's way to its database. It can be cut after a number of statements; then nothing goes through until mended. */
final class FaultyDatabase extends DelegatingDataSource {
    private static final Set<String> STATEMENTS = Set.of("prepareStatement", "createStatement", "commit");
    private static final int NEVER = -1;

    private int statementsLeft = NEVER;
    private boolean commitGetsThrough;
    private boolean away;
    private boolean anAnswerWasLost;

    FaultyDatabase(DataSource real) {
        super(real);
    }

    /**
     * @param statements that still go through; a commit counts as one
     * @param lastCommit whether a commit that is cut is done all the same, and only its answer lost
     */
    void cutAfter(int statements, boolean lastCommit) {
        statementsLeft = statements;
        commitGetsThrough = lastCommit;
    }

    void mend() {
        statementsLeft = NEVER;
        away = false;
    }

    /** Whether something was committed and the hub does not know it; asked once. */
    boolean committedUnknown() {
        boolean was = anAnswerWasLost;
        anAnswerWasLost = false;
        return was;
    }

    boolean isAway() {
        return away;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLTransientConnectionException("the database is away", "08001");
        }
        var real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> through(real, method, arguments));
    }

    private @Nullable Object through(Connection real, Method method, Object @Nullable [] arguments) throws Throwable {
        if (STATEMENTS.contains(method.getName()) && cutNow()) {
            if (commitGetsThrough && method.getName().equals("commit")) {
                real.commit();
                anAnswerWasLost = true;
            }
            throw new SQLException("the database is away", "08006");
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNull(thrown.getCause());
        }
    }

    private boolean cutNow() {
        if (!away && statementsLeft != NEVER) {
            away = statementsLeft == 0;
            statementsLeft = away ? NEVER : statementsLeft - 1;
        }
        return away;
    }
}
