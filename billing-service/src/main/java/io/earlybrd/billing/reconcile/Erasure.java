package io.earlybrd.billing.reconcile;

import io.earlybrd.billing.stripe.StripeApi;
import io.earlybrd.billing.stripe.StripeRefused;
import io.earlybrd.billing.subscriber.SubscriberRepository;
import io.earlybrd.billing.subscription.CustomerRepository;
import io.earlybrd.billing.subscription.SubscriptionRepository;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Finishes the erasure of a subscriber at Stripe: deletes the customer, which cancels every subscription at once, so that nobody
 * is charged for an account that is gone.
 */
@ApplicationScoped
class Erasure {

    private final CustomerRepository customers;
    private final SubscriberRepository subscribers;
    private final SubscriptionRepository subscriptions;
    private final StripeApi stripe;

    Erasure(
            CustomerRepository customers,
            SubscriberRepository subscribers,
            SubscriptionRepository subscriptions,
            StripeApi stripe) {
        this.customers = customers;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.stripe = stripe;
    }

    /** Deletes the customer of an erased subscriber, here last; false if the subscriber was not erased. */
    Uni<Boolean> finish(String customerId) {
        return Panache.withSession(() -> erasedSubscriberOf(customerId))
                .chain(erased -> erased == null
                        ? Uni.createFrom().item(false)
                        : deleteAtStripe(customerId)
                                .chain(() -> Panache.withTransaction(() -> forget(erased, customerId)))
                                .replaceWith(true));
    }

    private Uni<UUID> erasedSubscriberOf(String customerId) {
        return customers
                .find("customerId", customerId)
                .firstResult()
                .chain(customer -> customer == null
                        ? Uni.createFrom().nullItem()
                        : subscribers
                                .findById(customer.subscriberId())
                                .map(subscriber -> subscriber != null && subscriber.erased() ? subscriber.id() : null));
    }

    private Uni<Void> deleteAtStripe(String customerId) {
        return stripe.call("delete-customer", client -> client.v1().customers().delete(customerId))
                .onFailure(failure -> failure instanceof StripeRefused refused && refused.objectMissing())
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> forget(UUID subscriberId, String customerId) {
        return subscriptions
                .forget(subscriberId)
                .chain(() -> customers.delete("customerId", customerId))
                .replaceWithVoid();
    }
}
