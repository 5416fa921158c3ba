package io.earlybrd.billing.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.testkit.Backends;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Calls billing as the account service does. */
public final class BillingApi {

    private static final String CHECKOUT = "/api/checkout-sessions";
    private static final String PORTAL = "/api/portal-sessions";

    private BillingApi() {}

    /** Asks for the page on which a subscriber buys. */
    public static Response checkout(UUID subscriberId, String plan) {
        return signed("POST", CHECKOUT)
                .body(Map.of("subscriberId", subscriberId, "plan", plan))
                .post(CHECKOUT);
    }

    /** Asks for the page on which somebody buys of whom account has not told yet. */
    public static Response checkout(UUID subscriberId, String email, String plan) {
        return signed("POST", CHECKOUT)
                .body(Map.of("subscriberId", subscriberId, "email", email, "plan", plan))
                .post(CHECKOUT);
    }

    /** The page on which a subscriber buys. */
    public static URI checkoutPage(UUID subscriberId, String plan) {
        return page(checkout(subscriberId, plan));
    }

    /** Asks for the page on which a subscriber manages what they bought. */
    public static Response portal(UUID subscriberId) {
        return signed("POST", PORTAL).body(Map.of("subscriberId", subscriberId)).post(PORTAL);
    }

    /** How a subscriber stands, for the billing page. */
    public static Response overview(UUID subscriberId) {
        String path = "/api/billing/" + subscriberId;
        return signed("GET", path).get(path);
    }

    /** A JSON request that is signed for this call. */
    public static RequestSpecification signed(String method, String path) {
        String token = new ServiceToken(Backends.SERVICE_KEY, TestClock.CLOCK).issue("account", method, path);
        return given().contentType("application/json").header("Authorization", "Bearer " + token);
    }

    /** The page that an answer leads to. */
    public static URI page(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return URI.create(answer.path("url"));
    }
}
