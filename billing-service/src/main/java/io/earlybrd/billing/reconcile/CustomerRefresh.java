package io.earlybrd.billing.reconcile;

import io.earlybrd.billing.entitlement.Entitlements;
import io.earlybrd.billing.stripe.StripeUnavailable;
import io.earlybrd.billing.subscriber.Subscriber;
import io.earlybrd.billing.subscriber.SubscriberRepository;
import io.earlybrd.billing.subscription.CustomerRepository;
import io.earlybrd.billing.subscription.CustomerRepository.Question;
import io.earlybrd.billing.subscription.StripeSubscriptions;
import io.earlybrd.billing.subscription.Subscription;
import io.earlybrd.billing.subscription.SubscriptionRepository;
import io.earlybrd.billing.subscription.SubscriptionStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Brings what we know of a customer to what Stripe says now: the one way in which a subscription changes here, whoever gave the
 * hint.
 *
 * <p>No lock and no transaction is held while Stripe is asked. Instead every question is numbered before it is asked, and an
 * answer is stored only if no later question was answered yet. Whatever hint led to an earlier question came before the later one
 * was asked, so the later answer holds its effect: answers that overtake each other do no harm.
 */
@ApplicationScoped
public class CustomerRefresh {

    /** What came of a refresh. */
    public enum Outcome {
        REFRESHED,
        /** The customer is not one of ours. */
        FOREIGN
    }

    private final CustomerRepository customers;
    private final SubscriberRepository subscribers;
    private final SubscriptionRepository subscriptions;
    private final Entitlements entitlements;
    private final StripeSubscriptions stripe;
    private final Clock clock;

    CustomerRefresh(
            CustomerRepository customers,
            SubscriberRepository subscribers,
            SubscriptionRepository subscriptions,
            Entitlements entitlements,
            StripeSubscriptions stripe,
            Clock clock) {
        this.customers = customers;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.entitlements = entitlements;
        this.stripe = stripe;
        this.clock = clock;
    }

    /**
     * Asks Stripe and stores the answer with all that follows from it; of somebody who was erased nothing is stored any more.
     *
     * @param together committed in the same transaction, also if the answer was overtaken by a later one
     */
    public Uni<Outcome> refresh(String customerId, Supplier<Uni<?>> together) {
        return Panache.withTransaction(() -> customers.ask(customerId))
                .chain(question -> question.map(asked -> answer(asked, together).replaceWith(Outcome.REFRESHED))
                        .orElseGet(() -> Uni.createFrom().item(Outcome.FOREIGN)));
    }

    private Uni<Void> answer(Question question, Supplier<Uni<?>> together) {
        return stripe.of(question.customerId())
                .invoke(told -> told.forEach(CustomerRefresh::tellUnknown))
                .chain(told -> Panache.withTransaction(
                        () -> store(question, told).chain(() -> together.get().replaceWithVoid())));
    }

    private Uni<Void> store(Question question, List<Subscription> told) {
        Instant now = clock.instant();
        return subscribers
                .lock(question.subscriberId())
                .chain(subscriber -> subscriber.erased()
                        ? Uni.createFrom().voidItem()
                        : customers
                                .answer(question, told, now)
                                .chain(newest -> newest
                                        ? replace(subscriber, told, now)
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> replace(Subscriber subscriber, List<Subscription> told, Instant now) {
        return subscriptions.replace(subscriber.id(), told, now).chain(() -> entitlements.reassess(subscriber));
    }

    /** One line while Stripe is away, which is nobody's fault here; all that is known of any other failure. */
    public static void tellFailure(String customerId, Throwable failure) {
        if (failure instanceof StripeUnavailable) {
            Log.warnf(
                    "customer not refreshed, Stripe is away customerId=%s cause=%s", customerId, failure.getMessage());
        } else {
            Log.errorf(failure, "customer not refreshed customerId=%s", customerId);
        }
    }

    /** Said each time, because a person must look: the last decision stands for three days only. */
    private static void tellUnknown(Subscription subscription) {
        if (subscription.understoodStatus() == SubscriptionStatus.UNKNOWN) {
            Log.errorf(
                    "Stripe uses an unknown status subscription=%s status=%s",
                    subscription.id(), subscription.status());
        }
    }
}
