package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;

/** Writes down what happened, and leaves a delivery of it for each endpoint that listens. */
final class Events {

    private final Store store;
    private final StripeWebhooks switches;
    private final ApiVersion version;
    private String request;
    private String idempotencyKey;

    Events(Store store, StripeWebhooks switches, ApiVersion version) {
        this.store = store;
        this.switches = switches;
        this.version = version;
    }

    /** What the events from here on are the consequence of; null when time or a page is their cause. */
    void causedBy(String requestId, String key) {
        request = requestId;
        idempotencyKey = key;
    }

    /** Something happened to an object. */
    void emit(String type, ObjectNode object, Instant at) {
        write(type, object, null, at);
    }

    /** An object changed: the event also holds the earlier values of the members that changed. */
    void emitChange(String type, ObjectNode before, ObjectNode after, Instant at) {
        ObjectNode previous = Json.object();
        after.fieldNames().forEachRemaining(name -> {
            if (!name.startsWith("_") && !Objects.equals(before.get(name), after.get(name))) {
                previous.set(name, before.get(name));
            }
        });
        write(type, after, previous, at);
    }

    private void write(String type, ObjectNode object, ObjectNode previous, Instant at) {
        int copies = switches.isOn(DeliveryFault.TWIN_IDS) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            ObjectNode event = Json.shape("event");
            event.put("id", Kind.EVENT.newId());
            event.put("api_version", version.name())
                    .put("created", at.getEpochSecond())
                    .put("type", type);
            event.withObjectProperty("data").set("object", version.view(object));
            if (previous != null) {
                event.withObjectProperty("data").set("previous_attributes", version.view(previous));
            }
            event.withObjectProperty("request").put("id", request).put("idempotency_key", idempotencyKey);
            store.put(Kind.EVENT, event.put("pending_webhooks", deliver(event, type)));
        }
    }

    private int deliver(ObjectNode event, String type) {
        if (switches.isOn(DeliveryFault.DROP)) {
            return 0;
        }
        int deliveries = 0;
        for (ObjectNode endpoint : store.newestFirst(Kind.WEBHOOK_ENDPOINT)) {
            if (WebhookEndpoints.listens(endpoint, type)) {
                ObjectNode delivery =
                        Json.object().put("id", Kind.DELIVERY.newId()).put("attempts", 0);
                delivery.put("event", event.get("id").textValue());
                store.put(
                        Kind.DELIVERY,
                        delivery.put("endpoint", endpoint.get("id").textValue()));
                deliveries++;
            }
        }
        return deliveries;
    }
}
