package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** The operations on customers. */
final class Customers {

    private static final AcceptedParams CHANGES = AcceptedParams.of(
            "address[*]",
            "description",
            "email",
            "invoice_settings[default_payment_method]",
            "metadata[*]",
            "name",
            "phone",
            "preferred_locales[]",
            "tax_exempt");

    private final Store store;
    private final Events events;
    private final Subscriptions subscriptions;

    Customers(Store store, Events events, Subscriptions subscriptions) {
        this.store = store;
        this.events = events;
        this.subscriptions = subscriptions;
    }

    void addTo(Routes routes) {
        routes.get("/v1/customers", AcceptedParams.ofList("email", "created[*]"), this::list);
        routes.post("/v1/customers", CHANGES, this::create);
        routes.get("/v1/customers/{id}", AcceptedParams.of(), this::get);
        routes.post("/v1/customers/{id}", CHANGES, this::update);
        routes.delete("/v1/customers/{id}", AcceptedParams.of(), this::delete);
    }

    /** A new customer who is not known yet. */
    ObjectNode begin(Instant now) {
        ObjectNode customer = Json.shape("customer");
        customer.put("id", Kind.CUSTOMER.newId()).put("created", now.getEpochSecond());
        return customer.put("invoice_prefix", Ids.random(8).toUpperCase(Locale.ROOT));
    }

    /** Writes a new customer and tells of it. */
    void announce(ObjectNode customer, Instant now) {
        store.put(Kind.CUSTOMER, customer);
        events.emit("customer.created", customer, now);
    }

    /** The customer that a parameter names; a deleted one is none. */
    ObjectNode named(String id, String param) {
        return store.get(Kind.CUSTOMER, id)
                .filter(customer -> !customer.has("deleted"))
                .orElseThrow(() -> StripeError.noSuch(Kind.CUSTOMER, id, param));
    }

    private ObjectNode list(Call call) {
        return Lists.page(
                call,
                Kind.CUSTOMER,
                store.newestFirst(Kind.CUSTOMER).stream()
                        .filter(customer -> !customer.has("deleted"))
                        .filter(Lists.sameAsAsked(call.params(), "email"))
                        .filter(Lists.createdAsAsked(call.params()))
                        .toList());
    }

    private ObjectNode create(Call call) {
        ObjectNode customer = begin(call.now());
        apply(call.params(), customer);
        announce(customer, call.now());
        return customer;
    }

    private ObjectNode get(Call call) {
        return store.get(Kind.CUSTOMER, call.id()).orElseThrow(() -> StripeError.notFound(Kind.CUSTOMER, call.id()));
    }

    private ObjectNode update(Call call) {
        ObjectNode before = existing(call);
        ObjectNode customer = before.deepCopy();
        apply(call.params(), customer);
        store.put(Kind.CUSTOMER, customer);
        events.emitChange("customer.updated", before, customer, call.now());
        return customer;
    }

    private ObjectNode delete(Call call) {
        ObjectNode customer = existing(call);
        store.newestFirst(Kind.SUBSCRIPTION).stream()
                .filter(subscription -> subscription.get("customer").textValue().equals(call.id()))
                .filter(subscription -> !Subscriptions.TERMINAL.contains(
                        subscription.get("status").textValue()))
                .forEach(subscription -> subscriptions.cancel(subscription, "cancellation_requested", call.now()));
        ObjectNode stub =
                Json.object().put("id", call.id()).put("object", "customer").put("deleted", true);
        store.put(Kind.CUSTOMER, stub);
        events.emit("customer.deleted", customer, call.now());
        return stub;
    }

    private ObjectNode existing(Call call) {
        return store.get(Kind.CUSTOMER, call.id())
                .filter(customer -> !customer.has("deleted"))
                .orElseThrow(() -> StripeError.notFound(Kind.CUSTOMER, call.id()));
    }

    private static void apply(Params params, ObjectNode customer) {
        params.text("email").filter(email -> !email.contains("@")).ifPresent(email -> {
            throw StripeError.invalid("email_invalid", "email", "Invalid email address: " + email);
        });
        params.copyTexts(customer, "description", "email", "name", "phone");
        params.applyMetadata(customer);
        params.oneOf("tax_exempt", Set.of("none", "exempt", "reverse"))
                .ifPresent(value -> customer.put("tax_exempt", value));
        if (params.has("address")) {
            ObjectNode address = customer.putObject("address");
            for (String name : new String[] {"city", "country", "line1", "line2", "postal_code", "state"}) {
                address.put(name, params.inside("address").text(name).orElse(null));
            }
        }
        if (params.has("preferred_locales")) {
            params.texts("preferred_locales").forEach(customer.putArray("preferred_locales")::add);
        }
        params.inside("invoice_settings")
                .copyTexts(customer.withObjectProperty("invoice_settings"), "default_payment_method");
    }
}
