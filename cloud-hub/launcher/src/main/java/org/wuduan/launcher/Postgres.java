package org.wuduan.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.wuduan.launcher.supervise.ProcessSpec;

/**
 * The database of one machine: PostgreSQL on loopback with a password, its durable settings asserted at each start,
 * because the hub's acknowledgement of a vital sign is a promise that it is on disk.
 *
 * @param binaries programs
 * @param folder the database itself
 * @param port loopback port
 * @param secrets passwords
 * @param rights how it is started when the launcher is root
 */
public record Postgres(Path binaries, Path folder, int port, Secrets secrets, LowerRights rights) {

    static final String NAME = "postgres";
    static final String DATABASE = "wuduan";
    public static final String USER = "hub";

    private static final String OWNER = "postgres";

    /** What a promise of durability rests on. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** Room for the hub's pool, the launcher's look and an operator. */
    private static final int CONNECTIONS_MAX = 40;

    /** A start with a crash to recover from answers only when the log has been replayed. */
    private static final int LOGIN_SECONDS_MAX = 2;

    /** SQLSTATE class 28: it answers, but not to this password. */
    private static final String WRONG_PASSWORD = "28";

    private static final int VERSION_FILE_BYTES_MAX = 8;

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String password() {
        return secrets.ofPrograms("database-hub");
    }

    public Sibling sibling() {
        var command = new ArrayList<>(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                folder.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=" + CONNECTIONS_MAX,
                "-c",
                "shared_buffers=48MB",
                "-c",
                "max_wal_senders=0",
                "-c",
                // what a backup of the running database needs
                "wal_level=replica",
                "-c",
                "log_timezone=UTC",
                "-c",
                "timezone=UTC"));
        // In one order always, or a running database would look like another one to the next launcher.
        new TreeMap<>(DURABLE).forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        var spec = ProcessSpec.of(NAME, rights.notRoot(command, folder)).stoppedBy(ProcessSpec.Stop.INT);
        return new Sibling(spec, this::answers);
    }

    /** Makes the database folder at the first start; refuses one that is damaged or of another release. */
    public void prepare() throws InterruptedException {
        try {
            if (!Files.exists(folder)) {
                make();
                return;
            }
            var version = folder.resolve("PG_VERSION");
            if (!Files.exists(version) || !Files.exists(folder.resolve("global/pg_control"))) {
                throw new Trouble(
                        "The database folder " + folder
                                + " is damaged (parts of it are missing): restore it from a backup, or start with an empty folder by --data DIR.");
            }
            var release = Files.size(version) > VERSION_FILE_BYTES_MAX
                    ? "?"
                    : Files.readString(version).strip();
            if (!release.equals(Integer.toString(PostgresBinaries.RELEASE))) {
                throw new Trouble("The database folder " + folder + " is of PostgreSQL " + release + ", not "
                        + PostgresBinaries.RELEASE
                        + ": bring it over with pg_upgrade, or choose another folder with --data DIR.");
            }
        } catch (IOException failure) {
            throw new Trouble("The database folder " + folder + " can't be read: check who owns it.", failure);
        }
    }

    /** Made beside and then renamed, so that a start which is killed here leaves no half database behind. */
    private void make() throws IOException, InterruptedException {
        // the password lies in the folder too, where whoever makes the database may read it
        var place = folder.resolveSibling("postgres.new");
        PostgresBinaries.deleteTree(place);
        DataFolder.privateFolder(place);
        var fresh = place.resolve("cluster");
        var password = place.resolve("password");
        DataFolder.writePrivately(password, secrets.ofPrograms("database-owner") + "\n");
        try {
            var command = List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=" + OWNER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            var process = new ProcessBuilder(rights.notRoot(command, place))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw Diagnosis.of("the database could not be made", said);
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        PostgresBinaries.deleteTree(place);
    }

    private boolean answers() {
        try (var connection = connect(OWNER)) {
            requireDurable(connection);
            makeHubsDatabase(connection);
            return true;
        } catch (SQLException refused) {
            if (refused.getSQLState() != null && refused.getSQLState().startsWith(WRONG_PASSWORD)) {
                throw new Trouble(
                        "The database refuses the password in " + secrets.folder()
                                + ": restore that folder together with the database, or start with an empty folder by --data DIR.");
            }
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", OWNER);
        login.setProperty("password", secrets.ofPrograms("database-owner"));
        login.setProperty("loginTimeout", Integer.toString(LOGIN_SECONDS_MAX));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, login);
    }

    private static void requireDurable(Connection connection) throws SQLException {
        for (var setting : DURABLE.entrySet()) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SHOW " + setting.getKey())) {
                if (!rows.next() || !setting.getValue().equals(rows.getString(1))) {
                    throw new Trouble(
                            "PostgreSQL runs with " + setting.getKey() + " switched off, which loses measurements in a"
                                    + " power cut: remove that line from postgresql.auto.conf in the database folder.");
                }
            }
        }
    }

    /** The hub's own role owns its database and nothing else. */
    private void makeHubsDatabase(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + USER + "'")) {
                statement.execute("CREATE ROLE " + USER + " LOGIN");
            }
            // The password is of our own alphabet, letters and digits; a utility statement takes no parameters.
            statement.execute("ALTER ROLE " + USER + " PASSWORD '" + password() + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + USER);
            }
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
