package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL of the jar, made and started as {@code ./run} does. */
class PostgresIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CACHE = Path.of("target/postgres-cache").toAbsolutePath();

    @TempDir
    private Path folder;

    private DataFolder data;
    private Postgres postgres;
    private Process process;

    @BeforeEach
    void aDatabaseRuns() throws Exception {
        data = new DataFolder(folder.resolve("data"));
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

    @AfterEach
    void itEnds() throws InterruptedException {
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
        assertThatCode(() -> postgres.prepare()).doesNotThrowAnyException();
        var version = data.postgres().resolve("PG_VERSION");

        Files.writeString(version, "15\n", StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> postgres.prepare()).hasMessageContaining("PostgreSQL 15, not 18");

        Files.delete(version);
        assertThatThrownBy(() -> postgres.prepare()).hasMessageContaining("is damaged");
    }

    private Process started() throws IOException {
        List<String> command = postgres.sibling().spec().command();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postgres.log").toFile())
                .start();
    }

    private static void answers(Postgres postgres) throws InterruptedException {
        var probe = postgres.sibling().probe();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!probe.answers()) {
            assertThat(System.nanoTime()).as("the database answers in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
