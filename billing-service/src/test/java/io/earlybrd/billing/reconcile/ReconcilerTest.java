package io.earlybrd.billing.reconcile;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Subscription;
import io.earlybrd.billing.testing.Alice;
import io.earlybrd.billing.testing.BillingApi;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.billing.testing.Webhooks;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.stripe.DeliveryFault;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
@Tag("B6")
class ReconcilerTest {

    private static final Duration A_CHECK = Duration.ofMinutes(15);

    /** In real time; a check takes less, even on a busy machine. */
    private static final Duration LONG_FOR_A_CHECK = Duration.ofSeconds(5);

    @TestHTTPResource("/stripe/webhooks")
    URI webhooks;

    @Inject
    ReconcileMetrics metrics;

    @Inject
    MeterRegistry registry;

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
        aCheckSees(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
    }

    @Test
    void renewalsWithoutWebhooks_areFollowed() {
        // Given
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay-once");
        StripeServer.pass(A_CHECK);
        aCheckSees(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));

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
    void customerAboutWhomStripeFails_holdsUpNobodyAndRaisesTheAge() throws Throwable {
        // Given
        Alice bob = Alice.verifiedAt(TestClock.CLOCK.instant().minus(Duration.ofDays(20)));
        eventually(() -> assertThat(bob.lastTold().reason()).isEqualTo("trial-ended"));
        URI bobsPage = BillingApi.checkoutPage(bob.id(), "monthly");
        // Before he pays, or a check that is under way may find it out.
        StripeServer.standIn().faults().answerAllAbout(customerOf(bob), 500);
        StripeServer.press(bobsPage, "pay");
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");

        // When
        bothAreDueAtOnce(bob);

        // Then
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
        eventually(() -> assertThat(BILLING.number("select failures from customer where subscriber_id = ?", bob.id()))
                .isPositive());
        assertThat(bob.lastTold().reason()).isEqualTo("trial-ended");
        TestClock.CLOCK.advance(Duration.ofHours(3));
        assertThat(overdueSeconds()).isGreaterThanOrEqualTo(3 * 3600);

        // When
        StripeServer.standIn().faults().clear();
        TestClock.CLOCK.advance(Duration.ofHours(2));

        // Then
        eventually(() -> assertThat(bob.lastTold().reason()).isEqualTo("paid"));
        eventually(() -> assertThat(overdueSeconds()).isZero());
    }

    @Test
    void answerAfterTheErasure_isStoredNowhereAndPutsNothingOff() {
        // Given
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");
        Timestamp planned = Timestamp.from(TestClock.CLOCK.instant().plus(Duration.ofDays(365)));
        BILLING.change("update customer set check_at = ? where subscriber_id = ?", planned, alice.id());
        BILLING.change("update subscriber set email = null, erased_at = now() where subscriber_id = ?", alice.id());
        String eventId = "evt_" + alice.id();

        // When
        Webhooks.send(Webhooks.subscriptionUpdated(eventId, customerOf(alice)));

        // Then
        eventually(() -> assertThat(BILLING.text("select outcome from stripe_event where event_id = ?", eventId))
                .isEqualTo("handled"));
        assertThat(BILLING.number("select count(*) from subscription where subscriber_id = ?", alice.id()))
                .isZero();
        assertThat(BILLING.number(
                        "select count(*) from customer where subscriber_id = ? and check_at = ?", alice.id(), planned))
                .isEqualTo(1);
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

    /** The next check, or one after it: one that was under way when something happened at Stripe has still seen what was before. */
    private static void aCheckSees(ThrowingRunnable assertion) {
        AtomicReference<Instant> next = new AtomicReference<>(Instant.now().plus(LONG_FOR_A_CHECK));
        eventually(() -> {
            if (Instant.now().isAfter(next.get())) {
                StripeServer.pass(A_CHECK);
                next.set(Instant.now().plus(LONG_FOR_A_CHECK));
            }
            assertion.run();
        });
    }

    /** Of those that are due, the one that has waited longer comes first. */
    private void bothAreDueAtOnce(Alice bob) {
        Instant now = TestClock.CLOCK.instant();
        BILLING.change("""
                update customer set check_at =
                    case when subscriber_id = ? then cast(? as timestamptz) else cast(? as timestamptz) end
                where subscriber_id in (?, ?)
                """, bob.id(), Timestamp.from(now.minusSeconds(60)), Timestamp.from(now), bob.id(), alice.id());
    }

    private double overdueSeconds() throws Throwable {
        VertxContextSupport.subscribeAndAwait(metrics::measure);
        return registry.get(ReconcileMetrics.OVERDUE_AGE).gauge().value();
    }

    private static String customerOf(Alice subscriber) {
        return BILLING.text("select customer_id from customer where subscriber_id = ?", subscriber.id());
    }
}
