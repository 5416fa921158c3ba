package io.earlybrd.testkit.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.param.CustomerCreateParams;
import io.earlybrd.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is still there after a kill. */
@Tag("B18")
class StripeRestartTest {

    @TempDir
    Path state;

    @Test
    void killedProcess_losesNothingThatItAnswered() throws Exception {
        // Given
        Customer alice;
        String price;
        try (StandInProcess first = StandInProcess.start(state)) {
            alice = client(first)
                    .v1()
                    .customers()
                    .create(CustomerCreateParams.builder()
                            .setEmail("alice@example.com")
                            .build());
            price = client(first).v1().prices().list().getData().get(0).getId();
        }

        // When
        try (StandInProcess second = StandInProcess.start(state)) {

            // Then
            assertThat(client(second).v1().customers().retrieve(alice.getId()).getEmail())
                    .isEqualTo("alice@example.com");
            assertThat(client(second).v1().prices().list().getData())
                    .hasSize(2)
                    .extracting(Price::getId)
                    .contains(price);
            assertThat(client(second).v1().events().list().getData()).hasSize(1);
        }
    }

    @Test
    void tornLastLine_isLeftOutAndTheRestIsRead() throws StripeException, IOException {
        // Given
        Subscription subscription;
        try (Scene before = new Scene(options -> options.stateIn(state))) {
            subscription = before.subscribe("pay");
        }
        Files.writeString(state.resolve("stripe.jsonl"), "[{\"kind\":\"CUSTO", StandardOpenOption.APPEND);

        // When
        try (Scene after = new Scene(options -> options.stateIn(state))) {

            // Then
            assertThat(after.reload(subscription).getStatus()).isEqualTo("active");
        }
    }

    @Test
    void eventThatNobodyTook_isSentByTheNextRun() throws StripeException {
        MutableClock clock = MutableClock.at(Scene.START);
        try (HookReceiver hooks = new HookReceiver(clock)) {
            // Given
            hooks.refuseNext(503);
            StripeOptions options = StripeOptions.of(clock, Scene.API_KEY).stateIn(state);
            try (StripeStandIn before = StripeStandIn.start(options)) {
                before.sendWebhooksTo(hooks.url(), HookReceiver.SECRET);
                Scene.clientOf(before, Scene.API_KEY).v1().customers().create();
                await().untilAsserted(() -> assertThat(hooks.signatures()).hasSize(1));
            }

            // When
            try (StripeStandIn after = StripeStandIn.start(options)) {

                // Then
                await().untilAsserted(() -> assertThat(hooks.types()).containsExactly("customer.created"));
                await().untilAsserted(
                                () -> assertThat(after.pendingDeliveries()).isZero());
            }
        }
    }

    private static StripeClient client(StandInProcess process) {
        return StripeClient.builder()
                .setApiKey(Scene.API_KEY)
                .setApiBase(process.url())
                .build();
    }
}
