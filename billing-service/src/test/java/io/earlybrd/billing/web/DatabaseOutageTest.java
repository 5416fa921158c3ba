package io.earlybrd.billing.web;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.testing.BillingApi;
import io.earlybrd.billing.testing.SignedWebhook;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.billing.testing.Webhooks;
import io.earlybrd.testkit.AtOnce;
import io.earlybrd.testkit.Backends;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
class DatabaseOutageTest {

    private final String eventId = "evt_" + UUID.randomUUID();
    private final String body = Webhooks.subscriptionUpdated(eventId, "cus_of_somebody_else");

    @AfterEach
    void databaseRuns() {
        if (!Backends.postgres().running()) {
            Backends.postgres().restart();
        }
    }

    @Test
    @Tag("B4")
    void webhookWhileTheDatabaseIsAway_isToBeSentAgain() {
        // Given
        Backends.postgres().stop();

        // When
        Response proved = Webhooks.send(body);
        Response forged = Webhooks.send(SignedWebhook.header("whsec_forged", TestClock.CLOCK.instant(), body), body);
        Backends.postgres().restart();

        // Then
        isUnavailable(proved);
        assertThat(forged.statusCode()).isEqualTo(400);

        // When
        eventually(() -> assertThat(Webhooks.send(body).statusCode()).isEqualTo(200));

        // Then
        assertThat(BILLING.number("select count(*) from stripe_event where event_id = ?", eventId))
                .isEqualTo(1);
    }

    @Test
    @Tag("B4")
    void webhookWhoseDatabaseDiesInTheMiddle_isToBeSentAgain() throws SQLException {
        // Given
        try (Connection sameEvent = Backends.postgres().connect("billing")) {
            sameEvent.setAutoCommit(false);
            try (PreparedStatement insert = sameEvent.prepareStatement(
                    "insert into stripe_event (event_id, type, received_at, due_at) values (?, 'invoice.paid', now(), now())")) {
                insert.setString(1, eventId);
                insert.executeUpdate();
            }

            // When
            List<Optional<Response>> answers = AtOnce.all(
                    List.of(() -> Optional.of(Webhooks.send(body)), DatabaseOutageTest::killOnceSomebodyWaits));

            // Then
            isUnavailable(answers.get(0).orElseThrow());
        }
    }

    @Test
    @Tag("B9")
    void pagesWhileTheDatabaseIsAway_sayForHowLong() {
        // Given
        Backends.postgres().stop();

        // When
        List<Response> answers = List.of(
                BillingApi.overview(UUID.randomUUID()),
                BillingApi.checkout(UUID.randomUUID(), "monthly"),
                BillingApi.portal(UUID.randomUUID()));
        Backends.postgres().restart();

        // Then
        assertThat(answers).allSatisfy(DatabaseOutageTest::isUnavailable);
        eventually(() ->
                assertThat(BillingApi.overview(UUID.randomUUID()).statusCode()).isEqualTo(200));
    }

    private static Optional<Response> killOnceSomebodyWaits() {
        eventually(() ->
                assertThat(BILLING.waitingForALock("insert into stripe_event")).isPositive());
        Backends.postgres().kill();
        return Optional.empty();
    }

    private static void isUnavailable(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("10");
        assertThat(answer.<String>path("type")).isEqualTo("urn:earlybrd:problem:unavailable");
        assertThat(answer.asString()).doesNotContain("Exception", "127.0.0.1", "vertx");
    }
}
