package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** New subscription objects, before they begin. */
final class SubscriptionDraft {

    private SubscriptionDraft() {}

    /** A subscription of a customer to one of a price. */
    static ObjectNode of(String customer, ObjectNode price, Instant now) {
        ObjectNode subscription = Json.shape("subscription");
        String id = Kind.SUBSCRIPTION.newId();
        subscription.put("id", id).put("customer", customer);
        subscription.put("created", now.getEpochSecond()).put("start_date", now.getEpochSecond());
        subscription.set("currency", price.get("currency"));
        ObjectNode item = Json.shape("subscription-item");
        item.put("id", "si_" + Ids.random(24)).put("subscription", id).put("created", now.getEpochSecond());
        item.set("price", price);
        subscription.set("items", Lists.of("/v1/subscription_items?subscription=" + id, List.of(item)));
        return subscription;
    }
}
