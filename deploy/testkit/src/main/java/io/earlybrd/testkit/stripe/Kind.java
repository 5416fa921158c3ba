package io.earlybrd.testkit.stripe;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of objects that are kept, with the name and the start of the id that Stripe gives them. */
enum Kind {
    CUSTOMER("customer", "cus_"),
    PRODUCT("product", "prod_"),
    PRICE("price", "price_"),
    CHECKOUT_SESSION("checkout.session", "cs_test_"),
    PORTAL_SESSION("billing_portal.session", "bps_"),
    SUBSCRIPTION("subscription", "sub_"),
    INVOICE("invoice", "in_"),
    EVENT("event", "evt_"),
    WEBHOOK_ENDPOINT("webhook_endpoint", "we_"),
    /** A card on file. Not served by the API: only how it behaves is of interest. */
    CARD("payment_method", "pm_"),
    /** An event that an endpoint has not taken yet. */
    DELIVERY("delivery", "whd_"),
    /** The stored answer to a request that had an idempotency key. */
    ANSWER("answer", "idem_");

    private final String object;
    private final String prefix;

    Kind(String object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /** The kind that an id belongs to. */
    static Optional<Kind> ofId(String id) {
        return Arrays.stream(values())
                .filter(kind -> id.startsWith(kind.prefix))
                .findFirst();
    }

    /** The value of the member {@code object}, also used in messages. */
    String object() {
        return object;
    }

    String newId() {
        return prefix + Ids.random(this == CHECKOUT_SESSION ? 58 : 24);
    }
}
