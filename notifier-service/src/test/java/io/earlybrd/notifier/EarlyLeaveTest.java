package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.notifier.unsubscribe.StopTokens;
import io.earlybrd.notifier.unsubscribe.Stoppable;
import io.earlybrd.testkit.Backends;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that leave before they are answered: what they asked for is done, and it costs the others nothing. */
@ServiceTest
@Tag("N5")
class EarlyLeaveTest {

    private static final String LEFT_OPEN = """
            select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TestHTTPResource
    URI service;

    @Inject
    StopTokens tokens;

    @Inject
    BeanManager beans;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

    @Test
    void clientsThatLeaveEarly_haveTheirStopsMadeAndLeaveNoConnectionBehind() throws Exception {
        // Given
        List<UUID> subscribers = new ArrayList<>();
        List<Socket> clients = new ArrayList<>();
        try (Connection other = Backends.postgres().connect(World.DATABASE);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table alert_stop in exclusive mode");
            for (int i = 0; i < connections; i++) {
                UUID subscriberId = UUID.randomUUID();
                subscribers.add(subscriberId);
                clients.add(stop(subscriberId));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(NOTIFIER.waitingForALock("insert into alert_stop"))
                            .isGreaterThan(connections / 2));

            // When
            for (Socket client : clients) {
                leave(client);
            }
            other.rollback();
        }

        // Then
        String ids = "'"
                + String.join("','", subscribers.stream().map(UUID::toString).toList()) + "'";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                NOTIFIER.column("select 1 from alert_stop where subscriber_id in (" + ids + ")"))
                        .hasSameSizeAs(subscribers));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NOTIFIER.number(LEFT_OPEN)).isZero());
    }

    /** Also of those that need no database today. */
    @Test
    void everyResource_finishesWhatItHasBegun() {
        List<Class<?>> resources = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .toList();

        assertThat(resources)
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(Optional.ofNullable(resource.getAnnotation(Cancellable.class))
                                .map(Cancellable::value))
                        .contains(false));
    }

    /** Hangs up, and waits until the service has noticed. */
    private static void leave(Socket client) throws IOException {
        try (client) {
            client.setSoTimeout((int) PATIENCE.toMillis());
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Socket stop(UUID subscriberId) throws IOException {
        String token = tokens.tokenOf(new Stoppable(subscriberId, List.of(UUID.randomUUID())));
        String form = "List-Unsubscribe=One-Click";
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.getOutputStream().write("""
                        POST /u/%s HTTP/1.1\r
                        Host: localhost\r
                        Content-Type: application/x-www-form-urlencoded\r
                        Content-Length: %d\r
                        \r
                        %s""".formatted(token, form.length(), form).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
