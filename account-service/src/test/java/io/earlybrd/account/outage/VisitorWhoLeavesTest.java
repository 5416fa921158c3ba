package io.earlybrd.account.outage;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.Person;
import io.earlybrd.testkit.Backends;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A browser that closes its connection while its request is in work. The work goes on to its end: cut off within a transaction it
 * would keep its database connection for ever, and as many visitors as there are connections would end the service.
 */
@AccountTest
@Tag("A18")
@Timeout(180)
class VisitorWhoLeavesTest {

    private static final int TIMES_THE_POOL = 5;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int pool;

    @TestHTTPResource
    URI site;

    @Test
    void manyVisitorsWhoLeave_haveTheirWorkDoneAndThePagesStillAnswer() throws SQLException {
        // Given
        MatcherAnswers.finds(2);
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        String request = request(alice, "/alerts/" + alert + "/pause");

        // When
        try (Connection other = Backends.postgres().connect("account");
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select from alert where id = '" + alert + "' for update");
            List<Socket> visitors = IntStream.range(0, pool * TIMES_THE_POOL)
                    .mapToObj(i -> visit(request))
                    .toList();
            await().atMost(LONG_ENOUGH).until(() -> ACCOUNT.waitingForALock("alert") >= pool - 1);
            visitors.forEach(VisitorWhoLeavesTest::leave);
            other.rollback();
        }

        // Then
        await().atMost(LONG_ENOUGH)
                .untilAsserted(
                        () -> assertThat(alice.browser().get("/alerts").text()).contains("Paused by you"));
    }

    private String request(Person visitor, String action) {
        String body = "csrf-token="
                + visitor.browser().get("/alerts").form(action).fields().get("csrf-token");
        return "POST " + action + " HTTP/1.1\r\nHost: " + site.getAuthority()
                + "\r\nCookie: session=" + visitor.browser().cookie("session")
                + "; csrf-token=" + visitor.browser().cookie("csrf-token")
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private Socket visit(String request) {
        try {
            Socket socket = new Socket(site.getHost(), site.getPort());
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the service has closed its end, so that it knows that the visitor is gone. */
    private static void leave(Socket visitor) {
        try (visitor) {
            visitor.shutdownOutput();
            assertThat(visitor.getInputStream().read())
                    .as("nothing was answered")
                    .isEqualTo(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
