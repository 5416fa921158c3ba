package io.earlybrd.scraper.source;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.testkit.Backends;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers who do not wait for their answer, while the service itself crawls nothing. */
@ServiceTest
@TestProfile(LeavingCallersTest.WithoutCrawls.class)
@Tag("G14")
class LeavingCallersTest {

    private static final int CONNECTIONS = 4;

    /** Some wait within a statement, the others for a connection. */
    private static final int CALLERS = 3 * CONNECTIONS;

    private static final String SOURCES = "/api/sources";

    private final UUID source = UUID.randomUUID();
    private final String poll = SOURCES + "/" + source + "/poll";

    @TestHTTPResource
    URL service;

    /** No crawl is ever started, and a lost connection to the database is soon missed. */
    public static class WithoutCrawls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "earlybrd.scraper.crawl.concurrency",
                    "0",
                    "quarkus.datasource.reactive.max-size",
                    Integer.toString(CONNECTIONS));
        }
    }

    @Test
    void callersWhoLeaveBeforeTheAnswer_costNoConnectionAndLeaveNoTransactionOpen() throws Exception {
        // Given
        SCRAPER.change("""
                insert into source (id, provider, board, host, created_at, due_at, told_at)
                values (?, 'greenhouse', cast(? as text), 'localhost', now(), '9999-12-31', now())
                """, source, source);

        // When
        leaveWhileTheDatabaseIsSlow();

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(SCRAPER.text("select due_at < '9999-12-31' from source where id = ?", source))
                                .as("what they asked for is done all the same")
                                .isEqualTo("t"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(SCRAPER.number("""
                        select count(*) from pg_stat_activity
                        where usename = 'scraper' and state like 'idle in transaction%'
                        """)).isZero());
        assertThat(status(call("POST", poll))).isEqualTo("HTTP/1.1 202 Accepted");
        for (int call = 0; call < 2 * CONNECTIONS; call++) {
            assertThat(status(call("GET", SOURCES))).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    private void leaveWhileTheDatabaseIsSlow() throws Exception {
        List<Socket> callers = new ArrayList<>();
        try (Connection slow = Backends.postgres().connect("scraper");
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("lock table source in access exclusive mode");
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.add(caller % 2 == 0 ? call("GET", SOURCES) : call("POST", poll));
            }
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(SCRAPER.number("""
                            select count(*) from pg_locks
                            where relation = cast('source' as regclass) and not granted
                            """)).isGreaterThanOrEqualTo(CONNECTIONS - 1));
            for (Socket caller : callers) {
                leave(caller);
            }
            slow.rollback();
        }
    }

    private Socket call(String method, String path) throws IOException {
        String token = new ServiceToken(Backends.SERVICE_KEY, TestClock.CLOCK).issue("test", method, path);
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(30_000);
        String head = method + " " + path + " HTTP/1.1\r\nHost: scraper\r\nContent-Length: 0\r\n"
                + "Authorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket caller) throws IOException {
        try (caller;
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            return answer.readLine();
        }
    }

    /** Says that nothing more will come, and waits until the service has seen it and closes its end. */
    private static void leave(Socket caller) throws IOException {
        try (caller) {
            caller.shutdownOutput();
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
    }
}
