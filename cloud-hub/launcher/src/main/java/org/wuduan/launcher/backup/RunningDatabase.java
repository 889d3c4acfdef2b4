package org.wuduan.launcher.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.Secrets;
import org.wuduan.launcher.Trouble;

/**
 * A database whose files are copied while it works: between {@link #begin} and {@link #end} it keeps whole pages in its log
 * of changes, and the log of that time makes one moment of what was copied at many.
 */
final class RunningDatabase implements AutoCloseable {
    private static final String BACKUP_LABEL = "postgres/backup_label";
    private static final String OWNER_SECRET = "database-owner";
    private static final int LOGIN_SECONDS_MAX = 5;

    private final Connection connection;
    private final Path logOfChanges;
    private String firstSegment = "";

    private RunningDatabase(Connection connection, Path logOfChanges) {
        this.connection = connection;
        this.logOfChanges = logOfChanges;
    }

    /** The database of a data folder, empty when it does not run. */
    static Optional<RunningDatabase> of(DataFolder data) throws IOException {
        if (!Files.exists(data.secrets().resolve(OWNER_SECRET))) {
            throw new Trouble("The folder " + data.secrets()
                    + " lacks the database's password, without which a backup is of no use: bring it back first.");
        }
        var ports = new Properties();
        var file = data.run().resolve("ports.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var reader = Files.newBufferedReader(file)) {
            ports.load(reader);
        }
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", new Secrets(data.secrets()).ofPrograms(OWNER_SECRET));
        login.setProperty("loginTimeout", Integer.toString(LOGIN_SECONDS_MAX));
        var url = "jdbc:postgresql://127.0.0.1:" + ports.getProperty("postgres", "0") + "/postgres";
        try {
            return Optional.of(new RunningDatabase(
                    DriverManager.getConnection(url, login), data.root().resolve(Contents.LOG_OF_CHANGES)));
        } catch (SQLException doesNotAnswer) {
            return Optional.empty();
        }
    }

    /** From here on everything that a restored copy needs is kept until this is closed. */
    void begin() {
        try {
            if (one("show wal_level").equals("minimal")) {
                throw new Trouble(
                        "The database was started by an older release, which can't be backed up while it runs:"
                                + " end ./run and start it again once.");
            }
            one("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)::text");
            firstSegment = one("select pg_walfile_name(pg_backup_start('wuduan', true))");
        } catch (SQLException refused) {
            throw new Trouble(
                    "The database does not begin a backup: see log/postgres.log in the data folder.", refused);
        }
    }

    /** The copy is whole together with what this adds: the label that tells where to begin, and the log of changes. */
    void end(Archive archive) throws IOException {
        String label;
        String lastSegment;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select labelfile, pg_walfile_name(lsn) from pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            label = row.getString(1);
            lastSegment = row.getString(2);
        } catch (SQLException refused) {
            throw new Trouble(
                    "The database does not end the backup: see log/postgres.log in the data folder.", refused);
        }
        archive.add(BACKUP_LABEL, label.getBytes(StandardCharsets.UTF_8));
        for (var segment : segments(lastSegment)) {
            archive.add(logOfChanges.resolve("../..").normalize(), Contents.LOG_OF_CHANGES.resolve(segment));
        }
    }

    private List<String> segments(String last) throws IOException {
        try (Stream<Path> all = Files.list(logOfChanges)) {
            return all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.length() == last.length())
                    .filter(name -> name.compareTo(firstSegment) >= 0 && name.compareTo(last) <= 0)
                    .sorted()
                    .toList();
        }
    }

    private String one(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            throw new Trouble(
                    "The database went away during the backup: start it again, then the backup.", alreadyGone);
        }
    }
}
