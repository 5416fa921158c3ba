package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The operations on webhook endpoints. */
final class WebhookEndpoints {

    private final Store store;

    WebhookEndpoints(Store store) {
        this.store = store;
    }

    void addTo(Routes routes) {
        routes.get("/v1/webhook_endpoints", AcceptedParams.ofList(), this::list);
        routes.post(
                "/v1/webhook_endpoints",
                AcceptedParams.of("api_version", "description", "enabled_events[]", "metadata[*]", "url"),
                this::create);
        routes.get("/v1/webhook_endpoints/{id}", AcceptedParams.of(), this::get);
        routes.post(
                "/v1/webhook_endpoints/{id}",
                AcceptedParams.of("description", "disabled", "enabled_events[]", "metadata[*]", "url"),
                this::update);
        routes.delete("/v1/webhook_endpoints/{id}", AcceptedParams.of(), this::delete);
    }

    /** Makes an address an endpoint for all events, or changes the secrets of the one that it is. */
    void set(URI url, List<String> secrets, Instant now) {
        ObjectNode endpoint = store.newestFirst(Kind.WEBHOOK_ENDPOINT).stream()
                .filter(known -> known.get("url").textValue().equals(url.toString()))
                .findFirst()
                .orElseGet(() -> begin(url.toString(), now));
        ArrayNode kept = endpoint.putArray("_secrets");
        secrets.forEach(kept::add);
        store.put(Kind.WEBHOOK_ENDPOINT, endpoint);
    }

    /** Whether an endpoint is to be told of events of a type. */
    static boolean listens(ObjectNode endpoint, String type) {
        for (JsonNode enabled : endpoint.get("enabled_events")) {
            if (enabled.textValue().equals("*") || enabled.textValue().equals(type)) {
                return endpoint.get("status").textValue().equals("enabled");
            }
        }
        return false;
    }

    private static ObjectNode begin(String url, Instant now) {
        ObjectNode endpoint = Json.shape("webhook-endpoint").put("id", Kind.WEBHOOK_ENDPOINT.newId());
        return endpoint.put("created", now.getEpochSecond()).put("url", url);
    }

    private ObjectNode list(Call call) {
        return Lists.page(call, Kind.WEBHOOK_ENDPOINT, store.newestFirst(Kind.WEBHOOK_ENDPOINT));
    }

    private ObjectNode create(Call call) {
        ObjectNode endpoint = begin(call.params().required("url"), call.now());
        if (!call.params().has("enabled_events")) {
            throw StripeError.missing("enabled_events");
        }
        apply(call.params(), endpoint);
        String secret = "whsec_" + Ids.random(32);
        endpoint.putArray("_secrets").add(secret);
        store.put(Kind.WEBHOOK_ENDPOINT, endpoint);
        // Told this once and never again.
        return endpoint.put("secret", secret);
    }

    private ObjectNode get(Call call) {
        return store.get(Kind.WEBHOOK_ENDPOINT, call.id())
                .orElseThrow(() -> StripeError.notFound(Kind.WEBHOOK_ENDPOINT, call.id()));
    }

    private ObjectNode update(Call call) {
        ObjectNode endpoint = get(call);
        apply(call.params(), endpoint);
        call.params().bool("disabled").ifPresent(off -> endpoint.put("status", off ? "disabled" : "enabled"));
        store.put(Kind.WEBHOOK_ENDPOINT, endpoint);
        return endpoint;
    }

    private ObjectNode delete(Call call) {
        String id = get(call).get("id").textValue();
        store.remove(Kind.WEBHOOK_ENDPOINT, id);
        return Json.object().put("id", id).put("object", "webhook_endpoint").put("deleted", true);
    }

    private static void apply(Params params, ObjectNode endpoint) {
        params.copyTexts(endpoint, "api_version", "description", "url");
        params.applyMetadata(endpoint);
        if (params.has("enabled_events")) {
            params.texts("enabled_events").forEach(endpoint.putArray("enabled_events")::add);
        }
    }
}
