package io.earlybrd.billing.entitlement;

import io.earlybrd.billing.subscriber.Subscriber;
import io.earlybrd.billing.subscription.SubscriptionRepository;
import io.earlybrd.events.Topic;
import io.earlybrd.events.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides who may get alerts and tells the others on the topic {@code entitlements}, in the transaction of the decision and only
 * when it changes.
 */
@ApplicationScoped
public class Entitlements {

    private final EntitlementRepository entitlements;
    private final SubscriptionRepository subscriptions;
    private final Outbox outbox;
    private final Clock clock;
    private final EntitlementRules rules;

    Entitlements(
            EntitlementRepository entitlements,
            SubscriptionRepository subscriptions,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "earlybrd.grace-days") int graceDays) {
        this.entitlements = entitlements;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
        this.rules = new EntitlementRules(Duration.ofDays(graceDays));
    }

    /** Decides anew about a subscriber who is locked by the current transaction. */
    public Uni<Void> reassess(Subscriber subscriber) {
        if (subscriber.erased()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return subscriptions
                .of(subscriber.id())
                .map(told -> rules.assess(subscriber.trial(), told, now))
                .chain(verdict -> verdict.map(entitlement -> tell(subscriber.id(), entitlement, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Takes back everything that was told about a subscriber who was erased. */
    public Uni<Void> forget(UUID subscriberId) {
        return entitlements
                .deleteById(subscriberId)
                .chain(() -> outbox.appendTombstone(Topic.ENTITLEMENTS, subscriberId.toString()));
    }

    /** What was last told about a subscriber. */
    public Uni<Optional<Entitlement>> of(UUID subscriberId) {
        return entitlements
                .findById(subscriberId)
                .map(row -> Optional.ofNullable(row).map(EntitlementRow::entitlement));
    }

    /** Subscribers whose permission is over by the clock, but not yet told to be, the longest over first. */
    public Uni<List<UUID>> overdue(int size) {
        return entitlements.overdue(clock.instant(), size);
    }

    private Uni<Void> tell(UUID subscriberId, Entitlement verdict, Instant now) {
        return entitlements.findById(subscriberId).chain(known -> {
            EntitlementRow row = known == null ? new EntitlementRow(subscriberId) : known;
            return row.take(verdict, now)
                    ? entitlements.persist(row).chain(() -> outbox.append(row.toEvent()))
                    : Uni.createFrom().voidItem();
        });
    }
}
