package io.earlybrd.testkit.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import com.stripe.param.WebhookEndpointCreateParams;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events reach an endpoint at least once, signed, and can be made to arrive in every wrong way. */
@Tag("B18")
class StripeWebhookTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void refusedEvent_isSentAgainWithAFreshTimestampUntilItIsTaken() throws StripeException {
        // Given
        scene.hooks.refuseNext(500, 302, 404);

        // When
        scene.alice();
        await().untilAsserted(() -> assertThat(scene.hooks.signatures()).isNotEmpty());
        scene.clock.advance(Duration.ofSeconds(7));

        // Then
        await().untilAsserted(() -> assertThat(scene.hooks.types()).containsExactly("customer.created"));
        List<String> signatures = scene.hooks.signatures();
        assertThat(signatures).hasSize(4);
        assertThat(signatures.get(3)).startsWith("t=" + scene.clock.instant().getEpochSecond() + ",");
        await().untilAsserted(() -> {
            assertThat(scene.stripe.pendingDeliveries()).isZero();
            assertThat(scene.client.v1().events().list().getData().get(0).getPendingWebhooks())
                    .isZero();
        });
    }

    @Test
    void signature_hasADecoyThatTheOfficialLibraryDoesNotAccept() throws StripeException {
        // When
        scene.alice();
        await().untilAsserted(() -> assertThat(scene.hooks.signatures()).hasSize(1));

        // Then
        String header = scene.hooks.signatures().get(0);
        assertThat(header).matches("t=\\d+,v1=[0-9a-f]{64},v0=[0-9a-f]{64}");
        Assertions.assertThatExceptionOfType(SignatureVerificationException.class)
                .isThrownBy(() -> Webhook.Signature.verifyHeader(
                        "{}", header.replaceFirst("v1=[0-9a-f]+,", ""), HookReceiver.SECRET, 300, scene.clock));
    }

    @Test
    void twoSecrets_giveTwoSignaturesWhileOneReplacesTheOther() throws StripeException {
        // Given
        scene.stripe.sendWebhooksTo(scene.hooks.url(), "whsec_new", HookReceiver.SECRET);

        // When
        scene.alice();

        // Then
        await().untilAsserted(() -> assertThat(scene.hooks.types()).containsExactly("customer.created"));
        assertThat(Arrays.stream(scene.hooks.signatures().get(0).split(",")).filter(part -> part.startsWith("v1=")))
                .hasSize(2);
    }

    @Test
    void duplicate_arrivesTwiceUnderOneId() throws StripeException {
        // Given
        scene.stripe.webhooks().on(DeliveryFault.DUPLICATE);

        // When
        scene.alice();

        // Then
        await().untilAsserted(() -> assertThat(scene.hooks.events()).hasSize(2));
        assertThat(scene.hooks.events())
                .extracting(Event::getId)
                .containsOnly(scene.hooks.events().get(0).getId());
    }

    @Test
    void twinIds_tellOneChangeByTwoEvents() throws StripeException {
        // Given
        scene.stripe.webhooks().on(DeliveryFault.TWIN_IDS);

        // When
        scene.alice();

        // Then
        await().untilAsserted(() -> assertThat(scene.hooks.events()).hasSize(2));
        assertThat(scene.hooks.events()).extracting(Event::getId).doesNotHaveDuplicates();
    }

    @Test
    void reorder_bringsTheLastEventFirst() throws StripeException {
        // Given
        scene.stripe.webhooks().on(DeliveryFault.REORDER);

        // When
        scene.subscribe("pay");

        // Then
        await().untilAsserted(() -> assertThat(scene.hooks.types())
                .contains("checkout.session.completed", "customer.subscription.created")
                .satisfies(types -> assertThat(types.indexOf("checkout.session.completed"))
                        .isLessThan(types.indexOf("customer.subscription.created"))));
    }

    @Test
    void drop_losesTheDeliveryButNotTheEvent() throws StripeException {
        // Given
        scene.stripe.webhooks().on(DeliveryFault.DROP);
        scene.alice();
        scene.stripe.webhooks().clear();

        // When
        scene.subscribe("pay");

        // Then
        await().untilAsserted(() -> assertThat(scene.hooks.types()).contains("checkout.session.completed"));
        assertThat(scene.hooks.types()).containsOnlyOnce("customer.created");
        assertThat(scene.client
                        .v1()
                        .events()
                        .list(EventListParams.builder()
                                .setType("customer.created")
                                .build())
                        .getData())
                .hasSize(2);
    }

    @Test
    void delay_bringsAnEventLater() throws StripeException {
        // Given
        scene.stripe.webhooks().delayBy(Duration.ofMillis(200));

        // When
        long before = System.nanoTime();
        scene.alice();

        // Then
        await().untilAsserted(() -> assertThat(scene.hooks.events()).hasSize(1));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void endpointMadeThroughTheApi_getsTheEventsItAskedFor() throws StripeException {
        // Given
        try (HookReceiver second = new HookReceiver(scene.clock)) {
            WebhookEndpoint endpoint = scene.client
                    .v1()
                    .webhookEndpoints()
                    .create(WebhookEndpointCreateParams.builder()
                            .setUrl(second.url().toString())
                            .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CHECKOUT__SESSION__COMPLETED)
                            .build());
            second.trust(endpoint.getSecret());

            // When
            scene.subscribe("pay");

            // Then
            await().untilAsserted(() -> assertThat(second.types()).containsExactly("checkout.session.completed"));
            assertThat(scene.client
                            .v1()
                            .webhookEndpoints()
                            .retrieve(endpoint.getId())
                            .getSecret())
                    .isNull();
        }
    }
}
