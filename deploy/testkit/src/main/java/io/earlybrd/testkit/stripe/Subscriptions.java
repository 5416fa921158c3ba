package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.testkit.stripe.Cards.Charge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The life of subscriptions: every change of a status, with its invoices and events. */
final class Subscriptions {

    /** Nothing happens to a subscription in one of these any more. */
    static final Set<String> TERMINAL = Set.of("canceled", "incomplete_expired");

    /** When the attempts after a failed one are due, counted from it: eight in two weeks, Stripe's recommendation. */
    private static final List<Duration> RETRIES =
            List.of(1, 3, 5, 7, 9, 11, 13, 14).stream().map(Duration::ofDays).toList();

    private final Store store;
    private final Events events;
    private final Invoices invoices;
    private final Cards cards;
    private final AfterRetries afterRetries;

    Subscriptions(Store store, Events events, Invoices invoices, Cards cards, AfterRetries afterRetries) {
        this.store = store;
        this.events = events;
        this.invoices = invoices;
        this.cards = cards;
        this.afterRetries = afterRetries;
    }

    /**
     * Begins a subscription out of a prepared object (customer, one item, trial end, card, metadata). A trial needs no payment
     * now; without one, the first invoice is paid or not, which decides between active and incomplete.
     */
    ObjectNode begin(ObjectNode subscription, Charge first, Instant at) {
        boolean trial = subscription.hasNonNull("trial_end");
        Instant anchor = trial ? time(subscription, "trial_end") : at;
        subscription.put("billing_cycle_anchor", anchor.getEpochSecond());
        subscription.put("trial_start", trial ? at.getEpochSecond() : null);
        setPeriod(subscription, at, trial ? anchor : BillingPeriod.endAfter(at, anchor, price(subscription)));
        Charge charge = trial ? Charge.PAID : first;
        subscription.put("status", trial ? "trialing" : charge == Charge.PAID ? "active" : "incomplete");
        ObjectNode invoice = invoices.draw(subscription, trial ? 0 : amount(subscription), "subscription_create", at);
        subscription.set("latest_invoice", invoice.get("id"));
        store.put(Kind.SUBSCRIPTION, subscription);
        events.emit("customer.subscription.created", subscription, at);
        invoices.announce(invoice, at);
        invoices.settle(invoice, charge, null, at);
        return subscription;
    }

    /** A period or the trial is over and the next period begins, with an invoice that is charged at once. */
    void renew(ObjectNode subscription, Instant at) {
        renew(
                subscription,
                cards.charge(subscription.path("default_payment_method").textValue()),
                at);
    }

    private void renew(ObjectNode subscription, Charge charge, Instant at) {
        setPeriod(
                subscription,
                at,
                BillingPeriod.endAfter(at, time(subscription, "billing_cycle_anchor"), price(subscription)));
        if (subscription.hasNonNull("pause_collection")) {
            save(subscription, at);
            return;
        }
        ObjectNode invoice = invoices.draw(subscription, amount(subscription), "subscription_cycle", at);
        subscription.set("latest_invoice", invoice.get("id"));
        boolean paused = subscription.get("status").textValue().equals("paused");
        subscription.put("status", charge == Charge.PAID ? "active" : paused ? "paused" : "past_due");
        save(subscription, at);
        invoices.announce(invoice, at);
        invoices.settle(invoice, charge, charge == Charge.PAID ? null : at.plus(RETRIES.get(0)), at);
    }

    /** The trial is over: without a card, the subscription's own setting decides. */
    void endTrial(ObjectNode subscription, Instant at) {
        String withoutCard = subscription
                .at("/trial_settings/end_behavior/missing_payment_method")
                .asText();
        boolean card = subscription.hasNonNull("default_payment_method");
        if (!card && withoutCard.equals("cancel")) {
            cancel(subscription, "payment_failed", at);
        } else if (!card && withoutCard.equals("pause")) {
            save(subscription.put("status", "paused"), at);
            events.emit("customer.subscription.paused", subscription, at);
        } else {
            renew(subscription, at);
        }
    }

    /** Goes on after a pause, from now, if the first invoice is paid. */
    void resume(ObjectNode subscription, Instant at) {
        subscription.put("billing_cycle_anchor", at.getEpochSecond());
        renew(subscription, at);
        if (subscription.get("status").textValue().equals("active")) {
            events.emit("customer.subscription.resumed", subscription, at);
        }
    }

