package io.earlybrd.notifier.database;

import io.earlybrd.events.EventJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One SQL statement with its parameters, run in the session of the current Panache transaction.
 *
 * <p>Many rows go in as one JSON parameter ({@code jsonb_to_recordset(cast(cast(:rows as text) as jsonb))}), and come back as one
 * JSON object each, which is read into a record: one round trip for a whole batch, and no mapping that could differ from the
 * records.
 */
public final class Sql {

    private final String text;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Sql(String text) {
        this.text = text;
    }

    /** A statement with parameters by name. */
    public static Sql of(String text) {
        return new Sql(text);
    }

    /** Binds a text. */
    public Sql with(String name, String value) {
        return bind(name, value);
    }

    /** Binds an id. */
    public Sql with(String name, UUID value) {
        return bind(name, value);
    }

    /** Binds a number. */
    public Sql with(String name, int value) {
        return bind(name, value);
    }

    /** Binds a number. */
    public Sql with(String name, long value) {
        return bind(name, value);
    }

    /** Binds a truth value. */
    public Sql with(String name, boolean value) {
        return bind(name, value);
    }

    /** Binds a time; the statement says {@code cast(:name as timestamptz)}. */
    public Sql with(String name, Instant value) {
        return bind(name, value.atOffset(ZoneOffset.UTC));
    }

    /** Binds ids; the statement says {@code any(cast(:name as uuid[]))}. */
    public Sql with(String name, Collection<UUID> ids) {
        return bind(name, ids.toArray(UUID[]::new));
    }

    /** Binds a record or a list of records as JSON text. */
    public Sql withJson(String name, Object value) {
        return bind(name, EventJson.write(value));
    }

    /** Runs it and gives how many rows it changed. */
    public Uni<Integer> execute() {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(text);
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    /** Runs it and gives its rows, each of which is one JSON object as text. */
    public <T> Uni<List<T>> list(Class<T> type) {
        return texts().map(rows -> rows.stream().map(row -> read(row, type)).toList());
    }

    /** Runs it and gives its rows, each of which is one text. */
    public Uni<List<String>> texts() {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(text, String.class);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }

    private Sql bind(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    private static <T> T read(String json, Class<T> type) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
