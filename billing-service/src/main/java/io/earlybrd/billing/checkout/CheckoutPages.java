package io.earlybrd.billing.checkout;

import com.stripe.model.checkout.Session;
import io.earlybrd.billing.checkout.CheckoutOutcome.AlreadySubscribed;
import io.earlybrd.billing.checkout.CheckoutOutcome.Opened;
import io.earlybrd.billing.checkout.CheckoutOutcome.Overtaken;
import io.earlybrd.billing.checkout.CheckoutOutcome.UnknownSubscriber;
import io.earlybrd.billing.subscriber.SubscriberRepository;
import io.earlybrd.billing.subscription.CustomerRepository;
import io.earlybrd.billing.subscription.StripeSubscriptions;
import io.earlybrd.billing.subscription.Subscription;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens Stripe's page for an order, and never lets anybody come to two subscriptions.
 *
 * <p>Of all the pages that a subscriber may have opened, only that of the newest attempt stays open: first the others are closed
 * at Stripe, then Stripe is asked whether something was bought on one of them, and only then the newest is opened. An attempt
 * that was overtaken meanwhile closes its own page and gives it to nobody. No lock is held while Stripe is asked.
 */
@ApplicationScoped
class CheckoutPages {

    /** How long Stripe is asked often whether the page was paid, in case the webhook is lost. */
    private static final Duration WATCHED_FOR = Duration.ofHours(1);

    private final SubscriberRepository subscribers;
    private final CheckoutAttempts attempts;
    private final CheckoutSessions sessions;
    private final StripeSubscriptions subscriptions;
    private final CustomerRepository customers;
    private final Clock clock;

    CheckoutPages(
            SubscriberRepository subscribers,
            CheckoutAttempts attempts,
            CheckoutSessions sessions,
            StripeSubscriptions subscriptions,
            CustomerRepository customers,
            Clock clock) {
        this.subscribers = subscribers;
        this.attempts = attempts;
        this.sessions = sessions;
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.clock = clock;
    }

    /** The page for this order: the one that is open already, or a new one. */
    Uni<CheckoutOutcome> open(Order order) {
        return attemptFor(order)
                .chain(begun -> begun.map(attempt -> open(order, attempt))
                        .orElseGet(() -> Uni.createFrom().item(new UnknownSubscriber())));
    }

    private Uni<CheckoutOutcome> open(Order order, CheckoutAttempt attempt) {
        return attempt.sessionId()
                .map(sessionId -> goOn(order, attempt, sessionId))
                .orElseGet(() -> openNew(order, attempt));
    }

    /** Absent if the subscriber was erased meanwhile. */
    private Uni<Optional<CheckoutAttempt>> attemptFor(Order order) {
        return Panache.withTransaction(() -> subscribers
                .lockOrCreate(order.subscriberId())
                .chain(subscriber -> subscriber.erased()
                        ? Uni.createFrom().item(Optional.<CheckoutAttempt>empty())
                        : attempts.continueOrBegin(
                                        order.subscriberId(), order.price().plan(), clock.instant())
                                .map(Optional::of)));
    }

    private Uni<CheckoutOutcome> goOn(Order order, CheckoutAttempt attempt, String sessionId) {
        return sessions.pageOf(sessionId)
                .chain(page -> page.isPresent()
                        ? Uni.createFrom().item(new Opened(page.get()))
                        : abandon(attempt).chain(() -> open(order)));
    }

    private Uni<CheckoutOutcome> openNew(Order order, CheckoutAttempt attempt) {
        return sessions.closeOthers(order.customerId(), attempt)
                .chain(() -> subscriptions.of(order.customerId()))
                .chain(bought -> bought.stream().anyMatch(Subscription::live)
                        ? alreadySubscribed(order)
                        : create(order, attempt));
    }

    /** Stripe remembers a failure under its idempotency key as well, so after one the next request begins another attempt. */
    private Uni<CheckoutOutcome> create(Order order, CheckoutAttempt attempt) {
        return sessions.open(order, attempt)
                .onFailure()
                .call(failure -> abandon(attempt))
                .chain(session -> opened(order, attempt, session));
    }

    private Uni<CheckoutOutcome> opened(Order order, CheckoutAttempt attempt, Session session) {
        Instant now = clock.instant();
        return Panache.withTransaction(() -> attempts.opened(attempt, session.getId())
                        .call(() -> customers.watch(order.subscriberId(), now, now.plus(WATCHED_FOR))))
                .chain(newest -> newest
                        ? Uni.createFrom().item(new Opened(URI.create(session.getUrl())))
                        : sessions.close(session.getId()).replaceWith(new Overtaken()));
    }

    private Uni<CheckoutOutcome> alreadySubscribed(Order order) {
        return Panache.withTransaction(() -> customers.checkNow(order.subscriberId(), clock.instant()))
                .replaceWith(new AlreadySubscribed());
    }

    private Uni<Void> abandon(CheckoutAttempt attempt) {
        return Panache.withTransaction(() -> attempts.abandon(attempt));
    }
}
