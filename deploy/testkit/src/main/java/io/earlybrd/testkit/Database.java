package io.earlybrd.testkit;

import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Topic;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The tables of a service on the server of {@link Backends}, seen from outside the application. */
public enum Database {
    ACCOUNT,
    SCRAPER,
    NOTIFIER,
    BILLING;

    /** For a server that does not answer, such as one that a test has stopped. */
    private static final int ANSWERS_WITHIN_SECONDS = 5;

    /** Connections that nobody uses now: a test asks again and again, and a new one costs the server a process each time. */
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /** The first column of a query's rows, as text; null stays null. */
    public List<String> column(String sql, Object... parameters) {
        return with(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        });
    }

    /**
     * The one value that a query gives, as text; null if it is null.
     *
     * @throws AssertionError if there is no row yet, or more than one: a test that waits asks again
     */
    public String text(String sql, Object... parameters) {
        List<String> values = column(sql, parameters);
        if (values.size() != 1) {
            throw new AssertionError(values.size() + " rows rather than one: " + sql);
        }
        return values.get(0);
    }

    /** The one number that a query gives. */
    public long number(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    /** Changes rows, or the schema, as an operator or a crash might. */
    public void change(String sql, Object... parameters) {
        with(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** How many statements that contain this text wait for a lock right now. */
    public long waitingForALock(String part) {
        return number(
                "select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock' and strpos(query, ?) > 0",
                part);
    }

    /** The events that were appended to the outbox for a key, oldest first; null stands for a tombstone. */
    public <E extends Event> List<E> outbox(Class<E> type, String key) {
        List<E> events = new ArrayList<>();
        for (String payload : column(
                "select payload from outbox where topic = ? and key = ? order by id",
                Topic.of(type).topicName(),
                key)) {
            events.add(payload == null ? null : EventJson.read(payload.getBytes(StandardCharsets.UTF_8), type));
        }
        return events;
    }

    /** Runs a statement on a connection that is kept for the next one, unless it fails. */
    private <T> T with(String sql, Object[] parameters, Run<T> run) {
        try {
            Connection connection = connect();
            T result;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                result = run.on(statement);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            idle.push(connection);
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A connection that lives: the server may have been restarted since one was used last. */
    private Connection connect() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isValid(ANSWERS_WITHIN_SECONDS)) {
                return kept;
            }
            kept.close();
        }
        return Backends.postgres().connect(name().toLowerCase(Locale.ROOT));
    }

    private interface Run<T> {

        T on(PreparedStatement statement) throws SQLException;
    }
}
