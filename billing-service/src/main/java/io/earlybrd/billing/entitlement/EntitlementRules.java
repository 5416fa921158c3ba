package io.earlybrd.billing.entitlement;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import io.earlybrd.billing.subscriber.Trial;
import io.earlybrd.billing.subscription.Plan;
import io.earlybrd.billing.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may get alerts: from the trial that we gave and the subscriptions that Stripe told us, at one instant.
 *
 * <p>One thing that permits is enough. Every permission ends at an instant that is known in advance, so that the end holds
 * though Stripe, Kafka or this service be silent; for somebody who pays, that instant lies {@link #RENEWAL_LEEWAY} after the
 * end of the period, because the news of a renewal may be late.
 */
public final class EntitlementRules {

    /** How late the news of a renewal may be: Stripe retries a webhook for three days. */
    static final Duration RENEWAL_LEEWAY = Duration.ofHours(72);

    /** How long the last decision stands while Stripe uses a status that we do not understand. */
    static final Duration UNKNOWN_STATUS_STANDS = Duration.ofHours(72);

    /** The longest permission first; among refusals, what the subscriber can mend first. */
    private static final Comparator<Entitlement> BEST_FIRST = comparing(Entitlement::allowed, reverseOrder())
            .thenComparing(
                    verdict -> verdict.allowed() ? verdict.until().orElse(Instant.MAX) : Instant.MAX, reverseOrder())
            .thenComparing(Entitlement::reason)
            .thenComparing(verdict -> verdict.until().orElse(Instant.MIN), reverseOrder());

    private final Duration grace;

    /**
     * @param grace how long alerts go on after a payment first failed
     */
    public EntitlementRules(Duration grace) {
        this.grace = grace;
    }

    /** The verdict at this instant; absent for somebody who never had a trial or a subscription. */
    public Optional<Entitlement> assess(Optional<Trial> trial, Collection<Subscription> subscriptions, Instant now) {
        Stream<Entitlement> byTrial = trial.stream()
                .map(given -> window(Reason.TRIAL, given.endsAt(), Reason.TRIAL_ENDED, Optional.empty(), now));
        Stream<Entitlement> bySubscription = subscriptions.stream().map(subscription -> verdict(subscription, now));
        return Stream.concat(byTrial, bySubscription).min(BEST_FIRST);
    }

    private Entitlement verdict(Subscription subscription, Instant now) {
        Entitlement understood = understoodVerdict(subscription, now);
        if (!subscription.statusUnknown()) {
            return understood;
        }
        Instant stands = subscription.unknownSince().orElseThrow().plus(UNKNOWN_STATUS_STANDS);
        Instant until = understood.until().filter(stands::isAfter).orElse(stands);
        return understood.allowed()
                ? window(Reason.STATUS_UNKNOWN, until, Reason.STATUS_UNRESOLVED, understood.plan(), now)
                : new Entitlement(Reason.STATUS_UNRESOLVED, understood.until(), understood.plan());
    }

    private Entitlement understoodVerdict(Subscription subscription, Instant now) {
        Optional<Plan> plan = subscription.plan();
        return switch (subscription.understoodStatus()) {
            case TRIALING ->
                endWithinPeriod(subscription)
                        .map(end -> window(Reason.TRIAL, end, Reason.TRIAL_ENDED, plan, now))
                        .orElseGet(() -> window(Reason.TRIAL, renewalKnownBy(subscription), Reason.NO_NEWS, plan, now));
            case ACTIVE ->
                endWithinPeriod(subscription)
                        .map(end -> window(Reason.CANCELING, end, Reason.CANCELED, plan, now))
                        .orElseGet(() -> window(Reason.PAID, renewalKnownBy(subscription), Reason.NO_NEWS, plan, now));
            case PAST_DUE -> window(Reason.PAST_DUE, graceEnd(subscription), Reason.GRACE_ENDED, plan, now);
            case UNPAID -> refused(Reason.UNPAID, subscription);
            case PAUSED -> refused(Reason.PAUSED, subscription);
            case INCOMPLETE -> refused(Reason.PAYMENT_INCOMPLETE, subscription);
            case INCOMPLETE_EXPIRED -> refused(Reason.PAYMENT_EXPIRED, subscription);
            case CANCELED -> refused(Reason.CANCELED, subscription);
            case UNKNOWN -> refused(Reason.STATUS_UNRESOLVED, subscription);
        };
    }

    private static Optional<Instant> endWithinPeriod(Subscription subscription) {
        return subscription.endsAt().filter(end -> !end.isAfter(subscription.periodEndsAt()));
    }

    private static Instant renewalKnownBy(Subscription subscription) {
        return subscription.periodEndsAt().plus(RENEWAL_LEEWAY);
    }

    private Instant graceEnd(Subscription subscription) {
        return subscription.pastDueSince().orElse(subscription.periodEndsAt()).plus(grace);
    }

    private static Entitlement window(
            Reason during, Instant until, Reason afterwards, Optional<Plan> plan, Instant now) {
        return new Entitlement(now.isBefore(until) ? during : afterwards, Optional.of(until), plan);
    }

    private static Entitlement refused(Reason reason, Subscription subscription) {
        return new Entitlement(reason, subscription.endsAt(), subscription.plan());
    }
}
