package io.earlybrd.billing.webhook;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.testing.SignedWebhook;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.billing.testing.Webhooks;
import io.earlybrd.testkit.AtOnce;
import io.earlybrd.testkit.Backends;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
@Tag("B4")
class WebhookResourceTest {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int MEGABYTE = 1024 * 1024;

    @TestHTTPResource("/stripe/webhooks")
    URI webhooks;

    @Inject
    MeterRegistry registry;

    private final String eventId = "evt_" + UUID.randomUUID();

    @Test
    void unprovedWebhook_isRefusedAndChangesNothing() {
        // Given
        String body = event("invoice.paid", false);

        // When
        Response unsigned = given().body(body).post("/stripe/webhooks");
        Response forged = Webhooks.send(SignedWebhook.header("whsec_forged", TestClock.CLOCK.instant(), body), body);
        Response old = Webhooks.send(
                SignedWebhook.header(
                        StripeServer.SECRET, TestClock.CLOCK.instant().minusSeconds(301), body),
                body);

        // Then
        assertThat(List.of(unsigned.statusCode(), forged.statusCode(), old.statusCode()))
                .containsOnly(BAD_REQUEST);
        assertThat(forged.contentType()).startsWith("application/problem+json");
        assertThat(forged.path("type").toString()).isEqualTo("urn:earlybrd:problem:invalid-webhook");
        assertThat(stored()).isZero();
    }

    @Test
    @Tag("B21")
    void bothSecrets_areAcceptedWhileRotating() {
        // Given
        String body = event("invoice.paid", false);

        // When
        Response byOld =
                Webhooks.send(SignedWebhook.header(StripeServer.OLD_SECRET, TestClock.CLOCK.instant(), body), body);
        Response byNew =
                Webhooks.send(SignedWebhook.header(StripeServer.SECRET, TestClock.CLOCK.instant(), body), body);

        // Then
        assertThat(byOld.statusCode()).isEqualTo(OK);
        assertThat(byNew.statusCode()).isEqualTo(OK);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void fiftyAtOnce_areStoredOnceAndAllAcknowledged() {
        // Given
        String body = event("invoice.paid", false);

        // When
        List<Integer> answers = AtOnce.times(50, i -> Webhooks.send(body).statusCode());

        // Then
        assertThat(answers).containsOnly(OK);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void unknownType_isStoredAndSettledAtOnce() {
        // When
        int status =
                Webhooks.send(event("customer.subscription.frobnicated", false)).statusCode();

        // Then
        assertThat(status).isEqualTo(OK);
        assertThat(settledAs("ignored")).isEqualTo(1);
    }

    @Test
    @Tag("B17")
    void disputesAndUnknownTypes_areCountedEachAsSuch() {
        // Given
        StripeServer.fallSilent();
        double disputes = received("charge.dispute.created", "dispute");
        double unknown = received("other", "ignored");

        // When
        Webhooks.send(event("charge.dispute.created", false));
        Webhooks.send(event("customer.subscription.frobnicated", false).replace(eventId, eventId + "_unknown"));

        // Then
        assertThat(settledAs("dispute")).isEqualTo(1);
        assertThat(received("charge.dispute.created", "dispute")).isEqualTo(disputes + 1);
        assertThat(received("other", "ignored")).isEqualTo(unknown + 1);
    }

    @Test
    void foreignCustomer_isSettledWithoutAskingStripe() {
        // When
        int status =
                Webhooks.send(event("customer.subscription.updated", false)).statusCode();

        // Then
        assertThat(status).isEqualTo(OK);
        eventually(() -> assertThat(settledAs("foreign")).isEqualTo(1));
    }

    @Test
    void eventOfTheOtherMode_isAcknowledgedAndLeftOut() {
        // When
        int status = Webhooks.send(event("customer.subscription.updated", true)).statusCode();

        // Then
        assertThat(status).isEqualTo(OK);
        assertThat(stored()).isZero();
    }

    @Test
    void bodyAboveOneMegabyte_isRefusedByItsLength() throws IOException {
        // When
        String status = statusOf("Content-Length: 1100000", new byte[0]);

        // Then
        assertThat(status).startsWith("HTTP/1.1 413 ");
        assertThat(stored()).isZero();
    }

    @Test
    void endlessBody_isRefusedWhereItPassesOneMegabyte() throws IOException {
        // Given
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("FFFFFF\r\n".getBytes(US_ASCII));
        chunk.writeBytes(new byte[MEGABYTE + 1]);

        // When
        String status = statusOf("Transfer-Encoding: chunked", chunk.toByteArray());

        // Then
        assertThat(status).startsWith("HTTP/1.1 413 ");
        assertThat(stored()).isZero();
    }

    @Test
    void anythingButPost_isNotAllowed() {
        assertThat(given().get("/stripe/webhooks").statusCode()).isEqualTo(405);
    }

    /**
     * The first line of the answer to a body that does not end. No byte is sent that the server has no need of to refuse it:
     * a connection that is closed before all was read is reset, and the answer may be lost with it.
     */
    private String statusOf(String length, byte[] sent) throws IOException {
        String head = "POST %s HTTP/1.1\r\nHost: billing\r\n%s\r\n\r\n".formatted(webhooks.getPath(), length);
        try (Socket stripe = new Socket(webhooks.getHost(), webhooks.getPort())) {
            stripe.setSoTimeout(30_000);
            stripe.getOutputStream().write(head.getBytes(US_ASCII));
            stripe.getOutputStream().write(sent);
            return new BufferedReader(new InputStreamReader(stripe.getInputStream(), US_ASCII)).readLine();
        }
    }

    private double received(String type, String outcome) {
        return registry.counter(WebhookMetrics.RECEIVED, "type", type, "outcome", outcome)
                .count();
    }

    private String event(String type, boolean livemode) {
        return """
                {"id": "%s", "object": "event", "type": "%s", "livemode": %s,
                 "data": {"object": {"id": "in_1", "object": "invoice", "customer": "cus_of_somebody_else"}}}
                """.formatted(eventId, type, livemode);
    }

    private long stored() {
        return BILLING.number("select count(*) from stripe_event where event_id = ?", eventId);
    }

    private long settledAs(String outcome) {
        return BILLING.number(
                "select count(*) from stripe_event where event_id = ? and handled_at is not null and outcome = ?",
                eventId,
                outcome);
    }
}
