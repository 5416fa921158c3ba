package io.earlybrd.scraper.robots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.earlybrd.scraper.fetch.FetchRequest;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Fetcher;
import io.earlybrd.scraper.fetch.TestFetcher;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.schedule.LeaseLost;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.scraper.worker.Workers;
import io.earlybrd.testkit.MutableClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S4")
class RobotsTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final MutableClock clock = MutableClock.at("2026-11-23T10:00:00Z");
    private final StubSite site = StubSite.start().page("/jobs", "{}").page("/open", "{}");
    private final Fetcher fetcher = new TestFetcher().create(VERTX, clock);
    private Robots robots = new Robots(fetcher, new Workers(VERTX), clock);

    @AfterEach
    void closeSite() {
        site.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void disallowedPath_isNeverRequested() {
        // Given
        site.page("/robots.txt", "User-agent: EarlyBrd\nDisallow: /jobs\n");

        // Then
        assertFails(Kind.DISALLOWED, () -> fetch("/jobs?x=1"));
        assertThat(fetch("/open").status()).isEqualTo(200);
        assertThat(site.targets()).containsExactly("/robots.txt", "/open");
    }

    @Test
    void redirectToADisallowedPath_isNotFollowed() {
        site.page("/robots.txt", "User-agent: *\nDisallow: /jobs\n");
        site.on("/old", exchange -> StubSite.send(exchange, 301, "Location", "/jobs"));

        assertFails(Kind.DISALLOWED, () -> fetch("/old"));
        assertThat(site.targets()).containsExactly("/robots.txt", "/old");
    }

    @Test
    void file_isBelievedForADay() {
        // Given
        site.page("/robots.txt", "User-agent: *\nDisallow:\n");

        // When
        fetch("/jobs");
        clock.advance(Duration.ofHours(23));
        fetch("/jobs");
        clock.advance(Duration.ofHours(1));
        site.page("/robots.txt", "User-agent: *\nDisallow: /\n");

        // Then
        assertFails(Kind.DISALLOWED, () -> fetch("/jobs"));
        assertThat(site.targets()).containsExactly("/robots.txt", "/jobs", "/jobs", "/robots.txt");
    }

    @Test
    void siteWithoutAFile_allowsEverything() {
        assertThat(fetch("/jobs").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void fileThatCannotBeReadNow_disallowsEverythingForAMinute(int status) {
        // Given
        site.on("/robots.txt", exchange -> exchange.sendResponseHeaders(status, -1));

        // When
        assertFails(Kind.ROBOTS_UNREADABLE, () -> fetch("/jobs"));
        assertFails(Kind.ROBOTS_UNREADABLE, () -> fetch("/jobs"));

        // Then
        assertThat(site.targets()).containsExactly("/robots.txt");
        clock.advance(Duration.ofMinutes(1));
        site.page("/robots.txt", "");
        assertThat(fetch("/jobs").status()).isEqualTo(200);
    }

    @Test
    void fileThatTheParserCannotTake_disallowsEverythingForAMinute() {
        // Given
        AtomicBoolean failing = new AtomicBoolean(true);
        robots = new Robots(fetcher, new Workers(VERTX), clock, (file, content) -> {
            if (failing.get()) {
                throw new IllegalStateException("unforeseen");
            }
            return RobotsRules.parse(file, content);
        });
        site.page("/robots.txt", "User-agent: *\nDisallow:\n");

        // When
        assertFails(Kind.ROBOTS_UNREADABLE, () -> fetch("/jobs"));
        assertFails(Kind.ROBOTS_UNREADABLE, () -> fetch("/jobs"));

        // Then
        failing.set(false);
        clock.advance(Duration.ofMinutes(1));
        assertThat(fetch("/jobs").status()).isEqualTo(200);
        assertThat(site.targets()).containsExactly("/robots.txt", "/robots.txt", "/jobs");
    }

    @Test
    void file_isParsedWhereItHoldsUpNobody() {
        // Given
        AtomicBoolean onEventLoop = new AtomicBoolean(true);
        robots = new Robots(fetcher, new Workers(VERTX), clock, (file, content) -> {
            onEventLoop.set(Context.isOnEventLoopThread());
            return RobotsRules.parse(file, content);
        });
        site.page("/robots.txt", "User-agent: *\nDisallow:\n");

        // When
        fetch("/jobs");

        // Then
        assertThat(onEventLoop).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 451})
    void fileThatIsNotThereForUs_allowsEverything(int status) {
        site.on("/robots.txt", exchange -> exchange.sendResponseHeaders(status, -1));

        assertThat(fetch("/jobs").status()).isEqualTo(200);
    }

    @Test
    void unknownHost_isToldAsThat() {
        assertFails(
                Kind.UNKNOWN_HOST,
                () -> robots.admit(WebUrl.parse("http://nowhere.example/"))
                        .await()
                        .indefinitely());
    }

    @Test
    @Tag("G2")
    void fileThatNobodyWantsAnyMore_isNotAskedForAndNothingIsKept() {
        // Given
        Runnable lost = () -> {
            throw new LeaseLost();
        };

        // When
        assertThatThrownBy(() -> robots.admit(WebUrl.parse(site.url("/jobs")), lost)
                        .await()
                        .atMost(Duration.ofSeconds(20)))
                .isInstanceOf(LeaseLost.class);

        // Then
        assertThat(site.requests()).isEmpty();
        assertThat(fetch("/jobs").status()).isEqualTo(200);
    }

    private FetchedPage fetch(String path) {
        FetchRequest request = new FetchRequest(WebUrl.parse(site.url(path)), "*/*", Validators.NONE, 1000);
        return fetcher.fetch(request, robots, Uni.createFrom()::item).await().atMost(Duration.ofSeconds(20));
    }

    private static void assertFails(Kind kind, ThrowingCallable fetch) {
        assertThatThrownBy(fetch)
                .isInstanceOfSatisfying(
                        FetchFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
