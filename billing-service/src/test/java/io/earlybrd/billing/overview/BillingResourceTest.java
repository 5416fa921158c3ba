package io.earlybrd.billing.overview;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.testing.Alice;
import io.earlybrd.billing.testing.BillingApi;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.testkit.Backends;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
@Tag("B9")
class BillingResourceTest {

    @TestHTTPResource("/stripe/webhooks")
    URI webhooks;

    @BeforeEach
    void stripeIsWell() {
        StripeServer.behave(webhooks);
    }

    @Test
    void somebodyOfWhomNothingIsKnown_seesThePrices() {
        // Given
        eventually(BillingResourceTest::pricesAreKnown);

        // When
        Response overview = BillingApi.overview(UUID.randomUUID());

        // Then
        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.<String>path("state")).isEqualTo("none");
        assertThat(overview.<Boolean>path("allowed")).isFalse();
        assertThat(overview.<Boolean>path("portal")).isFalse();
        assertThat(overview.<Integer>path("prices.find { it.plan == 'yearly' }.amount"))
                .isEqualTo(7000);
        assertThat(overview.<String>path("prices[0].currency")).isEqualTo("eur");
    }

    @Test
    void subscriber_seesPlanAndNextPaymentAndThePortal() {
        // Given
        Alice alice = Alice.verifiedAt(TestClock.CLOCK.instant().minus(Duration.ofDays(20)));
        eventually(() -> assertThat(alice.told()).isNotEmpty());
        StripeServer.press(BillingApi.checkoutPage(alice.id(), "monthly"), "pay");
        eventually(() -> assertThat(alice.lastTold().reason()).isEqualTo("paid"));

        // When
        Response overview = BillingApi.overview(alice.id());

        // Then
        assertThat(overview.<String>path("state")).isEqualTo("active");
        assertThat(overview.<String>path("plan")).isEqualTo("monthly");
        assertThat(overview.<Boolean>path("subscribed")).isTrue();
        assertThat(overview.<Boolean>path("portal")).isTrue();
        assertThat(Instant.parse(overview.path("renewsAt")))
                .isEqualTo(alice.lastTold().until().orElseThrow().minus(Duration.ofHours(72)));
        assertThat(overview.<String>path("endsAt")).isNull();
    }

    @Test
    void whileStripeIsAway_thePageStillHasItsFactsAndThePrices() {
        // Given
        Alice alice = Alice.verifiedAt(TestClock.CLOCK.instant());
        eventually(() -> assertThat(alice.told()).isNotEmpty());
        eventually(BillingResourceTest::pricesAreKnown);
        StripeServer.standIn().faults().hangNext(1000, Duration.ofSeconds(30));

        // When
        Response overview = BillingApi.overview(alice.id());

        // Then
        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.<String>path("state")).isEqualTo("trial");
        assertThat(overview.<Integer>path("prices.size()")).isEqualTo(2);
    }

    @Test
    @Tag("B3")
    void openCheckout_isShownUntilItIsPaid() {
        // Given
        Alice alice = Alice.verifiedAt(TestClock.CLOCK.instant());
        eventually(() -> assertThat(alice.told()).isNotEmpty());

        // When
        URI page = BillingApi.checkoutPage(alice.id(), "monthly");

        // Then
        assertThat(BillingApi.overview(alice.id()).<Boolean>path("checkoutOpen"))
                .isTrue();

        // When
        StripeServer.press(page, "pay");

        // Then
        eventually(() -> assertThat(BillingApi.overview(alice.id()).<Boolean>path("checkoutOpen"))
                .isFalse());
        assertThat(BillingApi.overview(alice.id()).<Boolean>path("subscribed")).isTrue();
    }

    @Test
    void mallory_seesNothing() {
        assertThat(given().get("/api/billing/" + UUID.randomUUID()).statusCode())
                .isEqualTo(401);
    }

    private static void pricesAreKnown() {
        assertThat(BillingApi.overview(UUID.randomUUID()).<Integer>path("prices.size()"))
                .isEqualTo(2);
    }
}
