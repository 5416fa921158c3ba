package io.earlybrd.account.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Neighbours;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("B1")
class BillingTest {

    private static final List<Map<String, Object>> PRICES = List.of(
            Map.of("plan", "yearly", "amount", 7000, "currency", "eur"),
            Map.of("plan", "monthly", "amount", 700, "currency", "eur"));

    @Inject
    Entitlements entitlements;

    @Test
    void trial_isShownWithItsEndAndTheWayToStripe() {
        // Given
        Person alice = Person.subscribed("Alice");
        billingSays(Map.of("subscribed", false, "portal", false, "prices", PRICES));
        Neighbours.answer("/api/checkout-sessions", 200, Map.of("url", Neighbours.STRIPE + "/c/pay/1"));
        entitled(alice, 1, true, "trial", "trial", TestClock.CLOCK.instant().plus(Duration.ofDays(5)));
        await().untilAsserted(
                        () -> assertThat(alice.browser().get("/billing").text()).contains("5 days left in your trial"));

        // When
        WebPage page = alice.browser().get("/billing");
        WebPage answer = page.form("/billing/checkout").set("plan", "yearly").submit();

        // Then
        assertThat(page.text())
                .contains(
                        "Europe/Berlin",
                        "€7 a month",
                        "€70 a year",
                        "when the trial ends, not today",
                        "Go to Stripe to pay");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(Neighbours.STRIPE + "/c/pay/1");
        assertThat(Neighbours.bodies())
                .anySatisfy(body -> assertThat(body).contains(alice.id().toString(), alice.email(), "yearly"));
    }

    @Test
    void endOfTheTrial_isShownThoughBillingHasNotSaidSo() {
        // Given
        Person alice = Person.subscribed("Alice");
        alice.createAlert("Rust", "rust");
        entitled(alice, 1, true, "trial", "trial", TestClock.CLOCK.instant().plus(Duration.ofDays(1)));
        await().untilAsserted(
                        () -> assertThat(alice.browser().get("/billing").text()).contains("1 day left"));

        // When
        TestClock.CLOCK.advance(Duration.ofDays(1));

        // Then
        assertThat(alice.browser().get("/billing").text()).contains("Alerts have stopped Your trial is over.");
        assertThat(alice.browser().get("/alerts").text()).contains("No email: your trial or plan is over.");
    }

    @Test
    void olderWordOfBilling_doesNotReplaceANewerOne() throws Throwable {
        // Given
        Person alice = Person.subscribed("Alice");
        Instant until = TestClock.CLOCK.instant().plus(Duration.ofDays(30));

        // When
        EntitlementChanged newer = entitlement(alice, 3, true, "active", "paid", until);
        EntitlementChanged older = entitlement(alice, 2, false, "ended", "trial-ended", until);
        int ofNewer = VertxContextSupport.subscribeAndAwait(() -> entitlements.note(newer));
        int ofOlder = VertxContextSupport.subscribeAndAwait(() -> entitlements.note(older));

        // Then
        assertThat(List.of(ofNewer, ofOlder)).containsExactly(1, 0);
        assertThat(alice.browser().get("/billing").text()).contains("You are subscribed");
    }

    @Test
    void billingThatDoesNotAnswer_leavesThePageAndSaysWhatIsMissing() {
        // Given
        Person alice = Person.subscribed("Alice");
        Neighbours.breakDown("/api/billing");
        Neighbours.breakDown("/api/portal-sessions");

        // When
        WebPage page = alice.browser().get("/billing");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Your trial is being set up", "They cannot be shown just now");
    }

    @Test
    void subscriber_findsThePortal() {
        // Given
        Person alice = Person.subscribed("Alice");
        billingSays(Map.of(
                "subscribed",
                true,
                "portal",
                true,
                "prices",
                PRICES,
                "renewsAt",
                TestClock.CLOCK.instant().plus(Duration.ofDays(9)).toString()));
        Neighbours.answer("/api/portal-sessions", 200, Map.of("url", Neighbours.STRIPE + "/p/session/1"));

        // When
        WebPage page = alice.browser().get("/billing");
        WebPage answer = page.form("/billing/portal").submit();

        // Then
        assertThat(page.text()).contains("Next payment", "Manage at Stripe").doesNotContain("Go to Stripe to pay");
        assertThat(answer.header("Location")).isEqualTo(Neighbours.STRIPE + "/p/session/1");
    }

    @Test
    void pageOfAnUnknownHost_isNotGoneTo() {
        // Given
        Person alice = Person.subscribed("Alice");
        billingSays(Map.of("subscribed", false, "portal", false, "prices", PRICES));
        Neighbours.answer("/api/checkout-sessions", 200, Map.of("url", "https://evil.example/pay"));

        // When
        WebPage answer = alice.browser()
                .get("/billing")
                .form("/billing/checkout")
                .set("plan", "monthly")
                .submit();

        // Then
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("Stripe’s page could not be opened. Nothing was charged.");
    }

    @Test
    void returnFromStripe_saysWhatIsTrue() {
        // Given
        Person alice = Person.subscribed("Alice");

        // When
        WebPage paid = alice.browser().get("/billing?checkout=success");
        WebPage canceled = alice.browser().get("/billing?checkout=canceled");

        // Then
        assertThat(paid.text()).contains("Stripe tells us of a payment within a minute or so");
        assertThat(canceled.text()).contains("without paying. Nothing was charged.");
    }

    private static void billingSays(Map<String, Object> overview) {
        Neighbours.answer("/api/billing", 200, overview);
    }

    private static void entitled(
            Person person, long version, boolean allowed, String state, String reason, Instant until) {
        try (KafkaProbe billing = KafkaProbe.of(Backends.kafka())) {
            billing.publish(entitlement(person, version, allowed, state, reason, until));
        }
    }

    private static EntitlementChanged entitlement(
            Person person, long version, boolean allowed, String state, String reason, Instant until) {
        return new EntitlementChanged(
                person.id(),
                version,
                allowed,
                state,
                Optional.of(until),
                Optional.empty(),
                reason,
                TestClock.CLOCK.instant());
    }
}
