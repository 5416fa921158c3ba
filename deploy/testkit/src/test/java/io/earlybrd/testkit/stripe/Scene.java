package io.earlybrd.testkit.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PriceListParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.checkout.SessionCreateParams;
import io.earlybrd.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** A stand-in with a clock that stands still, a receiver of its webhooks, and the official client. */
final class Scene implements AutoCloseable {

    static final String API_KEY = "sk_test_scene";
    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    static {
        // A machine that builds several modules at once may take longer than Awaitility's ten seconds.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
    }

    final MutableClock clock = MutableClock.at(START);
    final HookReceiver hooks = new HookReceiver(clock);
    final Browser browser = new Browser();
    final StripeStandIn stripe;
    final StripeClient client;

    Scene() {
        this(options -> {});
    }

    Scene(Consumer<StripeOptions> settings) {
        StripeOptions options = StripeOptions.of(clock, API_KEY).webhookRetryDelay(Duration.ofMillis(20));
        settings.accept(options);
        stripe = StripeStandIn.start(options);
        stripe.sendWebhooksTo(hooks.url(), HookReceiver.SECRET);
        client = clientOf(stripe, API_KEY);
    }

    static StripeClient clientOf(StripeStandIn stripe, String apiKey) {
        return StripeClient.builder()
                .setApiKey(apiKey)
                .setApiBase(stripe.url().toString())
                .setReadTimeout(5_000)
                .build();
    }

    /** Time passes, and what becomes due happens. */
    void pass(Duration time) {
        clock.advance(time);
        stripe.advance();
    }

    Customer alice() throws StripeException {
        return client.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("alice@example.com")
                        .putMetadata("subscriber", "alice")
                        .build());
    }

    Price price(String lookupKey) throws StripeException {
        PriceListParams params = PriceListParams.builder()
                .addLookupKey(lookupKey)
                .setActive(true)
                .build();
        return client.v1().prices().list(params).getData().get(0);
    }

    /** The parameters of a session as a service would send them. */
    SessionCreateParams.Builder session(String customer) throws StripeException {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(customer)
                .setClientReferenceId("alice")
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price("earlybrd_monthly").getId())
                        .setQuantity(1L)
                        .build())
                .setSuccessUrl("http://localhost:8080/billing/done?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://localhost:8080/billing");
    }

    /** A subscription of a new customer who pressed a button of the payment page. */
    Subscription subscribe(String button) throws StripeException {
        return subscribe(button, SessionCreateParams.SubscriptionData.builder());
    }

    Subscription subscribe(String button, SessionCreateParams.SubscriptionData.Builder data) throws StripeException {
        String customer = alice().getId();
        Session session = client.v1()
                .checkout()
                .sessions()
                .create(session(customer)
                        .setPaymentMethodCollection(SessionCreateParams.PaymentMethodCollection.IF_REQUIRED)
                        .setSubscriptionData(data.build())
                        .build());
        browser.press(session.getUrl() + "/" + button, "");
        return subscriptionOf(customer);
    }

    Subscription subscriptionOf(String customer) throws StripeException {
        return client.v1()
                .subscriptions()
                .list(SubscriptionListParams.builder()
                        .setCustomer(customer)
                        .setStatus(SubscriptionListParams.Status.ALL)
                        .build())
                .getData()
                .get(0);
    }

    Subscription reload(Subscription subscription) throws StripeException {
        return client.v1().subscriptions().retrieve(subscription.getId());
    }

    @Override
    public void close() {
        stripe.close();
        hooks.close();
    }
}
