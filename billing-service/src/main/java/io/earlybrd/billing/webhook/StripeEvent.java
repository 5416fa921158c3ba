package io.earlybrd.billing.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of an event of Stripe: a hint that something about a customer may have changed. What has changed is asked of
 * Stripe, because events come twice, late and in any order.
 *
 * @param id Stripe's id
 * @param type for example {@code invoice.paid}
 * @param livemode whether real money is concerned, where the event says so
 * @param customerId the customer that it is about, if any
 */
record StripeEvent(String id, String type, Optional<Boolean> livemode, Optional<String> customerId) {

    /** The events after which a subscription may be another. */
    private static final Set<String> HINTS = Set.of(
            "charge.refunded",
            "checkout.session.async_payment_failed",
            "checkout.session.async_payment_succeeded",
            "checkout.session.completed",
            "checkout.session.expired",
            "customer.deleted",
            "customer.subscription.created",
            "customer.subscription.deleted",
            "customer.subscription.paused",
            "customer.subscription.resumed",
            "customer.subscription.trial_will_end",
            "customer.subscription.updated",
            "invoice.finalization_failed",
            "invoice.paid",
            "invoice.payment_action_required",
            "invoice.payment_failed");

    /** A charge is disputed: a person must look. Such an event names no customer, and nobody is cut off because of it. */
    private static final Set<String> DISPUTES = Set.of(
            "charge.dispute.closed",
            "charge.dispute.created",
            "charge.dispute.funds_reinstated",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.updated");

    /** Ids are opaque and up to this long. */
    private static final int LONGEST_ID = 255;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads an event; absent if the body is none. */
    static Optional<StripeEvent> read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            Optional<String> id = text(json, "id").filter(value -> value.length() <= LONGEST_ID);
            Optional<String> type = text(json, "type").filter(value -> value.length() <= LONGEST_ID);
            return id.isEmpty() || type.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StripeEvent(id.get(), type.get(), livemode(json), customerOf(json)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether Stripe is to be asked because of it. */
    boolean isHint() {
        return HINTS.contains(type) && customerId.isPresent();
    }

    /** The outcome of an event after which Stripe need not be asked; absent for a hint. */
    Optional<String> settledAs() {
        return isHint() ? Optional.empty() : Optional.of(isDispute() ? WebhookMetrics.DISPUTE : WebhookMetrics.IGNORED);
    }

    /** Its type if we know it, else one word for all others: Stripe adds types any day, and metrics want a closed set. */
    String countedType() {
        return HINTS.contains(type) || isDispute() ? type : "other";
    }

    private boolean isDispute() {
        return DISPUTES.contains(type);
    }

    private static Optional<Boolean> livemode(JsonNode json) {
        return json.path("livemode").isBoolean()
                ? Optional.of(json.path("livemode").booleanValue())
                : Optional.empty();
    }

    /** The customer is named by the object, in full or by its id, or is the object. */
    private static Optional<String> customerOf(JsonNode json) {
        JsonNode object = json.path("data").path("object");
        Optional<String> id = "customer".equals(object.path("object").asText())
                ? text(object, "id")
                : text(object, "customer").or(() -> text(object.path("customer"), "id"));
        return id.filter(value -> value.length() <= LONGEST_ID);
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.path(field).isTextual() && !json.path(field).asText().isEmpty()
                ? Optional.of(json.path(field).asText())
                : Optional.empty();
    }
}
