package io.earlybrd.testkit.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers have the shape that Stripe published. Skipped where its documents are not at hand. */
@Tag("B18")
class StripeShapeTest {

    /** The list of a kind of objects, its schema in the specification and its name among the examples. */
    private static final Map<String, String> LISTS = Map.of(
            "/v1/customers", "customer",
            "/v1/products", "product",
            "/v1/prices", "price",
            "/v1/checkout/sessions", "checkout.session",
            "/v1/subscriptions?status=all", "subscription",
            "/v1/invoices", "invoice",
            "/v1/events", "event",
            "/v1/webhook_endpoints", "webhook_endpoint");

    private static StripeSpecification specification;
    private static Scene scene;
    private static Subscription subscription;

    @BeforeAll
    static void fillWithEveryState() throws IOException, StripeException {
        specification = StripeSpecification.load();
        scene = new Scene();
        subscription = scene.subscribe("pay-once");
        scene.subscribe("authenticate");
        scene.subscribe("begin", SubscriptionData.builder().setTrialPeriodDays(40L));
        scene.pass(Duration.ofDays(31));
        scene.client
                .v1()
                .checkout()
                .sessions()
                .create(scene.session(subscription.getCustomer()).build());
    }

    @AfterAll
    static void close() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void everyObject_isValidInTheShapeOfItsTime() throws Exception {
        List<String> violations = new ArrayList<>();
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            JsonNode data =
                    get(list.getKey(), StripeSpecification.SPECIFIED_VERSION).get("data");
            assertThat(data).as(list.getKey()).isNotEmpty();
            data.forEach(object -> violations.addAll(specification.violations(list.getValue(), object)));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void everyObject_hasOnlyMembersThatExistToday() throws Exception {
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            for (JsonNode object : get(list.getKey(), ApiVersion.CURRENT).get("data")) {
                if (object instanceof ObjectNode event
                        && event.get("object").asText().equals("event")) {
                    JsonNode told = event.remove("data").get("object");
                    unknown.addAll(
                            specification.unknownMembers(told.get("object").asText(), told));
                }
                unknown.addAll(specification.unknownMembers(list.getValue(), object));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void whatEventsHold_isValidInTheShapeOfItsTime() throws Exception {
        try (Scene old = new Scene(options -> options.apiVersion(StripeSpecification.SPECIFIED_VERSION))) {
            old.subscribe("pay");
            old.pass(Duration.ofDays(31));
            List<String> violations = new ArrayList<>();
            for (JsonNode event : get(old, "/v1/events?limit=100", StripeSpecification.SPECIFIED_VERSION)
                    .get("data")) {
                JsonNode object = event.at("/data/object");
                violations.addAll(specification.violations(object.get("object").asText(), object));
            }
            assertThat(violations).isEmpty();
        }
    }

    @Test
    void portalSession_isValid() throws Exception {
        String portal = scene.client
                .v1()
                .billingPortal()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .setReturnUrl("http://localhost:8080/billing")
                        .build())
                .getLastResponse()
                .body();
        assertThat(specification.violations("billing_portal.session", Json.MAPPER.readTree(portal)))
                .isEmpty();
    }

    @Test
    void deletedCustomerAndErrors_areValid() throws Exception {
        String customer = scene.alice().getId();
        String stub =
                scene.client.v1().customers().delete(customer).getLastResponse().body();
        JsonNode error = get("/v1/customers/cus_nobody", StripeSpecification.SPECIFIED_VERSION);

        assertThat(specification.violations("deleted_customer", Json.MAPPER.readTree(stub)))
                .isEmpty();
        assertThat(specification.violations("error", error)).isEmpty();
    }

    private static JsonNode get(String path, String version) throws IOException, InterruptedException {
        return get(scene, path, version);
    }

    private static JsonNode get(Scene of, String path, String version) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(of.stripe.url() + path))
                .header("Authorization", "Bearer " + Scene.API_KEY)
                .header("Stripe-Version", version)
                .build();
        return Json.MAPPER.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
