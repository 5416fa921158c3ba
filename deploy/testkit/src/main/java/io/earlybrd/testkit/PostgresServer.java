package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL server in processes of its own, as root and as a normal user, which ends when this JVM ends, in
 * whatever way. Its data and its port stay the same over {@link #stop}, {@link #kill} and {@link #restart}.
 *
 * <p>The superuser {@code postgres} needs no password on the loopback address; every other role needs its own.
 */
public final class PostgresServer implements AutoCloseable {

    /** Line of the lock file, from zero, that tells the state. */
    private static final int LOCK_STATE = 7;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    /**
     * A shell whose standard input is a pipe that ends with this JVM; then it stops the server, if need be with growing
     * force.
     */
    private static final String GUARD = """
            read -r end
            for signal in INT QUIT KILL; do
              read -r pid < "$0/postmaster.pid" && kill -"$signal" "$pid"
              sleep 1
            done
            """;

    private static final String ACCESS = """
            local all postgres trust
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** Whether what was committed survives a crash of the machine. */
    private enum Durability {
        DURABLE("on"),
        /** Test data is thrown away, so nothing waits for the disk. */
        FAST("off");

        private final String setting;

        Durability(String setting) {
            this.setting = setting;
        }
    }

    private final Path directory;
    private final int port;
    private final Durability durability;
    private final PostgresBinaries binaries = PostgresBinaries.unpacked();
    private ServerProcess process;
    private Process guard;

    private PostgresServer(Path directory, int port, Durability durability) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.durability = durability;
    }

    /** Starts a server on a fixed port whose data is kept: made when new, used again when not. */
    public static PostgresServer start(Path directory, int port) {
        PostgresServer server = new PostgresServer(directory, port, Durability.DURABLE);
        server.restart();
        return server;
    }

    /** Starts a server on a free port for data that is thrown away; the caller deletes the directory. */
    public static PostgresServer startTemporary(Path directory) {
        PostgresServer server = new PostgresServer(directory, FreePorts.one(), Durability.FAST);
        server.restart();
        return server;
    }

    /** The temporary server that already runs with this directory and port. */
    static PostgresServer attach(Path directory, int port) {
        PostgresServer server = new PostgresServer(directory, port, Durability.FAST);
        server.process = ServerProcess.of(Long.parseLong(server.lockFile().get(0)), server.log());
        return server;
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** Id of the server's main process. */
    public synchronized long pid() {
        return process.pid();
    }

    /** Whether the server runs. */
    public synchronized boolean running() {
        return process != null && process.running();
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
            return DriverManager.getConnection(jdbcUrl(database), "postgres", "");
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
            String login = role + " login password '" + password.replace("'", "''") + "'";
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

    /** Starts it again on the same port and data, after it was stopped or killed; stops it first if it runs. */
    public synchronized void restart() {
        stop();
        try {
            Files.createDirectories(directory);
            binaries.createCluster(data());
            Files.writeString(data().resolve("pg_hba.conf"), ACCESS);
            guard();
            process = ServerProcess.start(binaries.command("postgres", arguments()), log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String pid = Long.toString(process.pid());
        // The server writes its state into its lock file, so an old file or a stranger on the port proves nothing.
        process.awaitReady("PostgreSQL on port " + port, () -> {
            List<String> lock = lockFile();
            return lock.size() > LOCK_STATE
                    && lock.get(0).equals(pid)
                    && lock.get(LOCK_STATE).startsWith("ready");
        });
    }

    /** Stops it in order, ending open connections; does nothing when it does not run. */
    public synchronized void stop() {
        if (running()) {
            process.end("INT");
        }
    }

    /** Ends it at once, as a crash does: the next start recovers from the log. */
    public synchronized void kill() {
        if (running()) {
            process.end("QUIT");
        }
    }

    @Override
    public synchronized void close() {
        stop();
        if (guard != null) {
            guard.destroy();
        }
    }

    private List<String> arguments() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        // The path of a socket file may be too long for the system, and nothing uses it.
        settings.put("unix_socket_directories", "");
        settings.put("fsync", durability.setting);
        settings.put("synchronous_commit", durability.setting);
        settings.put("full_page_writes", durability.setting);
        small(settings);
        List<String> arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    /** About 40 MB of memory in all, which is plenty for what one machine's services ask. */
    private static void small(Map<String, String> settings) {
        settings.put("shared_buffers", "16MB");
        settings.put("max_connections", "60");
        settings.put("io_method", "sync");
        settings.put("max_logical_replication_workers", "0");
        settings.put("max_parallel_workers", "0");
        settings.put("max_worker_processes", "2");
        settings.put("jit", "off");
        settings.put("autovacuum_max_workers", "1");
        settings.put("autovacuum_worker_slots", "1");
        settings.put("wal_buffers", "1MB");
        settings.put("work_mem", "1MB");
        settings.put("maintenance_work_mem", "8MB");
        settings.put("max_wal_senders", "0");
        settings.put("wal_level", "minimal");
    }

    private void guard() throws IOException {
        if (guard == null || !guard.isAlive()) {
            guard = new ProcessBuilder("sh", "-c", GUARD, data().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    private List<String> lockFile() {
        try {
            Path file = data().resolve("postmaster.pid");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain name of a database or role: " + name);
        }
    }
}
