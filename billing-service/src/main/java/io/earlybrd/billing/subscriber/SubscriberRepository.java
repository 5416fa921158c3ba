package io.earlybrd.billing.subscriber;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.LockMode;

/**
 * The subscribers that billing knows. The lock on a subscriber's row is the one lock of this service: whoever changes anything of
 * a subscriber takes it first.
 */
@ApplicationScoped
public class SubscriberRepository implements PanacheRepositoryBase<Subscriber, UUID> {

    private static final String INSERT =
            "insert into subscriber (subscriber_id, version) values (:id, 0) on conflict do nothing";

    /** The subscriber, locked until the end of the transaction; null if nobody has told of them yet. */
    public Uni<Subscriber> lock(UUID subscriberId) {
        return Panache.getSession()
                .chain(session -> session.find(Subscriber.class, subscriberId, LockMode.PESSIMISTIC_WRITE));
    }

    /** The subscriber, locked until the end of the transaction; written down if nobody has told of them yet. */
    public Uni<Subscriber> lockOrCreate(UUID subscriberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", subscriberId)
                        .executeUpdate())
                .chain(inserted -> lock(subscriberId));
    }
}
