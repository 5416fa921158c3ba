package io.earlybrd.scraper.source;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.Backends;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers who do not wait for their answer, while the service itself crawls nothing. */
@ServiceTest
@TestProfile(LeavingCallersTest.WithoutCrawls.class)
@Tag("G14")
class LeavingCallersTest {

    private static final int CONNECTIONS = 4;
    private static final String SOURCES = "/api/sources";

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
    void callersWhoLeaveBeforeTheAnswer_costNoConnectionToTheDatabase() throws Exception {
        for (int round = 0; round < 2; round++) {
            leaveWhileTheDatabaseIsSlow();
        }

        for (int call = 0; call < 2 * CONNECTIONS; call++) {
            TestSource.call("GET", SOURCES).get(SOURCES).then().statusCode(200);
        }
    }

    private void leaveWhileTheDatabaseIsSlow() throws Exception {
        List<Socket> callers = new ArrayList<>();
        try (Connection slow = Backends.postgres().connect("scraper");
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("lock table source in access exclusive mode");
            for (int caller = 0; caller < CONNECTIONS - 1; caller++) {
                callers.add(call());
            }
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(SCRAPER.number("""
                            select count(*) from pg_locks
                            where relation = cast('source' as regclass) and not granted and mode = 'AccessShareLock'
                            """)).isGreaterThanOrEqualTo(CONNECTIONS - 1));
            for (Socket caller : callers) {
                leave(caller);
            }
            slow.rollback();
        }
    }

    private Socket call() throws IOException {
        String token = new ServiceToken(Backends.SERVICE_KEY, TestClock.CLOCK).issue("test", "GET", SOURCES);
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("GET " + SOURCES + " HTTP/1.1\r\nHost: scraper\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Says that nothing more will come, and waits until the service has seen it and closes its end. */
    private static void leave(Socket caller) throws IOException {
        try (caller) {
            caller.shutdownOutput();
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
    }
}
