package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Looks into the hub's database, where a story must know what is really kept. */
record Database(Path hubProperties) {

    /**
     * The first column of every row.
     *
     * @throws AssertionError when the database is away, which may pass
     */
    List<String> column(String query) {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException broken) {
            if (isAway(broken)) {
                throw new AssertionError("the database can't be asked now", broken);
            }
            throw new IllegalStateException(broken);
        }
    }

    /**
     * Does what somebody with the hub's rights in the database could do past the hub.
     *
     * @return rows that were changed by the last of them
     * @throws SQLException when the database itself refuses
     */
    int past(String... statements) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            int changed = 0;
            for (var one : statements) {
                changed = statement.executeUpdate(one);
            }
            return changed;
        }
    }

    private Connection connection() throws SQLException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(hubProperties)) {
            settings.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return DriverManager.getConnection(
                settings.getProperty("hub.database.url"),
                settings.getProperty("hub.database.user"),
                settings.getProperty("hub.database.password"));
    }

    /** Killed, or reading its log again: SQLSTATE classes 08 (connection) and 57P (operator intervention). */
    private static boolean isAway(SQLException broken) {
        var state = String.valueOf(broken.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }
}
