package io.earlybrd.scraper.crawl;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.scraper.schedule.SourceLeases;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.PackagedService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Packaged scrapers that share the sources of one database, while one is frozen and one is killed. */
@Timeout(300)
class ScrapersSharingIT {

    private static final int SOURCES = 60;
    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofMillis(200);

    /** What lies between a claim and its request on a busy machine. */
    private static final Duration LATE = Duration.ofMillis(1_500);

    /** For a machine that has other work too. */
    private static final Duration SEVERAL = INTERVAL.multipliedBy(20);

    private static final String FEED = """
            <rss version="2.0"><channel><title>Jobs</title><link>https://fjordbank.example/</link><description>Jobs</description>
            <item><guid>1</guid><title>Java Developer</title><link>https://fjordbank.example/jobs/1</link>
            <description>Work.</description></item></channel></rss>
            """;

    private static final String HEAP = "96m";

    private final Backends backends = new Backends();
    private final StubSite site = StubSite.start();
    private final List<PackagedService> scrapers = new ArrayList<>();

    @AfterEach
    void stop() {
        scrapers.forEach(PackagedService::close);
        site.close();
        backends.stop();
    }

    @Test
    @Tag("G2")
    @Tag("S17")
    void instanceThatIsFrozenAndOneThatIsKilled_fetchNothingTwiceAndLoseNothing() {
        // Given
        Map<String, String> settings = settings();
        scrapers.add(PackagedService.start(HEAP, settings).awaitReady());
        addSources();
        scrapers.add(PackagedService.start(HEAP, settings));
        scrapers.add(PackagedService.start(HEAP, settings));
        scrapers.forEach(PackagedService::awaitReady);
        awaitAllFetchedAfter(System.nanoTime(), SEVERAL);

        // When
        scrapers.get(0).freeze();
        PackagedService killed = scrapers.remove(1);
        killed.kill();
        awaitAllFetchedAfter(System.nanoTime(), SourceLeases.LEASE.plus(SEVERAL));
        scrapers.get(0).thaw();
        long thawed = System.nanoTime();
        awaitAllFetchedAfter(thawed, SEVERAL);
        awaitAllFetchedAfter(thawed + INTERVAL.toNanos() * 2, SEVERAL);

        // Then
        assertThat(tooSoon()).as("seconds between two requests for one feed").isEmpty();
        assertThat(SCRAPER.number("select count(*) from source where health <> 'healthy'"))
                .isZero();
    }

    private Map<String, String> settings() {
        backends.init(Map.of("database", "scraper"));
        Map<String, String> settings = new HashMap<>(backends.start());
        settings.putAll(Map.of(
                "earlybrd.scraper.interval", INTERVAL.toSeconds() + "s",
                "earlybrd.scraper.longest-interval", INTERVAL.toSeconds() + "s",
                "earlybrd.scraper.allow-private-addresses", "true",
                "earlybrd.scraper.fetch.host-gap", "0s",
                "earlybrd.scraper.fetch.host-concurrency", "8"));
        return settings;
    }

    private void addSources() {
        for (int i = 0; i < SOURCES; i++) {
            String path = "/feed-" + i + ".xml";
            site.on(path, exchange -> {
                LockSupport.parkNanos(ANSWER.toNanos());
                exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
                StubSite.send(exchange, 200, FEED.getBytes(StandardCharsets.UTF_8));
            });
            SCRAPER.change(
                    """
                    insert into source (id, provider, board, host, created_at, due_at, told_at)
                    values (?, 'rss', ?, '127.0.0.1', now(), now() + ? * interval '1 millisecond', now())
                    """,
                    UUID.randomUUID(),
                    "http://127.0.0.1:" + site.port() + path,
                    i * INTERVAL.toMillis() / SOURCES);
        }
    }

    /** Each feed is asked for after this time, and within so long. */
    private void awaitAllFetchedAfter(long nanos, Duration atMost) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(site.requests().stream()
                                .filter(request -> request.atNanos() > nanos)
                                .map(StubSite.Request::target)
                                .filter(target -> target.startsWith("/feed"))
                                .distinct())
                        .hasSize(SOURCES));
    }

    private List<String> tooSoon() {
        Map<String, List<Long>> times = site.requests().stream()
                .filter(request -> request.target().startsWith("/feed"))
                .collect(Collectors.groupingBy(
                        StubSite.Request::target, Collectors.mapping(StubSite.Request::atNanos, Collectors.toList())));
        List<String> tooSoon = new ArrayList<>();
        times.forEach((target, all) -> {
            List<Long> sorted = all.stream().sorted().toList();
            for (int i = 1; i < sorted.size(); i++) {
                long apart = sorted.get(i) - sorted.get(i - 1);
                if (apart < INTERVAL.minus(LATE).toNanos()) {
                    tooSoon.add(target + " " + apart / 1e9);
                }
            }
        });
        return tooSoon;
    }
}
