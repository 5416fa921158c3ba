package io.earlybrd.testkit.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData.TrialSettings.EndBehavior.MissingPaymentMethod;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every status of a subscription, reached as it is reached in real life. */
@Tag("B18")
class StripeStatesTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void trialWithCard_becomesActiveAtItsEnd() throws StripeException {
        // Given
        Subscription trialing =
                scene.subscribe("pay", SubscriptionData.builder().setTrialPeriodDays(14L));

        // When
        scene.pass(Duration.ofDays(11));
        await().untilAsserted(() -> assertThat(scene.hooks.types()).contains("customer.subscription.trial_will_end"));
        scene.pass(Duration.ofDays(3));

        // Then
        assertThat(trialing.getStatus()).isEqualTo("trialing");
        assertThat(trialing.getTrialEnd())
                .isEqualTo(Scene.START.plus(Duration.ofDays(14)).getEpochSecond());
        Subscription active = scene.reload(trialing);
        assertThat(active.getStatus()).isEqualTo("active");
        assertThat(latestInvoice(active).getAmountPaid()).isEqualTo(700);
    }

    @ParameterizedTest
    @CsvSource({"CANCEL, canceled", "PAUSE, paused", "CREATE_INVOICE, past_due"})
    void trialWithoutCard_endsAsItsSettingSays(MissingPaymentMethod setting, String status) throws StripeException {
        // Given
        SubscriptionData.Builder data = SubscriptionData.builder()
                .setTrialEnd(Scene.START.plus(Duration.ofDays(10)).getEpochSecond())
                .setTrialSettings(SubscriptionData.TrialSettings.builder()
                        .setEndBehavior(SubscriptionData.TrialSettings.EndBehavior.builder()
                                .setMissingPaymentMethod(setting)
                                .build())
                        .build());
        Subscription subscription = scene.subscribe("begin", data);

        // When
        scene.pass(Duration.ofDays(10));

        // Then
        assertThat(subscription.getStatus()).isEqualTo("trialing");
        assertThat(subscription.getDefaultPaymentMethod()).isNull();
        assertThat(scene.reload(subscription).getStatus()).isEqualTo(status);
    }

    @Test
    void pausedSubscription_resumesWithACard() throws StripeException {
        // Given
        SubscriptionData.Builder data = SubscriptionData.builder()
                .setTrialPeriodDays(3L)
                .setTrialSettings(SubscriptionData.TrialSettings.builder()
                        .setEndBehavior(SubscriptionData.TrialSettings.EndBehavior.builder()
                                .setMissingPaymentMethod(MissingPaymentMethod.PAUSE)
                                .build())
                        .build());
        Subscription paused = scene.subscribe("begin", data);
        scene.pass(Duration.ofDays(3));

        // When
        scene.browser.press(portal(paused) + "/card", "");
        scene.client.v1().subscriptions().resume(paused.getId());

        // Then
        assertThat(scene.reload(paused).getStatus()).isEqualTo("active");
        await().untilAsserted(() -> assertThat(scene.hooks.types())
                .contains("customer.subscription.paused", "customer.subscription.resumed"));
    }

    @Test
    void declinedRenewal_isRetriedForTwoWeeksAndThenCanceled() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay-once");

        // When
        scene.pass(Duration.ofDays(30));
        Subscription pastDue = scene.reload(subscription);
        scene.pass(Duration.ofDays(13));
        Subscription stillPastDue = scene.reload(subscription);
        scene.pass(Duration.ofDays(1));

        // Then
        assertThat(pastDue.getStatus()).isEqualTo("past_due");
        assertThat(latestInvoice(pastDue).getStatus()).isEqualTo("open");
        assertThat(stillPastDue.getStatus()).isEqualTo("past_due");
        assertThat(latestInvoice(stillPastDue).getAttemptCount()).isEqualTo(9);
        assertThat(scene.reload(subscription).getStatus()).isEqualTo("canceled");
        await().untilAsserted(() -> assertThat(scene.hooks.types().stream().filter("invoice.payment_failed"::equals))
                .hasSize(9));
    }

    @ParameterizedTest
    @CsvSource({"UNPAID, unpaid", "LEAVE_PAST_DUE, past_due"})
    void afterTheLastRetry_theAccountsSettingDecides(AfterRetries setting, String status) throws StripeException {
        try (Scene other = new Scene(options -> options.afterRetries(setting))) {
            // Given
            Subscription subscription = other.subscribe("pay-once");

            // When
            other.pass(Duration.ofDays(30 + 15));

            // Then
            assertThat(other.reload(subscription).getStatus()).isEqualTo(status);
        }
    }

    @Test
    void payingTheOpenInvoice_makesItActiveAgain() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay-once");
        scene.pass(Duration.ofDays(31));
        Invoice open = latestInvoice(scene.reload(subscription));

        // When
        scene.browser.press(open.getHostedInvoiceUrl() + "/pay", "");

        // Then
        assertThat(scene.reload(subscription).getStatus()).isEqualTo("active");
        assertThat(scene.client.v1().invoices().retrieve(open.getId()).getStatus())
                .isEqualTo("paid");
    }

    @Test
    void newCardInThePortal_isChargedByTheNextRetry() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay-once");
        scene.pass(Duration.ofDays(30));

        // When
        scene.browser.press(portal(subscription) + "/card", "");
        scene.pass(Duration.ofDays(1));

        // Then
        assertThat(scene.reload(subscription).getStatus()).isEqualTo("active");
    }

    @Test
    void paymentLeftAtAuthentication_isIncompleteAndExpiresIn23Hours() throws StripeException {
        // Given
        Subscription incomplete = scene.subscribe("authenticate");

        // When
        scene.pass(Duration.ofHours(23));

        // Then
        assertThat(incomplete.getStatus()).isEqualTo("incomplete");
        assertThat(scene.reload(incomplete).getStatus()).isEqualTo("incomplete_expired");
        assertThat(latestInvoice(scene.reload(incomplete)).getStatus()).isEqualTo("void");
        await().untilAsserted(() ->
                assertThat(scene.hooks.types()).contains("invoice.payment_action_required", "invoice.voided"));
    }

    @Test
    void paymentFinishedLater_activatesTheIncompleteSubscription() throws StripeException {
        // Given
        Subscription incomplete = scene.subscribe("authenticate");
        String page =
                scene.client.v1().checkout().sessions().list().getData().get(0).getUrl();

        // When
        scene.browser.press(page + "/pay", "");

        // Then
        assertThat(scene.reload(incomplete).getStatus()).isEqualTo("active");
        assertThat(scene.client.v1().subscriptions().list().getData()).hasSize(1);
    }

    @Test
    void cancelNow_endsItAndASecondTimeFindsNothing() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay");

        // When
        Subscription canceled = scene.client.v1().subscriptions().cancel(subscription.getId());

        // Then
        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(scene.client.v1().subscriptions().list().getData()).isEmpty();
        Assertions.assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> scene.client.v1().subscriptions().cancel(subscription.getId()))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo("resource_missing"));
    }

    @Test
    void deletedCustomer_leavesAStubAndNoRunningSubscription() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay");

        // When
        scene.client.v1().customers().delete(subscription.getCustomer());

        // Then
        assertThat(scene.client
                        .v1()
                        .customers()
                        .retrieve(subscription.getCustomer())
                        .getDeleted())
                .isTrue();
        assertThat(scene.reload(subscription).getStatus()).isEqualTo("canceled");
        await().untilAsserted(() ->
                assertThat(scene.hooks.types()).endsWith("customer.subscription.deleted", "customer.deleted"));
    }

    @Test
    void switchToYearly_beginsAYearNow() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay");

        // When
        scene.client
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .addItem(SubscriptionUpdateParams.Item.builder()
                                        .setId(subscription
                                                .getItems()
                                                .getData()
                                                .get(0)
                                                .getId())
                                        .setPrice(scene.price("earlybrd_yearly").getId())
                                        .build())
                                .build());

        // Then
        Subscription yearly = scene.reload(subscription);
        assertThat(StripeLifeTest.periodEnd(yearly)).isEqualTo("2027-11-23T09:00:00Z");
        assertThat(latestInvoice(yearly).getAmountPaid()).isEqualTo(7_000);
    }

    private Invoice latestInvoice(Subscription subscription) throws StripeException {
        return scene.client.v1().invoices().retrieve(subscription.getLatestInvoice());
    }

    private String portal(Subscription subscription) throws StripeException {
        return scene.client
                .v1()
                .billingPortal()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .build())
                .getUrl();
    }
}
