package io.earlybrd.events.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Remembers which events a consumer has acted on. The claim lives in the transaction of the effect, so that an event that comes
 * twice has its effect once. Not needed where the effect is unique by itself (an upsert by version, a unique key).
 */
@ApplicationScoped
public class Inbox {

    private static final String CLAIM =
            "insert into inbox (consumer, event_id) values (:consumer, :eventId) on conflict do nothing";

    /** Longer than any topic whose events are claimed is kept. */
    private static final String PRUNE =
            "delete from inbox where (consumer, event_id) in (select consumer, event_id from inbox where received_at < now() - interval '46 days' limit 10000)";

    private final Pool pool;

    Inbox(Pool pool) {
        this.pool = pool;
    }

    /**
     * Claims an event; false if an earlier delivery was committed. A claim that is being made at the same time is waited for. Must
     * be called within a Panache transaction.
     */
    public Uni<Boolean> claim(String consumer, UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM)
                        .setParameter("consumer", consumer)
                        .setParameter("eventId", eventId)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** Forgets some of the claims that no delivery can repeat any more; 0 if there are no more. */
    public Uni<Integer> prune() {
        return pool.query(PRUNE).execute().map(deleted -> deleted.rowCount());
    }
}
