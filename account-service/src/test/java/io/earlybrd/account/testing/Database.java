package io.earlybrd.account.testing;

import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Topic;
import io.earlybrd.testkit.Backends;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks into the service's database from outside. */
public final class Database {

    private static final String NAME = "account";

    private Database() {}

    /** The events that were appended to the outbox for a key, oldest first; null stands for a tombstone. */
    public static <E extends Event> List<E> outbox(Class<E> type, String key) {
        List<E> events = new ArrayList<>();
        for (String payload : column(
                "select payload from outbox where topic = ? and key = ? order by id",
                Topic.of(type).topicName(),
                key)) {
            events.add(payload == null ? null : EventJson.read(payload.getBytes(StandardCharsets.UTF_8), type));
        }
        return events;
    }

    /** The first column of a query's rows, as text. */
    public static List<String> column(String sql, Object... parameters) {
        try (Connection connection = Backends.postgres().connect(NAME);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one number that a query gives. */
    public static long number(String sql, Object... parameters) {
        return Long.parseLong(Objects.requireNonNull(column(sql, parameters).get(0)));
    }
}
