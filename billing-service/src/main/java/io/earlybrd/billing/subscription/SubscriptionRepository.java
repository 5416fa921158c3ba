package io.earlybrd.billing.subscription;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stripe's subscriptions as they were last told. */
@ApplicationScoped
public class SubscriptionRepository implements PanacheRepositoryBase<SubscriptionRow, String> {

    /** The subscriptions of one subscriber, live and ended. */
    public Uni<List<Subscription>> of(UUID subscriberId) {
        return rowsOf(subscriberId)
                .map(rows -> rows.stream().map(SubscriptionRow::subscription).toList());
    }

    /** Makes what is stored equal to what Stripe told now; must be called with the subscriber locked. */
    public Uni<Void> replace(UUID subscriberId, Collection<Subscription> told, Instant now) {
        return rowsOf(subscriberId).chain(rows -> {
            Map<String, SubscriptionRow> stored =
                    rows.stream().collect(Collectors.toMap(SubscriptionRow::id, Function.identity()));
            List<SubscriptionRow> added = new ArrayList<>();
            for (Subscription subscription : told) {
                Optional<SubscriptionRow> row = Optional.ofNullable(stored.remove(subscription.id()));
                Subscription full = subscription.following(row.map(SubscriptionRow::subscription), now);
                row.ifPresentOrElse(
                        known -> known.take(full), () -> added.add(new SubscriptionRow(subscriberId, full)));
            }
            return persistAll(added).chain(() -> deleteAll(stored.values()));
        });
    }

    /** Forgets everything about a subscriber's subscriptions. */
    public Uni<Void> forget(UUID subscriberId) {
        return delete("subscriberId", subscriberId).replaceWithVoid();
    }

    /** How many live subscriptions have a status that we do not understand. */
    public Uni<Long> countUnknown() {
        return count("unknownSince is not null");
    }

    private Uni<List<SubscriptionRow>> rowsOf(UUID subscriberId) {
        return list("subscriberId", subscriberId);
    }

    private Uni<Void> persistAll(List<SubscriptionRow> rows) {
        return rows.isEmpty() ? Uni.createFrom().voidItem() : persist(rows);
    }

    private Uni<Void> deleteAll(Collection<SubscriptionRow> rows) {
        List<String> ids = rows.stream().map(SubscriptionRow::id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : delete("id in ?1", ids).replaceWithVoid();
    }
}
