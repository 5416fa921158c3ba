package io.earlybrd.scraper.fetch;

import static io.earlybrd.scraper.fetch.TestFetcher.assertFails;
import static io.earlybrd.scraper.fetch.TestFetcher.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.testkit.MutableClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody waits for ever. */
@Tag("S4")
class SlowServersTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final MutableClock clock = MutableClock.at("2026-11-23T10:00:00Z");
    private final StubSite site = StubSite.start();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    @Tag("T24")
    void serverThatDrips_isGivenUpInTime() throws InterruptedException {
        // Given
        site.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write('x');
                    out.flush();
                    Thread.onSpinWait();
                    java.util.concurrent.locks.LockSupport.parkNanos(
                            Duration.ofMillis(100).toNanos());
                }
            }
        });
        Fetcher fetcher = new TestFetcher()
                .with("fetch.timeout", "1s")
                .with("fetch.host-concurrency", "1")
                .create(VERTX, clock);

        // When
        assertFails(Kind.TIMED_OUT, () -> fetch(fetcher, site.url("/slow"), Validators.NONE));

        // Then
        site.page("/jobs", "{}");
        assertThat(fetch(fetcher, site.url("/jobs"), Validators.NONE).status())
                .as("its place was given back")
                .isEqualTo(200);
    }

    @Test
    @Tag("T24")
    void serverThatSaysNothing_isGivenUpSoonerThanOneThatDrips() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            // Given
            Fetcher fetcher =
                    new TestFetcher().with("fetch.idle-timeout", "300ms").create(VERTX, clock);
            long began = System.nanoTime();

            // When
            assertThatThrownBy(() ->
                            fetch(fetcher, "http://site.example:" + silent.getLocalPort() + "/jobs", Validators.NONE))
                    .isInstanceOf(FetchFailure.class);

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void connectionThatStandsAfterAllHadGivenUp_carriesNoRequest() throws IOException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        try (ServerSocket full = new ServerSocket(0, 1, here);
                Socket first = new Socket(here, full.getLocalPort());
                Socket second = new Socket(here, full.getLocalPort())) {
            assertThat(List.of(first, second)).as("all that it holds").allMatch(Socket::isConnected);
            Fetcher fetcher = new TestFetcher().with("fetch.timeout", "300ms").create(VERTX, clock);
            String url = "http://site.example:" + full.getLocalPort() + "/jobs";
            assertFails(Kind.TIMED_OUT, () -> fetch(fetcher, url, Validators.NONE));

            // When
            full.accept().close();
            full.accept().close();

            // Then
            try (Socket late = full.accept()) {
                late.setSoTimeout(1_000);
                InputStream said = late.getInputStream();
                assertThatThrownBy(said::read).isInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    @Test
    @Tag("G14")
    void fetchThatNeverGetsItsTurn_isGivenUpInTime() {
        Fetcher fetcher = new TestFetcher().with("fetch.timeout", "100ms").create(VERTX, clock);
        FetchRequest request = new FetchRequest(WebUrl.parse(site.url("/jobs")), "*/*", Validators.NONE, 1000);
        Admission never = url -> Uni.createFrom().nothing();

        assertFails(
                Kind.TIMED_OUT,
                () -> fetcher.fetch(request, never, Uni.createFrom()::item)
                        .await()
                        .atMost(Duration.ofSeconds(20)));
    }
}
