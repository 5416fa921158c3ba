package io.earlybrd.testkit.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.billingportal.SessionCreateParams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole life of a subscriber, driven by the official client, a browser's forms and a clock. */
@Tag("B18")
class StripeLifeTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void wholeLife_isToldBySignedEvents() throws StripeException {
        // Given
        Customer alice = scene.alice();
        Session session = scene.client
                .v1()
                .checkout()
                .sessions()
                .create(scene.session(alice.getId()).build());
        assertThat(scene.browser.open(session.getUrl()).body()).contains("EUR 7.00 a month", "Pay", "Fail", "Cancel");

        // When: pays, cancels at the end of the period, and the period ends
        HttpResponse<String> paid = scene.browser.press(session.getUrl() + "/pay", "");
        Subscription subscription = scene.subscriptionOf(alice.getId());
        scene.client
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build());
        Subscription ending = scene.reload(subscription);
        scene.pass(Duration.ofDays(30));

        // Then
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location"))
                .hasValue("http://localhost:8080/billing/done?session=" + session.getId());
        assertThat(subscription.getStatus()).isEqualTo("active");
        assertThat(periodEnd(subscription)).isEqualTo(Instant.parse("2026-12-23T09:00:00Z"));
        assertThat(ending.getCancelAtPeriodEnd()).isTrue();
        assertThat(ending.getStatus()).isEqualTo("active");
        assertThat(scene.reload(subscription).getStatus()).isEqualTo("canceled");
        // Stripe promises no order: a delivery that is tried again comes later.
        await().untilAsserted(() -> assertThat(scene.hooks.types())
                .containsExactlyInAnyOrder(
                        "customer.created",
                        "customer.subscription.created",
                        "invoice.created",
                        "invoice.finalized",
                        "invoice.paid",
                        "invoice.payment_succeeded",
                        "checkout.session.completed",
                        "customer.subscription.updated",
                        "customer.subscription.deleted"));
        Event deleted = scene.hooks.events().stream()
                .filter(event -> event.getType().equals("customer.subscription.deleted"))
                .findFirst()
                .orElseThrow();
        Subscription told =
                (Subscription) deleted.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getId()).isEqualTo(subscription.getId());
        assertThat(told.getEndedAt()).isEqualTo(periodEnd(subscription).getEpochSecond());
    }

    @Test
    void completedSession_namesWhatCameOfIt() throws StripeException {
        // Given
        Customer alice = scene.alice();
        Session open = scene.client
                .v1()
                .checkout()
                .sessions()
                .create(scene.session(alice.getId()).build());

        // When
        scene.browser.press(open.getUrl() + "/pay", "");

        // Then
        Session complete = scene.client.v1().checkout().sessions().retrieve(open.getId());
        assertThat(complete.getStatus()).isEqualTo("complete");
        assertThat(complete.getPaymentStatus()).isEqualTo("paid");
        assertThat(complete.getClientReferenceId()).isEqualTo("alice");
        assertThat(complete.getUrl()).isNull();
        assertThat(complete.getSubscription())
                .isEqualTo(scene.subscriptionOf(alice.getId()).getId());
        Invoice invoice = scene.client.v1().invoices().retrieve(complete.getInvoice());
        assertThat(invoice.getStatus()).isEqualTo("paid");
        assertThat(invoice.getAmountPaid()).isEqualTo(700);
        assertThat(invoice.getParent().getSubscriptionDetails().getSubscription())
                .isEqualTo(complete.getSubscription());
        assertThat(scene.browser.open(invoice.getHostedInvoiceUrl()).body()).contains("EUR 7.00", "paid");
        assertThat(scene.browser.open(open.getUrl()).statusCode()).isEqualTo(410);
    }

    @Test
    void sessionWithAnAddressOnly_makesItsCustomerWhenPaid() throws StripeException {
        // Given
        Session session = scene.client
                .v1()
                .checkout()
                .sessions()
                .create(scene.session(null)
                        .setCustomerEmail("carol@example.com")
                        .build());

        // When
        scene.browser.press(session.getUrl() + "/pay", "");

        // Then
        String customer = scene.client
                .v1()
                .checkout()
                .sessions()
                .retrieve(session.getId())
                .getCustomer();
        assertThat(scene.client.v1().customers().retrieve(customer).getEmail()).isEqualTo("carol@example.com");
    }

    @Test
    void failAndCancel_leaveTheSessionOpen() throws StripeException {
        // Given
        Customer alice = scene.alice();
        Session session = scene.client
                .v1()
                .checkout()
                .sessions()
                .create(scene.session(alice.getId()).build());

        // When
        HttpResponse<String> failed = scene.browser.press(session.getUrl() + "/fail", "");
        HttpResponse<String> canceled = scene.browser.press(session.getUrl() + "/cancel", "");

        // Then
        assertThat(scene.browser
                        .open(scene.stripe.url()
                                + failed.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Your card was declined");
        assertThat(canceled.headers().firstValue("Location")).hasValue("http://localhost:8080/billing");
        assertThat(scene.client
                        .v1()
                        .checkout()
                        .sessions()
                        .retrieve(session.getId())
                        .getStatus())
                .isEqualTo("open");
    }

    @Test
    void sessionNotPaidInADay_expires() throws StripeException {
        // Given
        Customer alice = scene.alice();
        Session session = scene.client
                .v1()
                .checkout()
                .sessions()
                .create(scene.session(alice.getId()).build());

        // When
        scene.pass(Duration.ofHours(24));

        // Then
        assertThat(scene.client
                        .v1()
                        .checkout()
                        .sessions()
                        .retrieve(session.getId())
                        .getStatus())
                .isEqualTo("expired");
        assertThat(scene.browser.press(session.getUrl() + "/pay", "").statusCode())
                .isEqualTo(410);
        await().untilAsserted(() -> assertThat(scene.hooks.types()).contains("checkout.session.expired"));
    }

    @Test
    void portal_cancelsAndTakesItBack() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay");
        String portal = scene.client
                .v1()
                .billingPortal()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .setReturnUrl("http://localhost:8080/billing")
                        .build())
                .getUrl();

        // When
        scene.browser.press(portal + "/cancel", "");
        Subscription ending = scene.reload(subscription);
        String page = scene.browser.open(portal).body();
        scene.browser.press(portal + "/keep", "");

        // Then
        assertThat(ending.getCancelAtPeriodEnd()).isTrue();
        assertThat(ending.getCancelAt()).isEqualTo(periodEnd(subscription).getEpochSecond());
        assertThat(page).contains("Keep my subscription", "http://localhost:8080/billing");
        assertThat(scene.reload(subscription).getCancelAtPeriodEnd()).isFalse();
        assertThat(scene.reload(subscription).getCancelAt()).isNull();
    }

    @Test
    void portalAddress_endsAfterAnHour() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay");
        String portal = scene.client
                .v1()
                .billingPortal()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .build())
                .getUrl();

        // When
        scene.pass(Duration.ofHours(1));

        // Then
        assertThat(scene.browser.open(portal).statusCode()).isEqualTo(410);
        assertThat(scene.browser.press(portal + "/cancel", "").statusCode()).isEqualTo(410);
        assertThat(scene.reload(subscription).getCancelAtPeriodEnd()).isFalse();
    }

    @Test
    void aYearThatPassesAtOnce_leavesTheHistoryOfAYear() throws StripeException {
        // Given
        Subscription subscription = scene.subscribe("pay");

        // When
        scene.pass(Duration.ofDays(365));

        // Then
        List<Invoice> invoices = scene.client
                .v1()
                .invoices()
                .list(InvoiceListParams.builder()
                        .setSubscription(subscription.getId())
                        .setLimit(100L)
                        .build())
                .getData();
        assertThat(invoices).hasSize(13).allMatch(invoice -> invoice.getStatus().equals("paid"));
        assertThat(invoices.get(0).getCreated())
                .isEqualTo(Instant.parse("2027-11-23T09:00:00Z").getEpochSecond());
        assertThat(invoices).extracting(Invoice::getNumber).doesNotHaveDuplicates();
    }

    static Instant periodEnd(Subscription subscription) {
        return Instant.ofEpochSecond(subscription.getItems().getData().get(0).getCurrentPeriodEnd());
    }
}
