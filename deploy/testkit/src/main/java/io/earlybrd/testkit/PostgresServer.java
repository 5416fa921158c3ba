package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL server in processes of its own, as root and as a normal user, which ends when this JVM ends, in
 * whatever way. Its data and its port stay the same over {@link #stop}, {@link #kill} and {@link #restart}.
 *
 * <p>Every role needs its password on the loopback address; only where the data is thrown away, the superuser
 * {@code postgres} needs none.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private static final Duration PASSWORD_TIMEOUT = Duration.ofSeconds(90);

    private final Path directory;
    private final int port;
    private final PostgresSettings settings;
    private final String password;
    private final PostgresGuard guard = new PostgresGuard();
    private final PostgresLock lock;
    private final RestartableServer server;

    private PostgresServer(Path directory, int port, PostgresSettings settings, String password) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.settings = settings;
        this.password = password;
        lock = new PostgresLock(data());
        server = new RestartableServer("PostgreSQL on port " + port, "INT");
    }

    /**
     * A server on a fixed port whose data is kept: made when new, used again when not. {@link #restart} starts it.
     *
     * @param password the superuser's from the next start on, in one line; it stands on no command line and in no log
     */
    public static PostgresServer in(Path directory, int port, String password) {
        return new PostgresServer(directory, port, PostgresSettings.KEPT, password);
    }

    /** Starts a server on a free port for data that is thrown away; the caller deletes the directory. */
    public static PostgresServer startTemporary(Path directory) {
        PostgresServer server = temporary(directory, FreePorts.one());
        server.restart();
        return server;
    }

    /** The temporary server that already runs with this directory and port. */
    static PostgresServer attach(Path directory, int port) {
        PostgresServer server = temporary(directory, port);
        server.server.attach(ServerProcess.of(server.lock.pid(), server.log()));
        return server;
    }

    private static PostgresServer temporary(Path directory, int port) {
        return new PostgresServer(directory, port, PostgresSettings.THROWN_AWAY, "");
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** Id of the server's main process, also when it has ended. */
    public long pid() {
        return server.pid();
    }

    /** Whether the server runs. */
    public boolean running() {
        return server.running();
    }

    /** JDBC address of a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Address of a database of this server for Vert.x's reactive client. */
    public String reactiveUrl(String database) {
        return "vertx-reactive:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as superuser, which the caller closes. */
    public Connection connect(String database) {
        try {
            return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to database " + database, e);
        }
    }

    /**
     * Makes a database and the role that owns it, as one service has them: no superuser, and no other service's role may
     * connect. Where both exist, only the password is set.
     */
    public void createDatabase(String database, String role, String password) {
        requireName(database);
        requireName(role);
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            // Where a statement fails, the log does not repeat it, for it holds the password.
            statement.execute("set log_min_error_statement = panic");
            String login = role + " login password " + quoted(password);
            boolean known = exists(statement, "select 1 from pg_roles where rolname = '" + role + "'");
            statement.execute((known ? "alter role " : "create role ") + login);
            if (!exists(statement, "select 1 from pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner " + role);
            }
            statement.execute("revoke all on database " + database + ", postgres, template1 from public");
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database + " was not created", e);
        }
    }

    /** Starts it on the same port and data as ever, after it was stopped or killed; stops it first if it runs. */
    public void restart() {
        server.restart(this::launch, lock::saysReady);
    }

    /** Stops it in order, ending open connections; does nothing when it does not run. */
    public void stop() {
        server.stop();
    }

    /** Ends it at once, as a crash does: the next start recovers from the log. */
    public void kill() {
        server.end("QUIT");
    }

    /** Stops it in order, for good, also in the middle of a start. */
    @Override
    public void close() {
        server.close();
        guard.close();
    }

    private ServerProcess launch() {
        try {
            PostgresBinaries binaries = PostgresBinaries.unpacked();
            Files.createDirectories(directory);
            binaries.createCluster(data());
            lock.disownStrangers();
            setPassword(binaries);
            Files.writeString(data().resolve("pg_hba.conf"), settings.access());
            guard.watch();
            List<String> arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(port)));
            arguments.addAll(settings.arguments());
            arguments.addAll(List.of("-c", guard.mark()));
            return ServerProcess.start(binaries.command("postgres", arguments), log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Nobody can log in as superuser to change the password from one that is not known, as it is with data that is new or
     * older than its password. So the data is opened in PostgreSQL's single-user mode, which serves nobody else and takes
     * statements from its input.
     */
    private void setPassword(PostgresBinaries binaries) throws IOException {
        if (password.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("--single", "-D", data().toString()));
        arguments.addAll(settings.arguments());
        // A statement that fails ends the process, and is not repeated in the log.
        arguments.addAll(List.of("-c", "exit_on_error=on", "-c", "log_min_error_statement=panic", SUPERUSER));
        String statement = "alter role " + SUPERUSER + " password " + quoted(password) + "\n";
        ServerProcess.run(binaries.command("postgres", arguments), statement, log(), PASSWORD_TIMEOUT);
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path log() {
        return directory.resolve("server.log");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain name of a database or role: " + name);
        }
    }
}
