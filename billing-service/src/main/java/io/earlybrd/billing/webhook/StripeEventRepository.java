package io.earlybrd.billing.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The ledger of Stripe's events: each is stored once and stays open until it was acted on. All methods need a transaction. */
@ApplicationScoped
class StripeEventRepository {

    private static final String STORE = """
            insert into stripe_event (event_id, type, customer_id, received_at, due_at, handled_at, outcome)
            values (:id, :type, cast(:customerId as text), :now, :now,
                    case when cast(:outcome as text) is not null then cast(:now as timestamptz) end, cast(:outcome as text))
            on conflict do nothing
            """;

    /** What is taken comes up again after a while, should the process that took it die. */
    private static final String TAKE_DUE = """
            with taken as (
                update stripe_event set due_at = :again, attempts = attempts + 1
                where event_id in (select event_id from stripe_event where handled_at is null and due_at <= :now
                                   order by due_at limit :size for update skip locked)
                returning event_id, customer_id, attempts, received_at)
            select event_id, customer_id, attempts from taken order by received_at, event_id
            """;

    private static final String SETTLE = """
            update stripe_event set handled_at = :now, outcome = :outcome
            where event_id = any(cast(:ids as text[])) and handled_at is null
            """;

    private static final String POSTPONE =
            "update stripe_event set due_at = :dueAt where event_id = any(cast(:ids as text[])) and handled_at is null";

    private static final String OLDEST = "select min(received_at) from stripe_event where handled_at is null";

    private static final String PRUNE = """
            delete from stripe_event
            where event_id in (select event_id from stripe_event where handled_at < :before limit 10000)
            """;

    private static final Duration TAKEN_FOR = Duration.ofSeconds(60);

    /** Stores an event; false if it was stored before. One that is no hint is settled at once. */
    Uni<Boolean> store(StripeEvent event, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(STORE)
                        .setParameter("id", event.id())
                        .setParameter("type", event.type())
                        .setParameter("customerId", event.customerId().orElse(null))
                        .setParameter("now", now)
                        .setParameter("outcome", event.settledAs().orElse(null))
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** Takes open events that are due, the oldest first; no other worker takes them too, unless this one dies. */
    Uni<List<OpenEvent>> takeDue(Instant now, int size) {
        return session()
                .chain(session -> session.createNativeQuery(TAKE_DUE, Object[].class)
                        .setParameter("again", now.plus(TAKEN_FOR))
                        .setParameter("now", now)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new OpenEvent((String) row[0], (String) row[1], ((Number) row[2]).intValue()))
                        .toList());
    }

    /** Closes events that were acted on. */
    Uni<Integer> settle(Collection<OpenEvent> events, String outcome, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(SETTLE)
                        .setParameter("now", now)
                        .setParameter("outcome", outcome)
                        .setParameter("ids", ids(events))
                        .executeUpdate());
    }

    /** Puts events off until then. */
    Uni<Integer> postpone(Collection<OpenEvent> events, Instant dueAt) {
        return session()
                .chain(session -> session.createNativeQuery(POSTPONE)
                        .setParameter("dueAt", dueAt)
                        .setParameter("ids", ids(events))
                        .executeUpdate());
    }

    /** When the oldest open event came, if any is open. */
    Uni<Optional<Instant>> oldestOpen() {
        return session()
                .chain(session ->
                        session.createNativeQuery(OLDEST, Instant.class).getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Forgets events that were settled before then. */
    Uni<Integer> prune(Instant before) {
        return session()
                .chain(session -> session.createNativeQuery(PRUNE)
                        .setParameter("before", before)
                        .executeUpdate());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }

    private static String[] ids(Collection<OpenEvent> events) {
        return events.stream().map(OpenEvent::id).toArray(String[]::new);
    }

    /**
     * An event that a worker has taken.
     *
     * @param attempts how often it was taken, this time included
     */
    record OpenEvent(String id, String customerId, int attempts) {}
}
