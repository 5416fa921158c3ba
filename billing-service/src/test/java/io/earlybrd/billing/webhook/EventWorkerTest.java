package io.earlybrd.billing.webhook;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.testing.Alice;
import io.earlybrd.billing.testing.BillingApi;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.billing.testing.Webhooks;
import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.testkit.AtOnce;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.stripe.DeliveryFault;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
@Tag("B4")
class EventWorkerTest {

    private static final Duration BACK_OFF_OVER = Duration.ofMinutes(6);

    @TestHTTPResource("/stripe/webhooks")
    URI webhooks;

    private final String eventId = "evt_" + UUID.randomUUID();
    private Alice alice;

    @BeforeEach
    void aliceHadHerTrial() {
        StripeServer.behave(webhooks);
        alice = Alice.verifiedAt(TestClock.CLOCK.instant().minus(Duration.ofDays(20)));
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("trial-ended"));
    }

    @Test
    @Tag("B5")
    void doubledTwinnedAndReorderedEvents_endInStripesStateWithoutDetours() {
        // Given
        StripeServer.standIn().webhooks().on(DeliveryFault.DUPLICATE, DeliveryFault.TWIN_IDS, DeliveryFault.REORDER);

        // When
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
        StripeServer.press(BillingApi.page(BillingApi.portal(alice.id())), "cancel");
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("canceling"));
        StripeServer.pass(Duration.ofDays(32));

        // Then
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("canceled"));
        assertThat(alice.told().stream().flatMap(Optional::stream).map(EntitlementChanged::reason))
                .containsExactly("trial-ended", "paid", "canceling", "canceled");
        assertThat(alice.told().stream().flatMap(Optional::stream).mapToLong(EntitlementChanged::version))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 4).boxed().toList());
    }

    @Test
    void fiftyCopiesAtOnce_haveOneEffect() {
        // Given
        String body = Webhooks.subscriptionUpdated(eventId, paysUnnoticed());

        // When
        List<Integer> answers = AtOnce.times(50, i -> Webhooks.send(body).statusCode());

        // Then
        assertThat(answers).containsOnly(200);
        eventually(() -> assertThat(outcome()).isEqualTo("handled"));
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
        assertThat(alice.told()).hasSize(2);
    }

    @Test
    void whatAnEventClaims_isNotBelievedButAsked() {
        // Given
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));

        // When
        Webhooks.send(Webhooks.subscriptionUpdated(eventId, customerId()));
        eventually(() -> assertThat(outcome()).isEqualTo("handled"));

        // Then
        assertThat(alice.lastTold().reason()).isEqualTo("paid");
    }

    @Test
    @Tag("B5")
    void answerThatWasOvertaken_isDroppedAndItsEventSettled() {
        // Given
        String body = Webhooks.subscriptionUpdated(eventId, paysUnnoticed());
        BILLING.change("update customer set answered = asked + 1 where subscriber_id = ?", alice.id());

        // When
        Webhooks.send(body);

        // Then
        eventually(() -> assertThat(outcome()).isEqualTo("handled"));
        assertThat(BILLING.number("select count(*) from subscription where subscriber_id = ?", alice.id()))
                .isZero();
    }

    @Test
    void crashBetweenStoringAndHandling_isMadeGoodByTheNextWorker() {
        // Given
        String customerId = paysUnnoticed();
        Instant now = TestClock.CLOCK.instant();
        BILLING.change("""
                insert into stripe_event (event_id, type, customer_id, received_at, due_at, attempts)
                values (?, 'customer.subscription.updated', ?, ?, ?, 1)
                """, eventId, customerId, Timestamp.from(now), Timestamp.from(now.plusSeconds(60)));

        // When
        StripeServer.pass(Duration.ofSeconds(61));

        // Then
        eventually(() -> assertThat(outcome()).isEqualTo("handled"));
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
    }

    @Test
    void stripeFails_eventIsAcknowledgedAndHandledLater() {
        // Given
        String customerId = paysUnnoticed();
        String body = Webhooks.subscriptionUpdated(eventId, customerId);
        StripeServer.standIn().faults().answerAllAbout(customerId, 500);

        // When
        int status = Webhooks.send(body).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        eventually(() -> assertThat(attempts()).isEqualTo(1));
        assertThat(alice.lastTold().reason()).isEqualTo("trial-ended");

        // When
        StripeServer.standIn().faults().clear();
        eventually(() -> {
            StripeServer.pass(BACK_OFF_OVER);

            // Then
            assertThat(outcome()).isEqualTo("handled");
        });
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
    }

    @Test
    void customerAboutWhomStripeFails_holdsUpNoOther() {
        // Given
        Alice bob = Alice.verifiedAt(TestClock.CLOCK.instant().minus(Duration.ofDays(20)));
        eventually(() -> assertThat(bob.lastTold().reason()).isEqualTo("trial-ended"));
        BillingApi.checkoutPage(bob.id(), "monthly");
        String bobsCustomer = BILLING.text("select customer_id from customer where subscriber_id = ?", bob.id());
        String alicesCustomer = paysUnnoticed();
        StripeServer.standIn().faults().answerAllAbout(bobsCustomer, 500);
        Timestamp earlier = Timestamp.from(TestClock.CLOCK.instant().minusSeconds(1));
        Timestamp now = Timestamp.from(TestClock.CLOCK.instant());

        // When
        BILLING.change("""
                insert into stripe_event (event_id, type, customer_id, received_at, due_at)
                values (?, 'invoice.paid', ?, ?, ?), (?, 'invoice.paid', ?, ?, ?)
                """, "evt_of_" + bob.id(), bobsCustomer, earlier, earlier, eventId, alicesCustomer, now, now);

        // Then
        eventually(() -> assertThat(outcome()).isEqualTo("handled"));
        assertThat(BILLING.text("select outcome from stripe_event where event_id = ?", "evt_of_" + bob.id()))
                .isNull();
    }

    @Test
    void stripeHangs_eventIsHandledOnceItAnswers() {
        // Given
        String body = Webhooks.subscriptionUpdated(eventId, paysUnnoticed());
        StripeServer.standIn().faults().hangNext(2, Duration.ofSeconds(3));

        // When
        Webhooks.send(body);

        // Then
        eventually(() -> assertThat(outcome()).isEqualTo("handled"));
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
    }

    @Test
    @Tag("B8")
    void failedRenewal_isGraceFromTheFailureOnAndThenOver() {
        // Given
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "yearly"), "pay-once");
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));
        Instant renewal = alice.lastTold().until().orElseThrow().minus(Duration.ofHours(72));

        // When
        StripeServer.pass(Duration.between(TestClock.CLOCK.instant(), renewal).plus(Duration.ofDays(2)));

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("grace"));
        assertThat(alice.lastTold().until()).contains(renewal.plus(Duration.ofDays(14)));

        // When
        StripeServer.standIn().webhooks().on(DeliveryFault.DROP);
        TestClock.CLOCK.advance(Duration.ofDays(12));

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("ended"));
    }

    /** Alice buys, but no webhook comes and nobody looks by himself. */
    private String paysUnnoticed() {
        StripeServer.standIn().webhooks().on(DeliveryFault.DROP);
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");
        BILLING.change(
                "update customer set check_at = ? where subscriber_id = ?",
                Timestamp.from(TestClock.CLOCK.instant().plus(Duration.ofDays(365))),
                alice.id());
        return customerId();
    }

    private String customerId() {
        return BILLING.text("select customer_id from customer where subscriber_id = ?", alice.id());
    }

    private String outcome() {
        return BILLING.text("select outcome from stripe_event where event_id = ?", eventId);
    }

    private long attempts() {
        return BILLING.number("select attempts from stripe_event where event_id = ?", eventId);
    }
}
