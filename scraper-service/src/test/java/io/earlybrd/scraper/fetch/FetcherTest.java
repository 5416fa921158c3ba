package io.earlybrd.scraper.fetch;

import static io.earlybrd.scraper.fetch.TestFetcher.assertFails;
import static io.earlybrd.scraper.fetch.TestFetcher.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.testkit.MutableClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S4")
class FetcherTest {

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
    void request_saysWhoAsksAndHowToReachUs() {
        // Given
        site.page("/jobs", "{}");

        // When
        FetchedPage page = fetch(fetcher(), site.url("/jobs?content=true"), Validators.NONE);

        // Then
        assertThat(page.status()).isEqualTo(200);
        StubSite.Request request = site.requests().get(0);
        assertThat(request.target()).isEqualTo("/jobs?content=true");
        assertThat(request.header("User-Agent")).isEqualTo("EarlyBrd/1.0 (+https://earlybrd.example/bot)");
        assertThat(request.header("Accept")).isEqualTo("application/json");
        assertThat(request.header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.header("Host"))
                .as("the name, though the address was pinned")
                .isEqualTo("site.example:" + site.port());
        assertThat(request.headers()).doesNotContainKeys("If-none-match", "If-modified-since");
    }

    @Test
    void secondRequest_isConditional() {
        // Given
        site.on("/jobs", exchange -> {
            if ("W/\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().set("Last-Modified", "Mon, 23 Nov 2026 09:00:00 GMT");
                exchange.getResponseHeaders().set("ETag", "W/\"7\"");
                StubSite.send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
            }
        });
        Fetcher fetcher = fetcher();

        // When
        FetchedPage first = fetch(fetcher, site.url("/jobs"), Validators.NONE);
        FetchedPage second = fetch(fetcher, site.url("/jobs"), first.validators());

        // Then
        assertThat(second.status()).isEqualTo(304);
        assertThat(site.requests().get(1).header("If-Modified-Since")).isEqualTo("Mon, 23 Nov 2026 09:00:00 GMT");
    }

