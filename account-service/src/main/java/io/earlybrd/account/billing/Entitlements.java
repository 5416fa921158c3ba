package io.earlybrd.account.billing;

import io.earlybrd.events.EntitlementChanged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** This service's copy of the topic {@code entitlements}; the newest version of each wins. */
@ApplicationScoped
public class Entitlements implements PanacheRepositoryBase<Entitlement, UUID> {

    private static final String UPSERT = """
            insert into entitlement (subscriber_id, version, allowed, state, until_at, plan, reason)
            values (:subscriberId, :version, :allowed, :state, cast(nullif(cast(:until as text), '') as timestamptz), nullif(:plan, ''), :reason)
            on conflict (subscriber_id) do update
               set version = excluded.version, allowed = excluded.allowed, state = excluded.state, until_at = excluded.until_at,
                   plan = excluded.plan, reason = excluded.reason
             where entitlement.version < excluded.version
            """;

    /** What is known of a subscriber; empty until billing has said something. */
    public Uni<Optional<Entitlement>> of(UUID subscriberId) {
        return findById(subscriberId).map(Optional::ofNullable);
    }

    /** Takes over what billing says, unless something newer is known. */
    @WithTransaction
    Uni<Integer> note(EntitlementChanged change) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UPSERT)
                        .setParameter("subscriberId", change.subscriberId())
                        .setParameter("version", change.version())
                        .setParameter("allowed", change.allowed())
                        .setParameter("state", change.state())
                        .setParameter(
                                "until", change.until().map(Instant::toString).orElse(""))
                        .setParameter("plan", change.plan().orElse(""))
                        .setParameter("reason", change.reason())
                        .executeUpdate());
    }

    /** Forgets a subscriber who is gone. */
    @WithTransaction
    Uni<Boolean> forget(UUID subscriberId) {
        return deleteById(subscriberId);
    }
}
