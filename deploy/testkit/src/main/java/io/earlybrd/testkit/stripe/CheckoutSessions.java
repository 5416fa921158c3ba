package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The operations on checkout sessions, for subscriptions. */
final class CheckoutSessions {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration MIN_LIFE = Duration.ofMinutes(30);
    /** Checkout refuses a trial that ends earlier than this. */
    private static final Duration MIN_TRIAL = Duration.ofDays(2);

    private static final AcceptedParams NEW = AcceptedParams.of(
            "allow_promotion_codes",
            "automatic_tax[enabled]",
            "billing_address_collection",
            "cancel_url",
            "client_reference_id",
            "customer",
            "customer_email",
            "customer_update[*]",
            "expires_at",
            "line_items[][price]",
            "line_items[][quantity]",
            "locale",
            "metadata[*]",
            "mode",
            "payment_method_collection",
            "payment_method_types[]",
            "subscription_data[description]",
            "subscription_data[metadata][*]",
            "subscription_data[trial_end]",
            "subscription_data[trial_period_days]",
            "subscription_data[trial_settings][end_behavior][missing_payment_method]",
            "success_url",
            "tax_id_collection[enabled]",
            "ui_mode");

    private final Store store;
    private final Customers customers;
    private final Prices prices;
    private final Checkout checkout;
    private final String baseUrl;

    CheckoutSessions(Store store, Customers customers, Prices prices, Checkout checkout, String baseUrl) {
        this.store = store;
        this.customers = customers;
        this.prices = prices;
        this.checkout = checkout;
        this.baseUrl = baseUrl;
    }

    void addTo(Routes routes) {
        AcceptedParams filters = AcceptedParams.ofList("created[*]", "customer", "status", "subscription");
        routes.get("/v1/checkout/sessions", filters, this::list);
        routes.post("/v1/checkout/sessions", NEW, this::create);
        routes.get("/v1/checkout/sessions/{id}", AcceptedParams.of(), this::get);
        routes.get("/v1/checkout/sessions/{id}/line_items", AcceptedParams.ofList(), this::lineItems);
        routes.post("/v1/checkout/sessions/{id}/expire", AcceptedParams.of(), this::expire);
    }

    private ObjectNode list(Call call) {
        return Lists.page(
                call,
                Kind.CHECKOUT_SESSION,
                store.newestFirst(Kind.CHECKOUT_SESSION).stream()
                        .filter(Lists.sameAsAsked(call.params(), "customer"))
                        .filter(Lists.sameAsAsked(call.params(), "status"))
                        .filter(Lists.sameAsAsked(call.params(), "subscription"))
                        .filter(Lists.createdAsAsked(call.params()))
                        .toList());
    }

    private ObjectNode create(Call call) {
        Params params = call.params();
        ObjectNode session = Json.shape("checkout-session");
        String id = Kind.CHECKOUT_SESSION.newId();
        session.put("id", id).put("url", baseUrl + "/c/pay/" + id);
        session.put("created", call.now().getEpochSecond());
        session.put("success_url", params.required("success_url"));
        if (!params.required("mode").equals("subscription")) {
            throw StripeError.invalid("mode", "This stand-in knows sessions with mode=subscription only.");
        }
        params.copyTexts(session, "cancel_url", "client_reference_id", "billing_address_collection", "locale");
        params.bool("allow_promotion_codes").ifPresent(allow -> session.put("allow_promotion_codes", allow));
        params.oneOf("payment_method_collection", Set.of("always", "if_required"))
                .ifPresent(when -> session.put("payment_method_collection", when));
        params.applyMetadata(session);
        session.put("expires_at", expiry(call).getEpochSecond());
        customer(params, session);
        session.set("_subscription_data", subscriptionData(call));
        lines(params, session);
        store.put(Kind.CHECKOUT_SESSION, session);
        return session;
    }

