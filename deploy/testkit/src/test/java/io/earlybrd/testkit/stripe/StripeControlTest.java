package io.earlybrd.testkit.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.ApiException;
import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The switches work from another process too. */
@Tag("B18")
class StripeControlTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void faultOverHttp_hitsTheNextRequest() throws StripeException {
        // When
        scene.browser.press(scene.stripe.url() + "/_control/faults", "{\"answer\":503,\"times\":1}");

        // Then
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(scene::alice)
                .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(503));
        assertThat(scene.alice().getId()).startsWith("cus_");
        assertThat(scene.browser.open(scene.stripe.url() + "/_control/requests").body())
                .contains("\"target\":\"/v1/customers\"");
    }

    @Test
    void webhookSwitchOverHttp_holdsForTheEventsAfterIt() throws StripeException {
        // Given
        scene.browser.press(scene.stripe.url() + "/_control/webhooks", "{\"on\":[\"DROP\"]}");
        scene.alice();
        scene.browser.press(scene.stripe.url() + "/_control/webhooks", "{\"off\":[\"DROP\"]}");

        // When
        scene.alice();

        // Then
        await().untilAsserted(() -> assertThat(scene.hooks.types()).containsExactly("customer.created"));
    }

    @Test
    void advanceOverHttp_doesWhatIsDue() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay");
        scene.clock.advance(Duration.ofDays(31));

        // When
        int status = scene.browser
                .press(scene.stripe.url() + "/_control/advance", "")
                .statusCode();

        // Then
        assertThat(status).isEqualTo(204);
        await().untilAsserted(() -> assertThat(scene.hooks.types()).contains("customer.subscription.updated"));
        assertThat(scene.reload(subscription).getStatus()).isEqualTo("active");
    }

    @Test
    void overview_showsSubscriptionsAndEvents() throws StripeException {
        // Given
        scene.subscribe("pay");

        // Then
        assertThat(scene.browser.open(scene.stripe.url() + "/").body())
                .contains("alice@example.com", "active", "checkout.session.completed");
        assertThat(scene.browser.open(scene.stripe.url() + "/stand-in.css").statusCode())
                .isEqualTo(200);
    }
}
