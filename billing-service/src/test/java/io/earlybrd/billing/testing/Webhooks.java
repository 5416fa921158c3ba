package io.earlybrd.billing.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;

/** Sends webhooks by hand, as Stripe or somebody else would. */
public final class Webhooks {

    private Webhooks() {}

    /** A body that says that something about a subscription of this customer changed. */
    public static String subscriptionUpdated(String eventId, String customerId) {
        return """
                {"id": "%s", "object": "event", "type": "customer.subscription.updated", "livemode": false,
                 "data": {"object": {"id": "sub_1", "object": "subscription", "customer": "%s", "status": "canceled"}}}
                """.formatted(eventId, customerId);
    }

    /** Sends a body that is signed as it should be. */
    public static Response send(String body) {
        return send(SignedWebhook.header(StripeServer.SECRET, TestClock.CLOCK.instant(), body), body);
    }

    /** Sends a body with this signature. */
    public static Response send(String signature, String body) {
        return given().contentType("application/json; charset=utf-8")
                .header("Stripe-Signature", signature)
                .body(body)
                .post("/stripe/webhooks");
    }
}
