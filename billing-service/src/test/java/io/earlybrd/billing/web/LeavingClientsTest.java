package io.earlybrd.billing.web;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.testing.SignedWebhook;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.billing.testing.Webhooks;
import io.earlybrd.testkit.Backends;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
@Tag("B4")
class LeavingClientsTest {

    /** More than the pool has connections, so that it would be empty if each client took one with it. */
    private static final int IN_THE_QUEUE = 20;

    @TestHTTPResource("/stripe/webhooks")
    URI webhooks;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int poolSize;

    @Test
    void clientsThatLeave_areServedAllTheSameAndTakeNoConnectionWithThem() throws SQLException, IOException {
        // Given
        String eventId = newEvent();
        try (Connection sameEvent = stores(eventId)) {
            List<Socket> leaving = sendAndWaitForTheDatabase(eventId);
            for (int i = 0; i < IN_THE_QUEUE; i++) {
                leaving.add(send(eventId));
            }
            eventually(() -> assertThat(requestsInWork()).isEqualTo(leaving.size()));

            // When
            for (Socket client : leaving) {
                client.close();
            }
            eventually(() -> assertThat(requestsInWork()).isZero());
            sameEvent.rollback();
        }

        // Then
        eventually(() -> assertThat(BILLING.number("select count(*) from stripe_event where event_id = ?", eventId))
                .isEqualTo(1));
        eventually(() -> assertThat(waiting()).isZero());
        theWholePoolServesOthers();
    }

    private void theWholePoolServesOthers() throws SQLException, IOException {
        String eventId = newEvent();
        try (Connection sameEvent = stores(eventId)) {
            List<Socket> staying = sendAndWaitForTheDatabase(eventId);
            sameEvent.rollback();
            for (Socket client : staying) {
                assertThat(statusLine(client)).contains("200");
                client.close();
            }
        }
    }

    private static String newEvent() {
        return "evt_" + UUID.randomUUID();
    }

    /** As another instance that has not committed yet: whoever stores the same event waits for it. */
    private static Connection stores(String eventId) throws SQLException {
        Connection connection = Backends.postgres().connect("billing");
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into stripe_event (event_id, type, received_at, due_at, handled_at, outcome)
                values (?, 'customer.subscription.updated', now(), now(), now(), 'foreign')
                """)) {
            insert.setString(1, eventId);
            insert.executeUpdate();
        }
        return connection;
    }

    /** Each request comes to hold a connection of its own: all that the pool has but the one on which the outbox listens. */
    private List<Socket> sendAndWaitForTheDatabase(String eventId) throws IOException {
        int connections = poolSize - 1;
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            clients.add(send(eventId));
        }
        eventually(() -> assertThat(waiting()).isEqualTo(connections));
        return clients;
    }

    private Socket send(String eventId) throws IOException {
        String body = Webhooks.subscriptionUpdated(eventId, "cus_of_somebody_else");
        Socket client = new Socket(webhooks.getHost(), webhooks.getPort());
        String head = """
                POST /stripe/webhooks HTTP/1.1
                Host: billing
                Content-Type: application/json
                Stripe-Signature: %s
                Content-Length: %d

                """.formatted(
                        SignedWebhook.header(StripeServer.SECRET, TestClock.CLOCK.instant(), body),
                        body.getBytes(UTF_8).length);
        client.getOutputStream().write((head.replace("\n", "\r\n") + body).getBytes(UTF_8));
        client.getOutputStream().flush();
        return client;
    }

    private static String statusLine(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8)).readLine();
    }

    private static long waiting() {
        return BILLING.waitingForALock("insert into stripe_event");
    }

    private double requestsInWork() {
        return metrics.get("http.server.active.requests").gauge().value();
    }
}
