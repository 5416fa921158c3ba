package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * The invoices of subscriptions. They are final from the start: the hour that a real one stays a draft is left out, so that
 * a renewal is one step.
 */
final class Invoices {

    private final Store store;
    private final Events events;
    private final String baseUrl;

    Invoices(Store store, Events events, String baseUrl) {
        this.store = store;
        this.events = events;
        this.baseUrl = baseUrl;
    }

    /** A new open invoice over the current period of a subscription; it is written by {@link #announce}. */
    ObjectNode draw(ObjectNode subscription, long amount, String reason, Instant at) {
        ObjectNode invoice = Json.shape("invoice");
        String id = Kind.INVOICE.newId();
        invoice.put("id", id).put("created", at.getEpochSecond()).put("billing_reason", reason);
        for (String name : List.of("amount_due", "amount_remaining", "subtotal", "subtotal_excluding_tax", "total")) {
            invoice.put(name, amount);
        }
        invoice.put("total_excluding_tax", amount).put("effective_at", at.getEpochSecond());
        invoice.withObjectProperty("status_transitions").put("finalized_at", at.getEpochSecond());
        invoice.put("period_start", at.getEpochSecond()).put("period_end", at.getEpochSecond());
        invoice.set("currency", subscription.get("currency"));
        invoice.put("hosted_invoice_url", baseUrl + "/i/" + id);
        invoice.set("parent", parent(subscription));
        invoice.set("lines", Lists.of("/v1/invoices/" + id + "/lines", List.of(line(id, subscription, amount))));
        billTo(invoice, subscription.get("customer").textValue());
        return invoice;
    }

    /** Writes a new invoice and tells of it. */
    void announce(ObjectNode invoice, Instant at) {
        store.put(Kind.INVOICE, invoice);
        events.emit("invoice.created", invoice, at);
        events.emit("invoice.finalized", invoice, at);
    }

    /**
     * Writes the outcome of an attempt to be paid into an invoice.
     *
     * @param nextAttempt when the next attempt is due if this one failed, null if there is none
     */
    void settle(ObjectNode invoice, Cards.Charge charge, Instant nextAttempt, Instant at) {
        invoice.put("attempted", true);
        if (invoice.get("amount_due").asLong() > 0) {
            invoice.put("attempt_count", invoice.get("attempt_count").asInt() + 1);
        }
        if (charge == Cards.Charge.PAID) {
            paid(invoice, at);
            return;
        }
        invoice.put("next_payment_attempt", nextAttempt == null ? null : nextAttempt.getEpochSecond());
        invoice.put("auto_advance", nextAttempt != null);
        store.put(Kind.INVOICE, invoice);
        events.emit("invoice.payment_failed", invoice, at);
        if (charge == Cards.Charge.ACTION_REQUIRED) {
            events.emit("invoice.payment_action_required", invoice, at);
        }
    }

    /** Nobody has to pay it any more. */
    void cancel(String id, Instant at) {
        store.get(Kind.INVOICE, id).filter(Invoices::open).ifPresent(invoice -> {
            invoice.put("status", "void").put("auto_advance", false).putNull("next_payment_attempt");
            invoice.withObjectProperty("status_transitions").put("voided_at", at.getEpochSecond());
            store.put(Kind.INVOICE, invoice);
            events.emit("invoice.voided", invoice, at);
        });
    }

    static boolean open(ObjectNode invoice) {
        return invoice.get("status").textValue().equals("open");
    }

    private void paid(ObjectNode invoice, Instant at) {
        invoice.put("status", "paid").put("auto_advance", false).putNull("next_payment_attempt");
        invoice.set("amount_paid", invoice.get("amount_due"));
        invoice.put("amount_remaining", 0);
        invoice.withObjectProperty("status_transitions").put("paid_at", at.getEpochSecond());
        store.put(Kind.INVOICE, invoice);
        events.emit("invoice.paid", invoice, at);
        events.emit("invoice.payment_succeeded", invoice, at);
    }

    private void billTo(ObjectNode invoice, String customerId) {
        ObjectNode customer = store.get(Kind.CUSTOMER, customerId).orElseThrow();
        int sequence = customer.get("next_invoice_sequence").asInt();
        invoice.put("customer", customerId);
        invoice.put("number", "%s-%04d".formatted(customer.get("invoice_prefix").asText(), sequence));
        invoice.set("customer_email", customer.get("email"));
        invoice.set("customer_name", customer.get("name"));
        store.put(Kind.CUSTOMER, customer.put("next_invoice_sequence", sequence + 1));
    }

    private static ObjectNode parent(ObjectNode subscription) {
        ObjectNode parent = Json.object().putNull("quote_details").put("type", "subscription_details");
        ObjectNode details = parent.putObject("subscription_details");
        details.set("metadata", subscription.get("metadata"));
        details.set("subscription", subscription.get("id"));
        return parent;
    }

    private static ObjectNode line(String invoice, ObjectNode subscription, long amount) {
        JsonNode item = subscription.at("/items/data/0");
        ObjectNode line = Json.shape("invoice-line");
        line.put("id", "il_" + Ids.random(24)).put("invoice", invoice);
        line.put("amount", amount).put("subtotal", amount);
        line.set("currency", subscription.get("currency"));
        line.set("quantity", item.get("quantity"));
        line.put("description", amount == 0 ? "Trial period" : "Subscription");
        line.set("metadata", subscription.get("metadata"));
        ObjectNode period = line.putObject("period");
        period.set("end", item.get("current_period_end"));
        period.set("start", item.get("current_period_start"));
        ObjectNode parent = line.putObject("parent").putNull("invoice_item_details");
        parent.put("type", "subscription_item_details");
        ObjectNode details = parent.putObject("subscription_item_details").putNull("invoice_item");
        details.put("proration", false).putNull("proration_details");
        details.set("subscription", subscription.get("id"));
        details.set("subscription_item", item.get("id"));
        ObjectNode pricing = line.putObject("pricing").put("type", "price_details");
        pricing.putObject("price_details").set("price", item.at("/price/id"));
        pricing.set("unit_amount_decimal", item.at("/price/unit_amount_decimal"));
        return line;
    }
}
