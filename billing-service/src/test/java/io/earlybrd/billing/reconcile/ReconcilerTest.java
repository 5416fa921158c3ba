package io.earlybrd.billing.reconcile;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Subscription;
import io.earlybrd.billing.testing.Alice;
import io.earlybrd.billing.testing.BillingApi;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.stripe.DeliveryFault;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
@Tag("B6")
class ReconcilerTest {

    private static final Duration A_CHECK = Duration.ofMinutes(15);

    @TestHTTPResource("/stripe/webhooks")
    URI webhooks;

    private Alice alice;

    @BeforeEach
    void aliceHadHerTrialAndNoWebhookComes() {
        StripeServer.behave(webhooks);
        StripeServer.standIn().webhooks().on(DeliveryFault.DROP);
        alice = Alice.verifiedAt(TestClock.CLOCK.instant().minus(Duration.ofDays(20)));
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("trial-ended"));
    }

    @Test
    void paymentWithoutWebhook_isSeenSoon() {
        // Given
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");

        // When
        StripeServer.pass(A_CHECK);

        // Then
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
    }

    @Test
    void renewalsWithoutWebhooks_areFollowed() {
        // Given
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay-once");
        StripeServer.pass(A_CHECK);
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));

        // When
        StripeServer.pass(Duration.ofDays(31).plus(A_CHECK));

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("grace"));

        // When
        StripeServer.press(BillingApi.page(BillingApi.portal(alice.id())), "pay");
        StripeServer.pass(Duration.ofHours(2));

        // Then
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
    }

    @Test
    void erasure_endsTheSubscriptionAndTheCustomerAtStripe() {
        // Given
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");
        List<Subscription> bought = StripeServer.subscriptionsOf(alice.id());

        // When
        alice.leave();

        // Then
        eventually(() -> assertThat(BILLING.number("select count(*) from customer where subscriber_id = ?", alice.id()))
                .isZero());
        assertThat(bought).hasSize(1);
        assertThat(StripeServer.reload(bought.get(0)).getStatus()).isEqualTo("canceled");
        assertThat(BILLING.number(
                        "select count(*) from subscriber where subscriber_id = ? and email is not null", alice.id()))
                .isZero();
    }
}
