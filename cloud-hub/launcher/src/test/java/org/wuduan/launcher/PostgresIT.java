package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL of the jar, made and started as {@code ./run} does. */
class PostgresIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CACHE = Path.of("target/postgres-cache").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static Postgres postgres;
    private static Process process;

    @BeforeAll
    static void aDatabaseRuns() throws Exception {
        var data = new DataFolder(folder.resolve("data"));
        data.take().channel().close();
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        postgres = new Postgres(
                PostgresBinaries.in(CACHE), data.postgres(), port, new Secrets(data.secrets()), LowerRights.here());
        postgres.prepare();
        process = started();
    }

    @AfterAll
    static void itEnds() throws InterruptedException {
        Signals.send(process.pid(), "INT");
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Test
    void the_hub_signs_in_with_its_own_password_and_is_no_superuser() throws Exception {
        answers(postgres);

        try (var connection = DriverManager.getConnection(postgres.url(), Postgres.USER, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean(1)).isFalse();
        }
    }

    /** As in a container that allows no user namespaces. */
    @Test
    void the_user_nobody_makes_the_database_where_root_has_no_namespace() throws Exception {
        assumeTrue(LowerRights.here().root(), "only root gives rights away");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        assumeTrue(nobodyReaches(CACHE), "the programs must be where nobody may go");
        var data = new DataFolder(folder.resolve("as-nobody"));
        data.take().channel().close();

        new Postgres(
                        PostgresBinaries.in(CACHE),
                        data.postgres(),
                        1,
                        new Secrets(data.secrets()),
                        new LowerRights(true, false))
                .prepare();

        assertThat(data.postgres().resolve("PG_VERSION")).exists();
        assertThat(Files.getOwner(data.postgres()).getName()).isEqualTo("nobody");
        try (var left = Files.list(data.root())) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).doesNotContain("postgres.new");
        }
    }

    private static boolean nobodyReaches(Path folder) throws Exception {
        return new ProcessBuilder(
                                "setpriv",
                                "--reuid=nobody",
                                "--regid=nogroup",
                                "--clear-groups",
                                "test",
                                "-x",
                                folder.toString())
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void nobody_signs_in_without_the_password() throws Exception {
        answers(postgres);

        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), Postgres.USER, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void what_was_committed_is_there_after_a_kill() throws Exception {
        answers(postgres);
        try (var connection = DriverManager.getConnection(postgres.url(), Postgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS n");
        }

        process.destroyForcibly().waitFor();
        process = started();
        answers(postgres);

        try (var connection = DriverManager.getConnection(postgres.url(), Postgres.USER, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT n FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void a_lost_password_is_told_in_one_sentence() throws Exception {
        answers(postgres);
        var others = new Postgres(
                postgres.binaries(),
                postgres.folder(),
                postgres.port(),
                new Secrets(Files.createDirectory(folder.resolve("other"))),
                postgres.rights());

        assertThatThrownBy(() -> answers(others))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("refuses the password");
    }

    @Test
    void a_folder_that_lacks_parts_or_is_of_another_release_is_refused() throws Exception {
        var other = Files.createDirectories(folder.resolve("damaged/postgres"));
        var damaged = new Postgres(postgres.binaries(), other, postgres.port(), new Secrets(folder), postgres.rights());

        assertThatThrownBy(damaged::prepare).hasMessageContaining("is damaged");

        Files.createFile(Files.createDirectory(other.resolve("global")).resolve("pg_control"));
        Files.writeString(other.resolve("PG_VERSION"), "15\n");
        assertThatThrownBy(damaged::prepare).hasMessageContaining("PostgreSQL 15, not 18");

        Files.writeString(other.resolve("PG_VERSION"), "18\n");
        assertThatCode(damaged::prepare).doesNotThrowAnyException();
    }

    private static Process started() throws IOException {
        List<String> command = postgres.sibling().spec().command();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postgres.log").toFile())
                .start();
    }

    /** After a kill the first starts may find the old one's last processes still leaving: it is started again, as by run. */
    private static void answers(Postgres asked) throws Exception {
        var probe = asked.sibling().probe();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!probe.answers()) {
            assertThat(System.nanoTime()).as("the database answers in time").isLessThan(deadline);
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                process = started();
            }
        }
    }
}
