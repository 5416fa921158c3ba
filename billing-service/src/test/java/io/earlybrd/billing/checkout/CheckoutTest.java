package io.earlybrd.billing.checkout;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceUpdateParams;
import io.earlybrd.billing.testing.Alice;
import io.earlybrd.billing.testing.BillingApi;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.testkit.AtOnce;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.stripe.DeliveryFault;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
@Tag("B3")
class CheckoutTest {

    private static final Duration LEEWAY = Duration.ofHours(72);
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    @TestHTTPResource("/stripe/webhooks")
    URI webhooks;

    private Alice alice;

    @BeforeEach
    void aliceTriesEarlyBrd() {
        StripeServer.behave(webhooks);
        alice = Alice.verifiedAt(TestClock.CLOCK.instant());
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("trial"));
    }

    @Test
    @Tag("B18")
    void paidAfterTheTrial_isActiveOnTheTopic() {
        // Given
        StripeServer.pass(Duration.ofDays(15));

        // When
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("active"));
        EntitlementChanged told = alice.lastTold();
        assertThat(told.reason()).isEqualTo("paid");
        assertThat(told.plan()).contains("monthly");
        assertThat(told.until().orElseThrow()).isAfter(TestClock.CLOCK.instant().plus(Duration.ofDays(28)));
    }

    @Test
    @Tag("B1")
    void boughtDuringTheTrial_firstPaysAtItsEnd() {
        // Given
        Instant trialEnd = alice.lastTold().until().orElseThrow();

        // When
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "yearly"), "pay");

        // Then
        eventually(() -> assertThat(alice.lastTold().plan()).contains("yearly"));
        assertThat(alice.lastTold().state()).isEqualTo("trial");
        assertThat(alice.lastTold().until()).contains(trialEnd.plus(LEEWAY));

        // When
        StripeServer.pass(Duration.ofDays(14));

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("active"));
    }

    @Test
    void trialThatEndsSoon_isPaidAtOnce() {
        // Given
        StripeServer.pass(Duration.ofDays(13));

        // When
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("active"));
    }

    @Test
    @Tag("B10")
    void twentyAtOnce_openOnePage() {
        // When
        List<URI> pages = AtOnce.times(20, i -> BillingApi.checkoutPage(alice.id(), "monthly"));

        // Then
        assertThat(pages.stream().distinct()).hasSize(1);
        pages.forEach(page -> StripeServer.press(page, "pay"));
        assertThat(StripeServer.subscriptionsOf(alice.id())).hasSize(1);
    }

    @Test
    @Tag("B10")
    void bothPlansAtOnce_endInOneSubscriptionAtMost() {
        // Given
        List<Response> settled =
                AtOnce.times(20, i -> BillingApi.checkout(alice.id(), i % 2 == 0 ? "monthly" : "yearly"));

        // When
        settled.stream()
                .filter(answer -> answer.statusCode() == OK)
                .map(BillingApi::page)
                .forEach(page -> StripeServer.press(page, "pay"));

        // Then
        assertThat(settled).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(OK, CONFLICT));
        assertThat(StripeServer.subscriptionsOf(alice.id())).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Tag("B10")
    void otherPlan_closesThePageOfTheFirst() {
        // Given
        URI monthly = BillingApi.checkoutPage(alice.id(), "monthly");

        // When
        URI yearly = BillingApi.checkoutPage(alice.id(), "yearly");
        StripeServer.press(monthly, "pay");
        StripeServer.press(yearly, "pay");

        // Then
        assertThat(StripeServer.subscriptionsOf(alice.id())).hasSize(1);
        eventually(() -> assertThat(alice.lastTold().plan()).contains("yearly"));
    }

    @Test
    @Tag("B10")
    void secondSubscription_isRefusedWithTheWayToThePortal() {
        // Given
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");

        // When
        Response second = BillingApi.checkout(alice.id(), "yearly");

        // Then
        assertThat(second.statusCode()).isEqualTo(CONFLICT);
        assertThat(second.contentType()).startsWith("application/problem+json");
        assertThat(second.<String>path("type")).isEqualTo("urn:earlybrd:problem:already-subscribed");
        assertThat(second.<String>path("instead")).isEqualTo("/api/portal-sessions");
    }

    @Test
    @Tag("B11")
    void resubscription_hasNoTrial() {
        // Given
        StripeServer.pass(Duration.ofDays(15));
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");
        StripeServer.press(BillingApi.page(BillingApi.portal(alice.id())), "cancel");
        StripeServer.pass(Duration.ofDays(32));
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("canceled"));

        // When
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "yearly"), "pay");

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("active"));
        assertThat(StripeServer.subscriptionsOf(alice.id()))
                .extracting(Subscription::getTrialEnd)
                .containsOnlyNulls();
    }

    @Test
    @Tag("B21")
    void stripeFailsOnce_nextTryOpensThePage() {
        // Given
        BillingApi.checkoutPage(alice.id(), "yearly");
        StripeServer.standIn().faults().answerNext(10, 500);

        // When
        Response away = BillingApi.checkout(alice.id(), "monthly");
        StripeServer.standIn().faults().clear();
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");

        // Then
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isNotNull();
        assertThat(StripeServer.subscriptionsOf(alice.id())).hasSize(1);
    }

    @Test
    @Tag("B21")
    void lostAnswer_makesOneCustomerWhenTriedAgain() {
        // Given
        StripeServer.standIn().faults().loseNextAnswers(2);

        // When
        BillingApi.checkout(alice.id(), "monthly");
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");

        // Then
        assertThat(StripeServer.customersNamed(alice.email())).isEqualTo(1);
        assertThat(StripeServer.subscriptionsOf(alice.id())).hasSize(1);
    }

    @Test
    @Tag("B21")
    void changedAddressAfterALostAnswer_makesNoSecondCustomer() {
        // Given
        UUID bob = UUID.randomUUID();
        String before = "before-" + bob + "@example.org";
        String after = "after-" + bob + "@example.org";
        BillingApi.checkoutPage(alice.id(), "monthly");
        StripeServer.standIn().faults().loseNextAnswers(10);
        Response lost = BillingApi.checkout(bob, before, "monthly");
        StripeServer.standIn().faults().clear();

        // When
        Response again = BillingApi.checkout(bob, after, "monthly");

        // Then
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(again.statusCode()).isEqualTo(OK);
        assertThat(StripeServer.customersNamed(before)).isEqualTo(1);
        assertThat(StripeServer.customersNamed(after)).isZero();
    }

    @Test
    @Tag("B21")
    void failureThatStripeRemembers_doesNotKeepAnybodyFromBuying() {
        // Given
        BillingApi.checkoutPage(alice.id(), "monthly");
        UUID bob = UUID.randomUUID();
        String email = "bob-" + bob + "@example.org";
        StripeServer.standIn().faults().answerNext(10, 500);
        Response away = BillingApi.checkout(bob, email, "monthly");
        StripeServer.standIn().faults().clear();

        // When
        Response again = BillingApi.checkout(bob, email, "monthly");

        // Then
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(again.statusCode()).isEqualTo(OK);
        assertThat(BILLING.number("select count(*) from customer_request where subscriber_id = ?", bob))
                .isZero();
    }

    @Test
    void customerWhoWasDeletedAtStripe_canBuyAsANewOne() throws StripeException {
        // Given
        StripeServer.standIn().webhooks().on(DeliveryFault.DROP);
        BillingApi.checkoutPage(alice.id(), "monthly");
        String deleted = customerOfAlice();
        StripeServer.client().v1().customers().delete(deleted);

        // When
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");

        // Then
        assertThat(customerOfAlice()).isNotEqualTo(deleted);
        assertThat(StripeServer.subscriptionsOf(alice.id())).hasSize(1);
    }

    @Test
    void portalOfACustomerWhoWasDeletedAtStripe_isThatOfNobody() throws StripeException {
        // Given
        StripeServer.standIn().webhooks().on(DeliveryFault.DROP);
        BillingApi.checkoutPage(alice.id(), "monthly");
        StripeServer.client().v1().customers().delete(customerOfAlice());

        // When
        Response portal = BillingApi.portal(alice.id());

        // Then
        assertThat(portal.statusCode()).isEqualTo(404);
        assertThat(portal.<String>path("type")).isEqualTo("urn:earlybrd:problem:no-customer");
        assertThat(BillingApi.overview(alice.id()).<Boolean>path("portal")).isFalse();
    }

    @Test
    @Tag("B14")
    void priceThatWasReplacedAtStripe_isReadAnew() throws StripeException {
        // Given
        BillingApi.checkoutPage(alice.id(), "yearly");
        Price before = StripeServer.client().v1().prices().list().getData().stream()
                .filter(price -> "earlybrd_monthly".equals(price.getLookupKey()))
                .findFirst()
                .orElseThrow();
        StripeServer.client()
                .v1()
                .prices()
                .create(PriceCreateParams.builder()
                        .setProduct(before.getProduct())
                        .setCurrency(before.getCurrency())
                        .setUnitAmount(before.getUnitAmount())
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .build())
                        .setLookupKey("earlybrd_monthly")
                        .setTransferLookupKey(true)
                        .build());
        StripeServer.client()
                .v1()
                .prices()
                .update(
                        before.getId(),
                        PriceUpdateParams.builder().setActive(false).build());

        // When
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");

        // Then
        assertThat(StripeServer.subscriptionsOf(alice.id())).hasSize(1);
    }

    @Test
    void unsignedCall_isRefused() {
        // When
        Response answer = given().contentType("application/json")
                .body("{\"subscriberId\": \"%s\", \"plan\": \"monthly\"}".formatted(alice.id()))
                .post("/api/checkout-sessions");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"plan\": \"monthly\"}",
                "{\"subscriberId\": \"x\", \"plan\": \"monthly\"}",
                "{\"subscriberId\": \"0198ac8e-1e7b-7000-8000-000000000001\", \"plan\": \"weekly\"}",
            })
    void malformedRequest_isToldAsAProblem(String body) {
        // When
        Response answer =
                BillingApi.signed("POST", "/api/checkout-sessions").body(body).post("/api/checkout-sessions");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void nobody_hasNoPages() {
        // Given
        UUID mallory = UUID.randomUUID();

        // When
        Response checkout = BillingApi.checkout(mallory, "monthly");
        Response portal = BillingApi.portal(mallory);

        // Then
        assertThat(checkout.<String>path("type")).isEqualTo("urn:earlybrd:problem:unknown-subscriber");
        assertThat(portal.<String>path("type")).isEqualTo("urn:earlybrd:problem:no-customer");
    }

    private String customerOfAlice() {
        return BILLING.text("select customer_id from customer where subscriber_id = ?", alice.id());
    }
}
