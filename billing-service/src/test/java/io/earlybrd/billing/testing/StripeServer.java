package io.earlybrd.billing.testing;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.param.CustomerListParams;
import com.stripe.param.SubscriptionListParams;
import io.earlybrd.testkit.stripe.DeliveryFault;
import io.earlybrd.testkit.stripe.StripeOptions;
import io.earlybrd.testkit.stripe.StripeStandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stripe's stand-in as the application under test reaches it; it tells the time by {@link TestClock}. */
public class StripeServer implements QuarkusTestResourceLifecycleManager {

    /** Signs the webhooks. */
    public static final String SECRET = "whsec_test_new";
    /** The secret before that, still accepted. */
    public static final String OLD_SECRET = "whsec_test_old";

    private static final String API_KEY = "sk_test_billing";
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static StripeStandIn standIn;

    /** The running stand-in. */
    public static StripeStandIn standIn() {
        return standIn;
    }

    /** Forgets all faults, and sends webhooks to the application under test. */
    public static void behave(URI webhooks) {
        standIn.faults().clear();
        standIn.webhooks().clear();
        standIn.sendWebhooksTo(webhooks, SECRET);
    }

    /** Waits until the application under test took what happened at Stripe; it is told of nothing more until {@link #behave}. */
    public static void fallSilent() {
        standIn.webhooks().on(DeliveryFault.DROP);
        eventually(() -> assertThat(standIn.pendingDeliveries()).isZero());
    }

    /** Time passes for the application and for Stripe, and what becomes due at Stripe happens. */
    public static void pass(Duration time) {
        TestClock.CLOCK.advance(time);
        standIn.advance();
    }

    /** The subscriptions of a subscriber at Stripe, live and ended. */
    public static List<Subscription> subscriptionsOf(UUID subscriberId) {
        String customerId = BILLING.text("select customer_id from customer where subscriber_id = ?", subscriberId);
        try {
            return client().v1()
                    .subscriptions()
                    .list(SubscriptionListParams.builder()
                            .setCustomer(customerId)
                            .setStatus(SubscriptionListParams.Status.ALL)
                            .build())
                    .getData();
        } catch (StripeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The subscription as it is now at Stripe. */
    public static Subscription reload(Subscription subscription) {
        try {
            return client().v1().subscriptions().retrieve(subscription.getId());
        } catch (StripeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many customers at Stripe have this address. */
    public static int customersNamed(String email) {
        try {
            CustomerListParams named =
                    CustomerListParams.builder().setEmail(email).build();
            return client().v1().customers().list(named).getData().size();
        } catch (StripeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An operator's own access to Stripe. */
    public static StripeClient client() {
        return StripeClient.builder()
                .setApiKey(API_KEY)
                .setApiBase(standIn.url().toString())
                .build();
    }

    /** Somebody presses a button of a page of Stripe's. */
    public static void press(URI page, String button) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page + "/" + button))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new IllegalStateException(button + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        standIn = StripeStandIn.start(
                StripeOptions.of(TestClock.CLOCK, API_KEY).webhookRetryDelay(Duration.ofMillis(50)));
        return Map.of(
                "stripe.api-base",
                standIn.url().toString(),
                "stripe.api-key",
                API_KEY,
                "stripe.webhook-secret",
                OLD_SECRET + "," + SECRET);
    }

    @Override
    public void stop() {
        standIn.close();
    }
}
