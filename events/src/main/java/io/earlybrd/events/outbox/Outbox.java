package io.earlybrd.events.outbox;

import io.earlybrd.events.Event;
import io.earlybrd.events.EventIds;
import io.earlybrd.events.Topic;
import io.earlybrd.events.trace.TraceParent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where a service puts what it has to tell, in the transaction of the change that it tells of: either both are stored or neither
 * is. {@link OutboxRelay} publishes it soon after. The trace that is current now continues at the consumers.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (event_id, topic, key, type, payload, occurred_at, traceparent)
            select cast(event_id as uuid), topic, key, type, payload, cast(occurred_at as timestamptz), cast(:traceparent as text)
            from unnest(cast(:ids as text[]), cast(:topics as text[]), cast(:keys as text[]), cast(:types as text[]),
                        cast(:payloads as text[]), cast(:times as text[]))
                 with ordinality as event (event_id, topic, key, type, payload, occurred_at, position)
            order by position
            """;

    private final EventIds ids;
    private final Clock clock;

    Outbox(EventIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Appends facts that became true now. Must be called within a Panache transaction. */
    public Uni<Void> append(Event... events) {
        return append(List.of(events));
    }

    /** Appends facts that became true now, in this order. Must be called within a Panache transaction. */
    public Uni<Void> append(List<? extends Event> events) {
        return appendAll(events.stream()
                .map(event -> OutgoingEvent.of(event, ids.next(), clock.instant()))
                .toList());
    }

    /** Appends the end of whatever the key names on a compacted topic. Must be called within a Panache transaction. */
    public Uni<Void> appendTombstone(Topic topic, String key) {
        return appendAll(List.of(OutgoingEvent.tombstone(topic, key, ids.next(), clock.instant())));
    }

    /** Appends events with ids and times of the caller's choice. Must be called within a Panache transaction. */
    public Uni<Void> appendAll(List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession().chain(session -> insert(session, events));
    }

    private static Uni<Void> insert(Mutiny.Session session, List<OutgoingEvent> events) {
        return session.createNativeQuery(INSERT)
                .setParameter("ids", column(events, event -> event.id().toString()))
                .setParameter("topics", column(events, event -> event.topic().topicName()))
                .setParameter("keys", column(events, OutgoingEvent::key))
                .setParameter("types", column(events, OutgoingEvent::type))
                .setParameter(
                        "payloads", column(events, event -> event.payload().orElse(null)))
                .setParameter(
                        "times", column(events, event -> event.occurredAt().toString()))
                .setParameter("traceparent", TraceParent.current())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String[] column(List<OutgoingEvent> events, Function<OutgoingEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }
}
