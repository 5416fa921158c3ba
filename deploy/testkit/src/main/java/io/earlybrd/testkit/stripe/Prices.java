package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The operations on prices. */
final class Prices {

    private static final AcceptedParams NEW = AcceptedParams.of(
            "active",
            "currency",
            "lookup_key",
            "metadata[*]",
            "nickname",
            "product",
            "product_data[name]",
            "recurring[interval]",
            "recurring[interval_count]",
            "transfer_lookup_key",
            "unit_amount");

    private final Store store;
    private final Events events;
    private final Products products;

    Prices(Store store, Events events, Products products) {
        this.store = store;
        this.events = events;
        this.products = products;
    }

    void addTo(Routes routes) {
        AcceptedParams filters =
                AcceptedParams.ofList("active", "created[*]", "currency", "lookup_keys[]", "product", "type");
        routes.get("/v1/prices", filters, this::list);
        routes.post("/v1/prices", NEW, this::create);
        routes.get("/v1/prices/{id}", AcceptedParams.of(), this::get);
        routes.post(
                "/v1/prices/{id}",
                AcceptedParams.of("active", "lookup_key", "metadata[*]", "nickname", "transfer_lookup_key"),
                this::update);
    }

    /** Writes a new price by the month or the year. */
    ObjectNode add(String product, String lookupKey, String interval, long cents, Instant now) {
        ObjectNode price = begin(product, "eur", cents, now).put("lookup_key", lookupKey);
        recurring(price, interval, 1);
        store.put(Kind.PRICE, price);
        return price;
    }

    /** The active price with a lookup key. */
    Optional<ObjectNode> byLookupKey(String key) {
        return store.newestFirst(Kind.PRICE).stream()
                .filter(price -> price.path("lookup_key").asText().equals(key))
                .findFirst();
    }

    /** The price that a parameter names and that may be bought by subscription. */
    ObjectNode recurringNamed(String id, String param) {
        ObjectNode price = store.get(Kind.PRICE, id).orElseThrow(() -> StripeError.noSuch(Kind.PRICE, id, param));
        if (!price.get("active").asBoolean()) {
            throw StripeError.invalid(param, "The price specified is inactive. This field only accepts active prices.");
        }
        if (!price.hasNonNull("recurring")) {
            throw StripeError.invalid(
                    param,
                    "The price specified is set to `type=one_time` but this field only accepts"
                            + " prices with `type=recurring`.");
        }
        return price;
    }

    private ObjectNode list(Call call) {
        List<String> keys = call.params().texts("lookup_keys");
        return Lists.page(
                call,
                Kind.PRICE,
                store.newestFirst(Kind.PRICE).stream()
                        .filter(Lists.sameAsAsked(call.params(), "active"))
                        .filter(Lists.sameAsAsked(call.params(), "currency"))
                        .filter(Lists.sameAsAsked(call.params(), "product"))
                        .filter(Lists.sameAsAsked(call.params(), "type"))
                        .filter(Lists.createdAsAsked(call.params()))
                        .filter(price -> keys.isEmpty()
                                || keys.contains(price.path("lookup_key").asText()))
                        .toList());
    }

    private ObjectNode create(Call call) {
        Params params = call.params();
        String currency = params.required("currency").toLowerCase(Locale.ROOT);
        long cents = params.number("unit_amount").orElseThrow(() -> StripeError.missing("unit_amount"));
        ObjectNode price = begin(product(call), currency, cents, call.now());
        Params recurring = params.inside("recurring");
        if (params.has("recurring")) {
            recurring.oneOf("interval", Set.of("day", "week", "month", "year"));
            recurring(
                    price,
                    recurring.required("interval"),
                    recurring.number("interval_count").orElse(1L));
        }
        apply(params, price);
        store.put(Kind.PRICE, price);
        events.emit("price.created", price, call.now());
        return price;
    }

    private String product(Call call) {
        Optional<String> id = call.params().text("product");
        id.filter(product -> store.get(Kind.PRODUCT, product).isEmpty()).ifPresent(product -> {
            throw StripeError.noSuch(Kind.PRODUCT, product, "product");
        });
        return id.orElseGet(() -> {
            ObjectNode product =
                    products.add(call.params().inside("product_data").required("name"), call.now());
            return product.get("id").textValue();
        });
    }

    private ObjectNode get(Call call) {
        return store.get(Kind.PRICE, call.id()).orElseThrow(() -> StripeError.notFound(Kind.PRICE, call.id()));
    }

    private ObjectNode update(Call call) {
        ObjectNode before = get(call);
        ObjectNode price = before.deepCopy();
        apply(call.params(), price);
        store.put(Kind.PRICE, price);
        events.emitChange("price.updated", before, price, call.now());
        return price;
    }

    private void apply(Params params, ObjectNode price) {
        params.text("lookup_key").flatMap(this::byLookupKey).ifPresent(holder -> {
            if (!params.bool("transfer_lookup_key").orElse(false)) {
                throw StripeError.invalid("lookup_key", "A price already uses that lookup key.");
            }
            store.put(Kind.PRICE, holder.putNull("lookup_key"));
        });
        params.copyTexts(price, "lookup_key", "nickname");
        params.bool("active").ifPresent(active -> price.put("active", active));
        params.applyMetadata(price);
    }

    private static ObjectNode begin(String product, String currency, long cents, Instant now) {
        ObjectNode price = Json.shape("price").put("id", Kind.PRICE.newId()).put("product", product);
        price.put("created", now.getEpochSecond()).put("currency", currency);
        return price.put("unit_amount", cents).put("unit_amount_decimal", Long.toString(cents));
    }

    private static void recurring(ObjectNode price, String interval, long count) {
        ObjectNode recurring = price.put("type", "recurring").putObject("recurring");
        recurring.put("interval", interval).put("interval_count", count).putNull("meter");
        recurring.putNull("trial_period_days").put("usage_type", "licensed");
    }
}
