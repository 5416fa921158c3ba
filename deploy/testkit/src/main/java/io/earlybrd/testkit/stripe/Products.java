package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The operations on products. */
final class Products {

    private final Store store;
    private final Events events;

    Products(Store store, Events events) {
        this.store = store;
        this.events = events;
    }

    void addTo(Routes routes) {
        AcceptedParams changes =
                AcceptedParams.of("active", "default_price", "description", "metadata[*]", "name", "url");
        routes.get("/v1/products", AcceptedParams.ofList("active", "created[*]", "ids[]"), this::list);
        routes.post("/v1/products", changes, this::create);
        routes.get("/v1/products/{id}", AcceptedParams.of(), this::get);
        routes.post("/v1/products/{id}", changes, this::update);
    }

    /** Writes a new product and tells of it. */
    ObjectNode add(String name, Instant now) {
        ObjectNode product =
                Json.shape("product").put("id", Kind.PRODUCT.newId()).put("name", name);
        product.put("created", now.getEpochSecond()).put("updated", now.getEpochSecond());
        store.put(Kind.PRODUCT, product);
        return product;
    }

    private ObjectNode list(Call call) {
        return Lists.page(
                call,
                Kind.PRODUCT,
                store.newestFirst(Kind.PRODUCT).stream()
                        .filter(Lists.sameAsAsked(call.params(), "active"))
                        .filter(Lists.createdAsAsked(call.params()))
                        .filter(product -> !call.params().has("ids")
                                || call.params()
                                        .texts("ids")
                                        .contains(product.get("id").textValue()))
                        .toList());
    }

    private ObjectNode create(Call call) {
        ObjectNode product = add(call.params().required("name"), call.now());
        apply(call.params(), product);
        store.put(Kind.PRODUCT, product);
        events.emit("product.created", product, call.now());
        return product;
    }

    private ObjectNode get(Call call) {
        return store.get(Kind.PRODUCT, call.id()).orElseThrow(() -> StripeError.notFound(Kind.PRODUCT, call.id()));
    }

    private ObjectNode update(Call call) {
        ObjectNode before = get(call);
        ObjectNode product = before.deepCopy().put("updated", call.now().getEpochSecond());
        apply(call.params(), product);
        store.put(Kind.PRODUCT, product);
        events.emitChange("product.updated", before, product, call.now());
        return product;
    }

    private static void apply(Params params, ObjectNode product) {
        params.copyTexts(product, "default_price", "description", "name", "url");
        params.bool("active").ifPresent(active -> product.put("active", active));
        params.applyMetadata(product);
    }
}
