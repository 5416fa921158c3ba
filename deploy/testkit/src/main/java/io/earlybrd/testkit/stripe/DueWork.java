package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What time does: ends trials, renews, tries to be paid again, cancels, expires. Each step happens at the instant at which it
 * was due, also when the clock has jumped far beyond it, so a jump of a year leaves the same history as a year.
 */
final class DueWork {

    private static final Duration TIME_TO_PAY_FIRST = Duration.ofHours(23);
    private static final Duration TRIAL_NOTICE = Duration.ofDays(3);

    private final Store store;
    private final Events events;
    private final Subscriptions subscriptions;
    private final Checkout checkout;

    DueWork(Store store, Events events, Subscriptions subscriptions, Checkout checkout) {
        this.store = store;
        this.events = events;
        this.subscriptions = subscriptions;
        this.checkout = checkout;
    }

    /** Does all that is due, the earliest first; each step is a change of its own. */
    void run(Instant now) {
        Optional<Step> step = next(now);
        while (step.isPresent()) {
            Step due = step.get();
            store.change(() -> {
                due.work.run();
                return null;
            });
            step = next(now);
        }
    }

    private Optional<Step> next(Instant now) {
        Stream<Step> ofSessions = store.newestFirst(Kind.CHECKOUT_SESSION).stream()
                .filter(Checkout::open)
                .map(this::expiry);
        Stream<Step> ofSubscriptions =
                store.newestFirst(Kind.SUBSCRIPTION).stream().flatMap(this::steps);
        return Stream.concat(ofSessions, ofSubscriptions)
                .filter(step -> !step.at.isAfter(now))
                .min(Comparator.comparing(Step::at));
    }

    private Step expiry(ObjectNode session) {
        Instant at = Subscriptions.time(session, "expires_at");
        return new Step(at, () -> checkout.expire(session, at));
    }

    private Stream<Step> steps(ObjectNode subscription) {
        return switch (subscription.get("status").textValue()) {
            case "incomplete" -> Stream.of(endOfWaiting(subscription));
            case "trialing" -> Stream.concat(trialNotice(subscription), endOfPeriod(subscription));
            case "active" -> endOfPeriod(subscription);
            case "past_due" -> Stream.concat(retry(subscription), endOfPeriod(subscription));
            case "unpaid", "paused" -> cancellation(subscription).stream();
            default -> Stream.empty();
        };
    }

    private Step endOfWaiting(ObjectNode subscription) {
        Instant at = Subscriptions.time(subscription, "created").plus(TIME_TO_PAY_FIRST);
        return new Step(at, () -> subscriptions.expire(subscription, at));
    }

    private Stream<Step> trialNotice(ObjectNode subscription) {
        if (subscription.path("_trial_notice").asBoolean()) {
            return Stream.empty();
        }
        Instant early = Subscriptions.time(subscription, "trial_end").minus(TRIAL_NOTICE);
        Instant created = Subscriptions.time(subscription, "created");
        Instant at = early.isBefore(created) ? created : early;
        return Stream.of(new Step(at, () -> {
            store.put(Kind.SUBSCRIPTION, subscription.put("_trial_notice", true));
            events.emit("customer.subscription.trial_will_end", subscription, at);
        }));
    }

    private Stream<Step> endOfPeriod(ObjectNode subscription) {
        Instant at = Subscriptions.periodEnd(subscription);
        Optional<Step> cancellation = cancellation(subscription);
        if (cancellation.isPresent() && !cancellation.get().at.isAfter(at)) {
            return cancellation.stream();
        }
        boolean trial = subscription.get("status").textValue().equals("trialing");
        return Stream.of(new Step(at, () -> {
            if (trial) {
                subscriptions.endTrial(subscription, at);
            } else {
                subscriptions.renew(subscription, at);
            }
        }));
    }

    private Optional<Step> cancellation(ObjectNode subscription) {
        if (!subscription.hasNonNull("cancel_at")) {
            return Optional.empty();
        }
        Instant at = Subscriptions.time(subscription, "cancel_at");
        return Optional.of(new Step(at, () -> subscriptions.cancel(subscription, "cancellation_requested", at)));
    }

    private Stream<Step> retry(ObjectNode subscription) {
        ObjectNode invoice = subscriptions.latestInvoice(subscription);
        if (!Invoices.open(invoice) || !invoice.hasNonNull("next_payment_attempt")) {
            return Stream.empty();
        }
        Instant at = Subscriptions.time(invoice, "next_payment_attempt");
        return Stream.of(new Step(at, () -> subscriptions.retry(subscription, at)));
    }

    /** Something that is to happen at an instant. */
    private record Step(Instant at, Runnable work) {}
}