    /** Another attempt at the latest invoice; after the last one the account's setting decides. */
    void retry(ObjectNode subscription, Instant at) {
        ObjectNode invoice = latestInvoice(subscription);
        Charge charge = cards.charge(subscription.path("default_payment_method").textValue());
        int failed = invoice.get("attempt_count").asInt() + 1;
        boolean last = failed > RETRIES.size();
        Instant firstFailure = time((ObjectNode) invoice.get("status_transitions"), "finalized_at");
        invoices.settle(invoice, charge, last ? null : firstFailure.plus(RETRIES.get(failed - 1)), at);
        if (charge == Charge.PAID) {
            save(subscription.put("status", "active"), at);
        } else if (last && afterRetries == AfterRetries.CANCEL) {
            cancel(subscription, "payment_failed", at);
        } else if (last && afterRetries == AfterRetries.UNPAID) {
            save(subscription.put("status", "unpaid"), at);
        }
    }

    /** Somebody pays the latest invoice on a page. */
    void pay(ObjectNode subscription, Instant at) {
        invoices.settle(latestInvoice(subscription), Charge.PAID, null, at);
        save(subscription.put("status", "active"), at);
    }

    /** Ends it now. */
    void cancel(ObjectNode subscription, String reason, Instant at) {
        subscription.put("status", "canceled").put("ended_at", at.getEpochSecond());
        if (!subscription.hasNonNull("canceled_at")) {
            subscription.put("canceled_at", at.getEpochSecond());
            subscription.withObjectProperty("cancellation_details").put("reason", reason);
        }
        store.put(Kind.SUBSCRIPTION, subscription);
        events.emit("customer.subscription.deleted", subscription, at);
    }

    /** Ends it when the current period is over. */
    void cancelAtPeriodEnd(ObjectNode subscription, Instant at) {
        subscription.put("cancel_at_period_end", true).put("canceled_at", at.getEpochSecond());
        subscription.put("cancel_at", periodEnd(subscription).getEpochSecond());
        subscription.withObjectProperty("cancellation_details").put("reason", "cancellation_requested");
        save(subscription, at);
    }

    /** Takes back that it ends. */
    void keep(ObjectNode subscription, Instant at) {
        subscription.put("cancel_at_period_end", false).putNull("canceled_at").putNull("cancel_at");
        subscription.withObjectProperty("cancellation_details").putNull("reason");
        save(subscription, at);
    }

    /** The first invoice was not paid in time. */
    void expire(ObjectNode subscription, Instant at) {
        save(subscription.put("status", "incomplete_expired").put("ended_at", at.getEpochSecond()), at);
        invoices.cancel(subscription.get("latest_invoice").textValue(), at);
    }

    /** Another price from now on. A new length of the period begins a new period; there is no proration. */
    void switchPrice(ObjectNode subscription, ObjectNode price, Instant at) {
        boolean newPeriod = !price.get("recurring").equals(price(subscription).get("recurring"));
        ((ObjectNode) subscription.at("/items/data/0")).set("price", price);
        if (newPeriod && subscription.get("status").textValue().equals("active")) {
            subscription.put("billing_cycle_anchor", at.getEpochSecond());
            renew(subscription, at);
        } else {
            save(subscription, at);
        }
    }

    /** Writes a changed subscription and tells of it; nothing happens if nothing changed. */
    void save(ObjectNode subscription, Instant at) {
        ObjectNode before =
                store.get(Kind.SUBSCRIPTION, subscription.get("id").textValue()).orElseThrow();
        if (!before.equals(subscription)) {
            store.put(Kind.SUBSCRIPTION, subscription);
            events.emitChange("customer.subscription.updated", before, subscription, at);
        }
    }

    ObjectNode latestInvoice(ObjectNode subscription) {
        return store.get(Kind.INVOICE, subscription.get("latest_invoice").textValue())
                .orElseThrow();
    }

    static Instant periodEnd(ObjectNode subscription) {
        return Instant.ofEpochSecond(
                subscription.at("/items/data/0/current_period_end").asLong());
    }

    static Instant time(ObjectNode object, String name) {
        return Instant.ofEpochSecond(object.get(name).asLong());
    }

    private static JsonNode price(ObjectNode subscription) {
        return subscription.at("/items/data/0/price");
    }

    private static long amount(ObjectNode subscription) {
        return price(subscription).get("unit_amount").asLong()
                * subscription.at("/items/data/0/quantity").asLong();
    }

    private static void setPeriod(ObjectNode subscription, Instant start, Instant end) {
        ObjectNode item = (ObjectNode) subscription.at("/items/data/0");
        item.put("current_period_start", start.getEpochSecond()).put("current_period_end", end.getEpochSecond());
    }
}
