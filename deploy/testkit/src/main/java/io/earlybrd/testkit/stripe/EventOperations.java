package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The operations on events: they can be read, also when no endpoint ever got them. */
final class EventOperations {

    private final Store store;

    EventOperations(Store store) {
        this.store = store;
    }

    void addTo(Routes routes) {
        AcceptedParams filters = AcceptedParams.ofList("created", "created[*]", "delivery_success", "type", "types[]");
        routes.get("/v1/events", filters, this::list);
        routes.get("/v1/events/{id}", AcceptedParams.of(), this::get);
    }

    private ObjectNode list(Call call) {
        List<String> types = call.params().texts("types");
        return Lists.page(
                call,
                Kind.EVENT,
                store.newestFirst(Kind.EVENT).stream()
                        .filter(event -> call.params()
                                .text("type")
                                .map(type -> matches(type, event))
                                .orElse(true))
                        .filter(event -> types.isEmpty()
                                || types.contains(event.get("type").textValue()))
                        .filter(event -> call.params()
                                .bool("delivery_success")
                                .map(done ->
                                        done == (event.get("pending_webhooks").asInt() == 0))
                                .orElse(true))
                        .filter(Lists.createdAsAsked(call.params()))
                        .toList());
    }

    /** A type may end in a star: {@code customer.subscription.*}. */
    private static boolean matches(String asked, ObjectNode event) {
        String type = event.get("type").textValue();
        return asked.endsWith("*") ? type.startsWith(asked.substring(0, asked.length() - 1)) : type.equals(asked);
    }

    private ObjectNode get(Call call) {
        return store.get(Kind.EVENT, call.id()).orElseThrow(() -> StripeError.notFound(Kind.EVENT, call.id()));
    }
}
