package io.earlybrd.billing.subscription;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * When Stripe is asked about a customer though no webhook came, so that a webhook that is lost is made good: soon after something
 * was due to happen, hourly while a payment is open, and once a day in any case.
 */
final class CheckSchedule {

    static final Duration AFTER_PERIOD_END = Duration.ofMinutes(5);
    static final Duration WHILE_UNSETTLED = Duration.ofHours(1);
    static final Duration WHILE_CHECKOUT_OPEN = Duration.ofMinutes(1);
    static final Duration AT_LEAST_EVERY = Duration.ofHours(24);

    private CheckSchedule() {}

    /** The next check of a customer with these subscriptions; often while a checkout may still be paid. */
    static Instant next(Collection<Subscription> subscriptions, Optional<Instant> watchedUntil, Instant now) {
        Instant latest = now.plus(AT_LEAST_EVERY);
        boolean checkoutOpen = watchedUntil.filter(now::isBefore).isPresent()
                && subscriptions.stream().noneMatch(Subscription::live);
        if (checkoutOpen) {
            return now.plus(WHILE_CHECKOUT_OPEN);
        }
        return subscriptions.stream()
                .filter(Subscription::live)
                .map(subscription -> next(subscription, now))
                .min(naturalOrder())
                .filter(latest::isAfter)
                .orElse(latest);
    }

    private static Instant next(Subscription subscription, Instant now) {
        boolean settled = subscription.understoodStatus() == SubscriptionStatus.ACTIVE
                || subscription.understoodStatus() == SubscriptionStatus.TRIALING;
        Instant afterPeriod = subscription.periodEndsAt().plus(AFTER_PERIOD_END);
        return settled && afterPeriod.isAfter(now) ? afterPeriod : now.plus(WHILE_UNSETTLED);
    }
}
