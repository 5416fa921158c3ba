package io.earlybrd.events.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The relay's view of the table: claims, marks and counts. */
@ApplicationScoped
class OutboxTable {

    /**
     * The oldest unpublished row of each key, and only if no other relay holds it and its time has come. A key's second row waits
     * until its first is marked, so the order per key holds with any number of relays; rows of transactions that commit late are
     * found all the same, since nothing remembers how far it has read.
     */
    private static final String CLAIM = """
            select id, event_id, topic, key, type, payload, occurred_at, traceparent
            from outbox head
            where published_at is null
              and (retry_at is null or retry_at <= now())
              and not exists (select from outbox older
                              where older.published_at is null
                                and older.topic = head.topic and older.key = head.key and older.id < head.id)
            order by id
            limit $1
            for update skip locked
            """;

    private static final String MARK = "update outbox set published_at = now() where id = any($1)";

    /** Tried again after one second, then two, four and so on, up to $2 seconds. */
    private static final String PUT_OFF = """
            update outbox
            set attempts = attempts + 1,
                retry_at = now() + least(power(2, least(attempts, 20)), $2::float8) * interval '1 second'
            where id = any($1)
            """;

    private static final String PARK = """
            update outbox
            set parked_at = coalesce(parked_at, now()), parked_reason = reason
            from unnest($1::bigint[], $2::text[]) as refused (refused_id, reason)
            where id = refused_id
            """;

    /** Reads the rows that wait by their partial index, however many published ones lie beside them. */
    private static final String BACKLOG = """
            select count(*) as depth,
                   coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age,
                   count(*) filter (where parked_at is not null) as parked
            from outbox
            where published_at is null
            """;

    private static final String PRUNE =
            "delete from outbox where id in (select id from outbox where published_at < now() - $1::float8 * interval '1 second' limit 10000)";

    private static final String REPUBLISH = """
            update outbox
            set published_at = null, parked_at = null, parked_reason = null, attempts = 0, retry_at = null
            where published_at >= $1 or parked_at >= $1
            """;

    private final Pool pool;
    private final String source;

    OutboxTable(Pool pool, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.pool = pool;
        this.source = "/" + service;
    }

    Pool pool() {
        return pool;
    }

    Uni<List<OutboxRow>> claim(SqlConnection connection, int limit) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> OutboxRow.of(row, source))
                        .toList());
    }

    Uni<Void> mark(SqlConnection connection, Long[] ids) {
        return connection.preparedQuery(MARK).execute(Tuple.of(ids)).replaceWithVoid();
    }

    /** Lets rows wait before they are tried again, longer each time, but not longer than so. */
    Uni<Void> putOff(SqlConnection connection, Long[] ids, Duration longest) {
        return connection
                .preparedQuery(PUT_OFF)
                .execute(Tuple.of(ids, (double) longest.toSeconds()))
                .replaceWithVoid();
    }

    /** Notes that Kafka refuses rows, each for its reason, so that somebody looks at them. */
    Uni<Void> park(SqlConnection connection, Long[] ids, String[] reasons) {
        return connection.preparedQuery(PARK).execute(Tuple.of(ids, reasons)).replaceWithVoid();
    }

    Uni<Backlog> backlog() {
        return pool.query(BACKLOG)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Backlog(row.getLong("depth"), row.getDouble("age"), row.getLong("parked")));
    }

    /** Deletes some of the rows that were published longer ago than that; 0 if there are no more. */
    Uni<Integer> prune(Duration kept) {
        return pool.preparedQuery(PRUNE)
                .execute(Tuple.of((double) kept.toSeconds()))
                .map(deleted -> deleted.rowCount());
    }

    Uni<Integer> republishSince(Instant since) {
        return pool.preparedQuery(REPUBLISH)
                .execute(Tuple.of(since.atOffset(ZoneOffset.UTC)))
                .map(updated -> updated.rowCount());
    }

    /**
     * What waits to be published.
     *
     * @param depth rows that wait
     * @param ageSeconds of the oldest of them
     * @param parked those of them that Kafka refuses
     */
    record Backlog(long depth, double ageSeconds, long parked) {}
}
