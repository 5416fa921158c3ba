package io.earlybrd.billing.checkout;

import io.earlybrd.billing.checkout.CheckoutOutcome.NotForSale;
import io.earlybrd.billing.checkout.CheckoutOutcome.UnknownSubscriber;
import io.earlybrd.billing.price.PriceList;
import io.earlybrd.billing.stripe.StripeRefused;
import io.earlybrd.billing.subscriber.Subscriber;
import io.earlybrd.billing.subscriber.SubscriberRepository;
import io.earlybrd.billing.subscriber.Trial;
import io.earlybrd.billing.subscription.Plan;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes the wish to buy: who it is, what it costs, and whether the trial goes on. */
@ApplicationScoped
class Checkout {

    /** Stripe wants a trial's end to lie 48 hours ahead; the rest is for the way there. */
    private static final Duration SHORTEST_TRIAL_AT_STRIPE =
            Duration.ofHours(48).plusMinutes(10);

    private final SubscriberRepository subscribers;
    private final Customers customers;
    private final PriceList prices;
    private final CheckoutPages pages;
    private final Clock clock;

    Checkout(
            SubscriberRepository subscribers, Customers customers, PriceList prices, CheckoutPages pages, Clock clock) {
        this.subscribers = subscribers;
        this.customers = customers;
        this.prices = prices;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Opens Stripe's page for this plan.
     *
     * @param givenEmail used while account has not told us of the subscriber yet
     */
    Uni<CheckoutOutcome> open(UUID subscriberId, Optional<String> givenEmail, Plan plan) {
        return Panache.withSession(() -> subscribers.findById(subscriberId)).chain(known -> {
            Optional<Subscriber> subscriber = Optional.ofNullable(known);
            Optional<String> email = subscriber.flatMap(Subscriber::email).or(() -> givenEmail);
            return email.isEmpty() || subscriber.filter(Subscriber::erased).isPresent()
                    ? Uni.createFrom().item(new UnknownSubscriber())
                    : order(subscriberId, email.get(), plan, trialEnd(subscriber));
        });
    }

    /** Customers and prices may be deleted at Stripe, by a person or a script: with new ones it is tried once more. */
    private Uni<CheckoutOutcome> order(UUID subscriberId, String email, Plan plan, Optional<Instant> trialEnd) {
        return orderOnce(subscriberId, email, plan, trialEnd)
                .onFailure(failure -> failure instanceof StripeRefused refused
                        && (refused.customerMissing() || refused.priceRefused()))
                .recoverWithUni(() -> orderOnce(subscriberId, email, plan, trialEnd));
    }

    private Uni<CheckoutOutcome> orderOnce(UUID subscriberId, String email, Plan plan, Optional<Instant> trialEnd) {
        return prices.of(plan)
                .chain(price -> price.isEmpty()
                        ? Uni.createFrom().item(new NotForSale())
                        : customers
                                .ensure(subscriberId, email)
                                .chain(customerId -> open(new Order(subscriberId, customerId, price.get(), trialEnd))));
    }

    /** Of what Stripe no longer has, nothing is kept for the next try. */
    private Uni<CheckoutOutcome> open(Order order) {
        return pages.open(order)
                .onFailure(failure -> failure instanceof StripeRefused refused && refused.customerMissing())
                .call(() -> customers.forget(order.subscriberId(), order.customerId()))
                .onFailure(failure -> failure instanceof StripeRefused refused && refused.priceRefused())
                .invoke(prices::readAnewNext);
    }

    private Optional<Instant> trialEnd(Optional<Subscriber> subscriber) {
        Instant earliest = clock.instant().plus(SHORTEST_TRIAL_AT_STRIPE);
        return subscriber.flatMap(Subscriber::trial).map(Trial::endsAt).filter(earliest::isBefore);
    }
}