    private static Instant expiry(Call call) {
        Instant at = call.params().time("expires_at").orElse(call.now().plus(LIFE));
        if (at.isBefore(call.now().plus(MIN_LIFE)) || at.isAfter(call.now().plus(LIFE))) {
            throw StripeError.invalid(
                    "expires_at",
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.");
        }
        return at;
    }

    private void customer(Params params, ObjectNode session) {
        if (params.text("customer").isPresent() && params.text("customer_email").isPresent()) {
            throw StripeError.invalid(
                    "customer", "You may only specify one of these parameters: customer, customer_email.");
        }
        params.text("customer").ifPresent(id -> customers.named(id, "customer"));
        params.copyTexts(session, "customer", "customer_email");
    }

    private void lines(Params params, ObjectNode session) {
        List<Params> lines = params.objects("line_items");
        if (lines.isEmpty()) {
            throw StripeError.missing("line_items");
        }
        if (lines.size() > 1) {
            throw StripeError.invalid("line_items", "This stand-in knows sessions with one line item only.");
        }
        Params line = lines.get(0);
        ObjectNode price = prices.recurringNamed(line.required("price"), line.fullName("price"));
        long quantity = line.number("quantity").orElseThrow(() -> StripeError.missing(line.fullName("quantity")));
        long amount = Checkout.trial(session) ? 0 : price.get("unit_amount").asLong() * quantity;
        ObjectNode item = Json.shape("session-line-item").put("id", "li_" + Ids.random(24));
        item.put("quantity", quantity).put("amount_subtotal", amount).put("amount_total", amount);
        item.set("currency", price.get("currency"));
        item.set("description", productName(price));
        item.set("price", price);
        session.set("currency", price.get("currency"));
        session.put("amount_subtotal", amount).put("amount_total", amount);
        String url = "/v1/checkout/sessions/" + session.get("id").textValue() + "/line_items";
        session.set("_line_items", Lists.of(url, List.of(item)));
    }

    private JsonNode productName(ObjectNode price) {
        return store.get(Kind.PRODUCT, price.get("product").textValue())
                .orElseThrow()
                .get("name");
    }

    /** What the subscription will begin with: its trial, and members that are set as they are. */
    private static ObjectNode subscriptionData(Call call) {
        Params data = call.params().inside("subscription_data");
        if (data.has("trial_end") && data.has("trial_period_days")) {
            throw StripeError.invalid(
                    data.fullName("trial_end"),
                    "You may only specify one of these parameters: trial_end, trial_period_days.");
        }
        ObjectNode kept = Json.object();
        data.time("trial_end").ifPresent(end -> {
            if (end.isBefore(call.now().plus(MIN_TRIAL))) {
                throw StripeError.invalid(
                        data.fullName("trial_end"), "The `trial_end` date has to be at least 2 days in the future.");
            }
            kept.put("trial_end", end.getEpochSecond());
        });
        data.number("trial_period_days").ifPresent(days -> {
            if (days < 1) {
                throw StripeError.invalid(
                        data.fullName("trial_period_days"), "The minimum number of trial period days is 1.");
            }
            kept.put("trial_period_days", days);
        });
        ObjectNode members = kept.putObject("members");
        data.copyTexts(members, "description");
        data.applyMetadata(members);
        TrialSettings.apply(data, members);
        return kept;
    }

    private ObjectNode get(Call call) {
        return store.get(Kind.CHECKOUT_SESSION, call.id())
                .orElseThrow(() -> StripeError.notFound(Kind.CHECKOUT_SESSION, call.id()));
    }

    private ObjectNode lineItems(Call call) {
        return (ObjectNode) get(call).get("_line_items");
    }

    private ObjectNode expire(Call call) {
        ObjectNode session = get(call);
        if (!Checkout.open(session)) {
            throw StripeError.invalid(
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of "
                            + session.get("status").textValue());
        }
        checkout.expire(session, call.now());
        return session;
    }
}
