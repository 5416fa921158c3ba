package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path directory;

    private PostgresServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.kill();
            server.close();
        }
    }

    @Test
    void roleOfOneService_ownsItsDatabaseAndMayNotConnectToAnother() throws SQLException {
        // Given
        server = PostgresServer.startTemporary(directory);

        // When
        server.createDatabase("account", "account", "one");
        server.createDatabase("billing", "billing", "two");

        // Then
        try (Connection connection = connect("account", "account", "one")) {
            assertThat(value(connection, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            run(connection, "create table note (id bigint primary key)");
        }
        assertThatThrownBy(() -> connect("billing", "account", "one")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> connect("postgres", "account", "one")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> connect("account", "account", "wrong")).hasMessageContaining("authentication failed");
    }

    @Test
    void databaseCreatedTwice_takesTheNewPassword() throws SQLException {
        // Given
        server = PostgresServer.startTemporary(directory);
        server.createDatabase("account", "account", "old");

        // When
        server.createDatabase("account", "account", "it's new");

        // Then
        connect("account", "account", "it's new").close();
        assertThatThrownBy(() -> connect("account", "account", "old")).hasMessageContaining("authentication failed");
    }

    @Test
    void durableServerKilledAndRestarted_keepsWhatWasCommitted() throws SQLException {
        // Given
        int port = FreePorts.one();
        server = PostgresServer.in(directory, port, "secret");
        server.restart();
        try (Connection connection = server.connect("postgres")) {
            assertThat(value(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(connection, "show fsync")).isEqualTo("on");
            run(connection, "create table note (words text)");
            run(connection, "insert into note values ('Grüße')");
        }

        // When
        server.kill();
        assertThat(server.running()).isFalse();
        server.restart();

        // Then
        assertThat(server.port()).isEqualTo(port);
        try (Connection connection = server.connect("postgres")) {
            assertThat(value(connection, "select words from note")).isEqualTo("Grüße");
        }
    }

    @Test
    void dataThatIsKept_needsThePasswordAlsoOfTheSuperuser() throws SQLException {
        // When
        server = PostgresServer.in(directory, FreePorts.one(), "it's secret");
        server.restart();

        // Then
        assertThatThrownBy(() -> connect("postgres", "postgres", "")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("postgres", "postgres", "wrong"))
                .hasMessageContaining("authentication failed");
        server.connect("postgres").close();
        assertThat(directory.resolve("server.log")).content().doesNotContain("secret");
        assertThat(Path.of("/proc", Long.toString(server.pid()), "cmdline"))
                .content()
                .contains("fsync=on")
                .doesNotContain("secret");
    }

    @Test
    void dataFromTheTimeBeforePasswords_isKeptAndGetsOne() throws SQLException {
        // Given
        server = PostgresServer.startTemporary(directory);
        try (Connection connection = server.connect("postgres")) {
            run(connection, "create table note (words text)");
        }
        server.close();

        // When
        server = PostgresServer.in(directory, server.port(), "secret");
        server.restart();

        // Then
        assertThatThrownBy(() -> connect("postgres", "postgres", "")).isInstanceOf(SQLException.class);
        try (Connection connection = server.connect("postgres")) {
            assertThat(value(connection, "select count(*) from note")).isEqualTo("0");
        }
    }

    @Test
    void passwordThatWasLost_isReplacedByTheNextStart() throws SQLException {
        // Given
        server = PostgresServer.in(directory, FreePorts.one(), "lost");
        server.restart();
        server.close();

        // When
        server = PostgresServer.in(directory, server.port(), "new");
        server.restart();

        // Then
        server.connect("postgres").close();
        assertThatThrownBy(() -> connect("postgres", "postgres", "lost")).hasMessageContaining("authentication failed");
    }

    @Test
    void lockOfACrash_namesAProcessThatIsAnotherProgramNow_theServerStarts() throws Exception {
        // Given
        server = PostgresServer.in(directory, FreePorts.one(), "secret");
        server.restart();
        Path lock = directory.resolve("data/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(lock));
        server.kill();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            lines.set(0, Long.toString(stranger.pid()));
            Files.write(lock, lines);

            // When
            server.restart();

            // Then
            server.connect("postgres").close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void lockThatACrashLeftEmpty_theServerStarts() throws Exception {
        // Given
        server = PostgresServer.in(directory, FreePorts.one(), "secret");
        server.restart();
        server.kill();
        Files.createFile(directory.resolve("data/postmaster.pid"));

        // When
        server.restart();

        // Then
        server.connect("postgres").close();
    }

    @Test
    void dataThatAnotherServerStillServes_isRefused() {
        // Given
        server = PostgresServer.startTemporary(directory);
        PostgresServer second = PostgresServer.in(directory, FreePorts.one(), "secret");

        // When Then
        assertThatThrownBy(second::restart)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Is another postmaster");
        assertThat(server.running()).isTrue();
    }

    @Test
    void serverStoppedWhileClientsAreConnected_endsAndStartsAgain() throws SQLException {
        // Given
        server = PostgresServer.startTemporary(directory);
        try (Connection connection = server.connect("postgres")) {
            // When
            server.stop();

            // Then
            assertThatThrownBy(() -> run(connection, "select 1")).isInstanceOf(SQLException.class);
        }
        server.restart();
        server.connect("postgres").close();
    }

    @Test
    void portThatIsTaken_isToldWithTheLog() {
        // Given
        server = PostgresServer.startTemporary(directory.resolve("one"));

        // When Then
        assertThatThrownBy(() -> PostgresServer.in(directory.resolve("two"), server.port(), "secret")
                        .restart())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Address already in use");
    }

    @Test
    void roleThatIsRefused_itsPasswordIsNotInTheLog() {
        // Given
        server = PostgresServer.startTemporary(directory);

        // When Then
        assertThatThrownBy(() -> server.createDatabase("account", "pg_account", "secret"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(directory.resolve("server.log"))
                .content()
                .contains("pg_account")
                .doesNotContain("secret");
    }

    @Test
    void nameThatIsNoName_isRefused() {
        // Given
        server = PostgresServer.startTemporary(directory);

        // When Then
        assertThatThrownBy(() -> server.createDatabase("x; drop table y", "role", "p"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Connection connect(String database, String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), role, password);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
