package io.earlybrd.billing.trial;

import io.earlybrd.billing.entitlement.Entitlements;
import io.earlybrd.billing.subscriber.SubscriberRepository;
import io.earlybrd.billing.subscription.CustomerRepository;
import io.earlybrd.billing.subscription.CustomerRequests;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows who the subscribers are: the first verification opens the trial, the erasure closes everything. */
@ApplicationScoped
public class SubscriberHandler {

    private final EventHandling handling;
    private final SubscriberRepository subscribers;
    private final CustomerRepository customers;
    private final CustomerRequests customerRequests;
    private final Entitlements entitlements;
    private final Clock clock;
    private final Duration trialLength;

    SubscriberHandler(
            EventHandling handling,
            SubscriberRepository subscribers,
            CustomerRepository customers,
            CustomerRequests customerRequests,
            Entitlements entitlements,
            Clock clock,
            @ConfigProperty(name = "earlybrd.trial-days") int trialDays) {
        this.handling = handling;
        this.subscribers = subscribers;
        this.customers = customers;
        this.customerRequests = customerRequests;
        this.entitlements = entitlements;
        this.clock = clock;
        this.trialLength = Duration.ofDays(trialDays);
    }

    @Incoming("subscribers")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(
                record,
                new EventHandlers().on(SubscriberChanged.class, this::update).onTombstone(this::erase));
    }

    private Uni<?> update(SubscriberChanged event) {
        return Panache.withTransaction(() -> subscribers
                .lockOrCreate(event.subscriberId())
                .chain(subscriber -> subscriber.update(event, trialLength)
                        ? entitlements.reassess(subscriber)
                        : Uni.createFrom().voidItem()));
    }

    /** Also ends what still charges: the customer is deleted at Stripe by the next check, and with it the subscription. */
    private Uni<?> erase(String key) {
        UUID subscriberId = UUID.fromString(key);
        return Panache.withTransaction(() -> subscribers
                .lockOrCreate(subscriberId)
                .chain(subscriber -> {
                    if (subscriber.erased()) {
                        return Uni.createFrom().voidItem();
                    }
                    subscriber.erase(clock.instant());
                    return customers
                            .checkNow(subscriberId, clock.instant())
                            .chain(() -> customerRequests.forget(subscriberId))
                            .chain(() -> entitlements.forget(subscriberId));
                }));
    }
}
