package org.wuduan.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The SQLite file of the outbox: a commit is on disk when it returns (WAL, synchronous=FULL), what is deleted is wiped. */
final class OutboxFile implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;

    /** Columns that an outbox of an older version does not have yet, with their types. */
    private static final Map<String, String> COLUMNS_SINCE =
            Map.of("boot", "TEXT", "up_millis", "INTEGER", "aside_at", "TEXT");

    private final Connection connection;

    private OutboxFile(Connection connection) {
        this.connection = connection;
    }

    /** Opens or makes the file, mode 0600. */
    static OutboxFile open(Path file, long bytesMax) throws SQLException, IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var opened = new OutboxFile(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        opened.execute("PRAGMA journal_mode=WAL");
        opened.execute("PRAGMA synchronous=FULL");
        opened.execute("PRAGMA secure_delete=ON");
        opened.execute("PRAGMA cache_size=-1024");
        opened.execute("PRAGMA max_page_count=" + bytesMax / PAGE_BYTES);
        opened.execute("CREATE TABLE IF NOT EXISTS outbox(id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE,"
                + " stream TEXT, body TEXT NOT NULL, boot TEXT, up_millis INTEGER, aside_at TEXT)");
        opened.execute("CREATE TABLE IF NOT EXISTS refused(id TEXT PRIMARY KEY, seq INTEGER NOT NULL,"
                + " problem TEXT NOT NULL, refused_at TEXT NOT NULL, body TEXT NOT NULL)");
        opened.execute("CREATE TABLE IF NOT EXISTS left_behind(id TEXT PRIMARY KEY, seq INTEGER NOT NULL,"
                + " left_at TEXT NOT NULL, body TEXT NOT NULL)");
        for (String column : COLUMNS_SINCE.keySet()) {
            opened.addUnlessThere(column);
        }
        return opened;
    }

    private void addUnlessThere(String column) throws SQLException {
        if (number("SELECT count(*) FROM pragma_table_info('outbox') WHERE name = '" + column + "'") == 0) {
            execute("ALTER TABLE outbox ADD COLUMN " + column + " " + COLUMNS_SINCE.get(column));
        }
    }

    PreparedStatement prepare(String statement) throws SQLException {
        return connection.prepareStatement(statement);
    }

    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    void execute(String sql) throws SQLException {
        try (var run = statement()) {
            run.execute(sql);
        }
    }

    long number(String query) throws SQLException {
        try (var run = statement();
                var row = run.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** SQLite itself ends a transaction on some faults (a full disk); then there is none left to end. */
    void undo() throws SQLException {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
