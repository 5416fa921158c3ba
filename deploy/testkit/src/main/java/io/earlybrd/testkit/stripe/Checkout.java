package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.testkit.stripe.Cards.Behaviour;
import io.earlybrd.testkit.stripe.Cards.Charge;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a customer does on the payment page of a checkout session, and what it leads to. */
final class Checkout {

    private final Store store;
    private final Events events;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Cards cards;

    Checkout(Store store, Events events, Customers customers, Subscriptions subscriptions, Cards cards) {
        this.store = store;
        this.events = events;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.cards = cards;
    }

    static boolean open(ObjectNode session) {
        return session.get("status").textValue().equals("open");
    }

    /** Whether the session lets its customer begin without a card. */
    static boolean cardOptional(ObjectNode session) {
        return trial(session)
                && session.get("payment_method_collection").textValue().equals("if_required");
    }

    /** Whether the subscription of the session would begin with a trial. */
    static boolean trial(ObjectNode session) {
        return session.path("_subscription_data").has("trial_end")
                || session.path("_subscription_data").has("trial_period_days");
    }

    /** The session is over and its subscription begins. Returns where the customer goes. */
    URI complete(ObjectNode session, String email, Optional<Behaviour> behaviour, Instant now) {
        String customer = customerOf(session, email, now);
        String card = behaviour.map(kind -> cards.add(customer, kind)).orElse(null);
        ObjectNode subscription = store.get(
                        Kind.SUBSCRIPTION, session.path("_incomplete").asText())
                .filter(incomplete -> incomplete.get("status").textValue().equals("incomplete"))
                .orElse(null);
        if (subscription == null) {
            subscription = subscriptions.begin(prepare(session, customer, card, now), Charge.PAID, now);
        } else {
            subscriptions.pay(subscription.put("default_payment_method", card), now);
        }
        session.put("customer", customer).put("status", "complete").putNull("url");
        session.put("payment_status", trial(session) ? "no_payment_required" : "paid");
        session.set("subscription", subscription.get("id"));
        session.set("invoice", subscription.get("latest_invoice"));
        store.put(Kind.CHECKOUT_SESSION, session);
        events.emit("checkout.session.completed", session, now);
        return successUrl(session);
    }

    /** The bank asks for a confirmation that does not come: the subscription is there, but incomplete. */
    void leaveAtAuthentication(ObjectNode session, String email, Instant now) {
        String customer = customerOf(session, email, now);
        ObjectNode subscription =
                subscriptions.begin(prepare(session, customer, null, now), Charge.ACTION_REQUIRED, now);
        session.put("customer", customer).set("_incomplete", subscription.get("id"));
        store.put(Kind.CHECKOUT_SESSION, session);
    }

    /** Nobody may pay with it any more. */
    void expire(ObjectNode session, Instant at) {
        store.put(Kind.CHECKOUT_SESSION, session.put("status", "expired").putNull("url"));
        events.emit("checkout.session.expired", session, at);
    }

    private String customerOf(ObjectNode session, String email, Instant now) {
        if (session.hasNonNull("customer")) {
            ObjectNode known = store.get(Kind.CUSTOMER, session.get("customer").textValue())
                    .orElseThrow();
            details(session, known.path("email").textValue());
            return known.get("id").textValue();
        }
        String address = session.path("customer_email").asText(email);
        details(session, address);
        ObjectNode created = customers.begin(now).put("email", address);
        customers.announce(created, now);
        return created.get("id").textValue();
    }

    private static void details(ObjectNode session, String email) {
        ObjectNode details =
                session.putObject("customer_details").putNull("address").put("email", email);
        details.putNull("name").putNull("phone").put("tax_exempt", "none").putArray("tax_ids");
    }

    private ObjectNode prepare(ObjectNode session, String customer, String card, Instant now) {
        ObjectNode data = (ObjectNode) session.get("_subscription_data");
        ObjectNode line = (ObjectNode) session.at("/_line_items/data/0");
        ObjectNode subscription = SubscriptionDraft.of(customer, (ObjectNode) line.get("price"), now);
        ((ObjectNode) subscription.at("/items/data/0")).set("quantity", line.get("quantity"));
        subscription.put("default_payment_method", card);
        subscription.setAll((ObjectNode) data.get("members"));
        if (data.has("trial_period_days")) {
            Duration trial = Duration.ofDays(data.get("trial_period_days").asLong());
            subscription.put("trial_end", now.plus(trial).getEpochSecond());
        } else if (data.has("trial_end")) {
            subscription.set("trial_end", data.get("trial_end"));
        }
        return subscription;
    }

    private static URI successUrl(ObjectNode session) {
        String id = session.get("id").textValue();
        return URI.create(session.get("success_url").textValue().replace("{CHECKOUT_SESSION_ID}", id));
    }
}
