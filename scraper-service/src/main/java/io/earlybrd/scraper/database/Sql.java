package io.earlybrd.scraper.database;

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
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement with its parameters, run in the session of the current Panache transaction.
 *
 * <p>Many rows go in as one JSON parameter ({@code jsonb_to_recordset(cast(cast(:rows as text) as jsonb))}) and come back as one
 * JSON object each, which is read into a record: one round trip for many rows, and no second mapping.
 */
public final class Sql {

    private final String text;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    private Sql(String text) {
        this.text = text;
    }

    /** A statement with parameters by name. */
    public static Sql of(String text) {
        return new Sql(text);
    }

    /** Binds a text, number or truth value; one that may be null stands in a cast. */
    public Sql with(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Binds a time; the statement says {@code cast(:name as timestamptz)}. */
    public Sql with(String name, Instant value) {
        return with(name, (Object) value.atOffset(ZoneOffset.UTC));
    }

    /** Binds an id. */
    public Sql with(String name, UUID value) {
        return with(name, (Object) value);
    }

    /** Binds texts; the statement says {@code any(cast(:name as text[]))}. */
    public Sql with(String name, Collection<String> texts) {
        return with(name, (Object) texts.toArray(String[]::new));
    }

    /** Binds records as JSON text. */
    public Sql withJson(String name, Object records) {
        return with(name, (Object) EventJson.write(records));
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
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(text, String.class);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(row -> read(row, type)).toList());
    }

    /** Runs it and gives its first row; null if it has none. */
    public <T> Uni<@Nullable T> first(Class<T> type) {
        return list(type).map(rows -> rows.isEmpty() ? null : rows.get(0));
    }

    private static <T> T read(String json, Class<T> type) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