    @Test
    void compressedAnswer_isRead() throws IOException {
        site.on("/jobs", exchange -> {
            ByteArrayOutputStream gzip = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(gzip)) {
                out.write("[\"jobs\"]".getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            StubSite.send(exchange, 200, gzip.toByteArray());
        });

        try (InputStream body =
                fetch(fetcher(), site.url("/jobs"), Validators.NONE).body().open()) {
            assertThat(body).hasContent("[\"jobs\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_isFollowed(int status) {
        site.on("/old", exchange -> StubSite.send(exchange, status, "Location", "/new?a=b"))
                .page("/new", "here");

        FetchedPage page = fetch(fetcher(), site.url("/old"), Validators.NONE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.url().target()).isEqualTo("/new?a=b");
    }

    @Test
    @Tag("S1")
    void postedQuestion_isSentAsJsonWithoutValidators() {
        // Given
        site.page("/search", "{}");

        // When
        FetchedPage page = post("/search");

        // Then
        assertThat(page.status()).isEqualTo(200);
        StubSite.Request request = site.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.body()).isEqualTo("{\"searchText\":\"Köln\"}");
        assertThat(request.headers()).doesNotContainKeys("If-none-match", "If-modified-since");
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void redirectThatKeepsTheQuestion_isAskedAgainThere(int status) {
        site.on("/old", exchange -> StubSite.send(exchange, status, "Location", "/new"))
                .page("/new", "{}");

        assertThat(post("/old").status()).isEqualTo(200);
        assertThat(site.requests())
                .extracting(StubSite.Request::target, StubSite.Request::method, StubSite.Request::body)
                .containsExactly(
                        tuple("/old", "POST", "{\"searchText\":\"Köln\"}"),
                        tuple("/new", "POST", "{\"searchText\":\"Köln\"}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void redirectThatLosesTheQuestion_isNotFollowed(int status) {
        site.on("/old", exchange -> StubSite.send(exchange, status, "Location", "/new"))
                .page("/new", "{}");

        assertFails(Kind.BROKEN, () -> post("/old"));
        assertThat(site.targets()).containsExactly("/old");
    }

    @Test
    void sixthRedirect_isNotFollowed() {
        site.on("/loop", exchange -> StubSite.send(exchange, 302, "Location", "/loop"));

        assertFails(Kind.TOO_MANY_REDIRECTS, () -> fetch(fetcher(), site.url("/loop"), Validators.NONE));
        assertThat(site.requests()).hasSize(6);
    }

    @Test
    void hostThatAskedForRest_isLeftAloneUntilThen() {
        // Given
        site.on("/busy", exchange -> StubSite.send(exchange, 429, "Retry-After", "120"))
                .page("/other", "{}");
        List<String> told = new ArrayList<>();
        Fetcher fetcher = new TestFetcher()
                .rests((host, rest) ->
                        Uni.createFrom().voidItem().invoke(() -> told.add(host + " " + rest.toSeconds())))
                .create(VERTX, clock);

        // When
        FetchedPage page = fetch(fetcher, site.url("/busy"), Validators.NONE);

        // Then
        assertThat(page.status()).isEqualTo(429);
        assertThat(told).as("what other instances know").containsExactly("site.example 120");
        assertThat(page.retryAfter()).isEqualTo(Duration.ofSeconds(120));
        clock.advance(Duration.ofSeconds(119));
        assertFails(Kind.HOST_RESTS, () -> fetch(fetcher, site.url("/other"), Validators.NONE));
        assertThat(site.targets()).containsExactly("/busy");
        clock.advance(Duration.ofSeconds(1));
        assertThat(fetch(fetcher, site.url("/other"), Validators.NONE).status()).isEqualTo(200);
    }

    @Test
    void restThatOthersCannotBeToldOf_isKeptHereAllTheSame() {
        // Given
        site.on("/busy", exchange -> StubSite.send(exchange, 503, "Retry-After", "120"));
        Fetcher fetcher = new TestFetcher()
                .rests((host, rest) -> Uni.createFrom().failure(new IllegalStateException("no database")))
                .create(VERTX, clock);

        // When
        FetchedPage page = fetch(fetcher, site.url("/busy"), Validators.NONE);

        // Then
        assertThat(page.status()).isEqualTo(503);
        assertFails(Kind.HOST_RESTS, () -> fetch(fetcher, site.url("/busy"), Validators.NONE));
    }

    @Test
    @Tag("T24")
    void answerThatIsTooLong_isCutOff() {
        site.on("/huge", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] block = new byte[64 << 10];
                for (int i = 0; i < 64; i++) {
                    out.write(block);
                }
            }
        });

        assertFails(Kind.TOO_LARGE, () -> fetch(fetcher(), site.url("/huge"), Validators.NONE));
    }

    @Test
    void answerThatBreaksOff_isBroken() {
        site.on("/cut", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"jobs\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });

        assertFails(Kind.BROKEN, () -> fetch(fetcher(), site.url("/cut"), Validators.NONE));
    }

    @Test
    @Tag("G2")
    void pageThatNobodyWantsAnyMoreWhenItsTurnComes_isNotAskedFor() {
        // Given
        site.page("/jobs", "{}");
        Admission withdrawn = new Admission() {
            @Override
            public Uni<Void> admit(WebUrl url) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public void confirm() {
                throw new Withdrawn();
            }
        };
        Fetcher fetcher = new TestFetcher().with("fetch.host-concurrency", "1").create(VERTX, clock);
        FetchRequest request = new FetchRequest(WebUrl.parse(site.url("/jobs")), "*/*", Validators.NONE, 1000);

        // When
        assertThatThrownBy(() -> fetcher.fetch(request, withdrawn, Uni.createFrom()::item)
                        .await()
                        .atMost(Duration.ofSeconds(20)))
                .isInstanceOf(Withdrawn.class);

        // Then
        assertThat(site.requests()).isEmpty();
        assertThat(fetch(fetcher, site.url("/jobs"), Validators.NONE).status())
                .as("its place was given back")
                .isEqualTo(200);
    }

    private static final class Withdrawn extends NotWanted {

        private static final long serialVersionUID = 1;

        Withdrawn() {
            super("withdrawn");
        }
    }

    @Test
    void hostThatDoesNotListen_isNoConnection() {
        String url = site.url("/jobs");
        site.close();

        assertFails(Kind.NO_CONNECTION, () -> fetch(fetcher(), url, Validators.NONE));
        assertFails(Kind.UNKNOWN_HOST, () -> fetch(fetcher(), "http://nowhere.example/", Validators.NONE));
    }

    private FetchedPage post(String path) {
        FetchRequest request = new FetchRequest(
                WebUrl.parse(site.url(path)),
                "application/json",
                new Validators("\"7\"", null),
                1 << 20,
                "{\"searchText\":\"Köln\"}");
        return fetcher()
                .fetch(request, Admission.ALWAYS, Uni.createFrom()::item)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private Fetcher fetcher() {
        return new TestFetcher().create(VERTX, clock);
    }
}
