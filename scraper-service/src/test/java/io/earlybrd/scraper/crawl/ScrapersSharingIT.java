package io.earlybrd.scraper.crawl;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.scraper.schedule.SourceLeases;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.PackagedService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Packaged scrapers that share the sources of one database, while one is frozen and one is killed. */
@Timeout(300)
class ScrapersSharingIT {

    private static final int SCRAPERS = 3;
    private static final int HOSTS = 12;
    private static final int FEEDS_A_HOST = 5;
    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Duration GAP = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofMillis(200);

    /** Longer than a host stays with an instance that has lost it. */
    private static final Duration REST = SourceLeases.LEASE.plusSeconds(15);

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
    private final List<StubSite> hosts = IntStream.range(0, HOSTS)
            .mapToObj(host -> StubSite.start(name(host)))
            .toList();
    private final List<PackagedService> scrapers = new ArrayList<>();

    /** The request that was answered by the wish to be left alone; null before. */
    private final AtomicReference<Refused> refused = new AtomicReference<>();

    private record Refused(String userAgent, long atNanos) {}

    @AfterEach
    void stop() {
        scrapers.forEach(PackagedService::close);
        hosts.forEach(StubSite::close);
        backends.stop();
    }

    @Test
    @Tag("G2")
    @Tag("S4")
    @Tag("S17")
    void instanceThatIsFrozenAndOneThatIsKilled_fetchNothingTwiceOrTooSoonAndLoseNothing() {
        // Given
        Map<String, String> settings = settings();
        for (int i = 0; i < SCRAPERS; i++) {
            settings.put("earlybrd.scraper.contact", contact(i));
            scrapers.add(PackagedService.start(HEAP, settings));
            // The first one makes the tables.
            scrapers.get(i).awaitReady();
        }
        addSources();
        awaitAllFetchedAfter(System.nanoTime(), SEVERAL);
        assertThat(SCRAPER.number("select count(distinct holder) from host")).isEqualTo(SCRAPERS);
        StubSite resting = hosts.get(0);
        resting.on("/feed-0.xml", this::askForRestOnce);
        await().atMost(SEVERAL).until(() -> refused.get() != null);
        await().atMost(SEVERAL)
                .untilAsserted(() -> assertThat(SCRAPER.number("select count(*) from host where rests_until > now()"))
                        .isEqualTo(1));

        // When
        int frozen = IntStream.range(0, SCRAPERS)
                .filter(i -> refused.get().userAgent().contains(contact(i)))
                .findFirst()
                .orElseThrow();
        scrapers.get(frozen).freeze();
        PackagedService killed = scrapers.get((frozen + 1) % SCRAPERS);
        killed.kill();
        scrapers.remove(killed);
        awaitAllFetchedAfter(System.nanoTime(), REST.plus(SEVERAL));
        scrapers.forEach(PackagedService::thaw);
        long thawed = System.nanoTime();
        awaitAllFetchedAfter(thawed, SEVERAL);
        awaitAllFetchedAfter(thawed + INTERVAL.toNanos() * 2, SEVERAL);

        // Then
        assertThat(feedsAskedForTooSoon())
                .as("seconds between two requests for one feed")
                .isEmpty();
        assertThat(hostsAskedTooSoon())
                .as("seconds between two requests to one host")
                .isEmpty();
        assertThat(resting.requests().stream()
                        .map(request -> request.atNanos() - refused.get().atNanos())
                        .filter(after -> after > 0 && after < REST.toNanos()))
                .as("requests to the host that rested")
                .isEmpty();
        assertThat(SCRAPER.number("select count(*) from source where health <> 'healthy'"))
                .isZero();
        scrapers.forEach(PackagedService::close);
        assertThat(SCRAPER.number("select count(*) from host where held_until > now() + interval '5 seconds'"))
                .as("hosts that instances keep though they were stopped in order")
                .isZero();
    }

    private Map<String, String> settings() {
        backends.init(Map.of("database", "scraper"));
        Map<String, String> settings = new HashMap<>(backends.start());
        settings.putAll(Map.of(
                "earlybrd.scraper.interval", INTERVAL.toSeconds() + "s",
                "earlybrd.scraper.longest-interval", INTERVAL.toSeconds() + "s",
                "earlybrd.scraper.allow-private-addresses", "true",
                // Too few for all sources, so that each instance has some.
                "earlybrd.scraper.crawl.concurrency", "2",
                "earlybrd.scraper.fetch.host-gap", GAP.toMillis() + "ms"));
        return settings;
    }

    /** By it hosts tell the instances apart. */
    private static String contact(int instance) {
        return "https://earlybrd.example/bot-" + instance;
    }

    private void addSources() {
        for (int i = 0; i < HOSTS * FEEDS_A_HOST; i++) {
            StubSite host = hosts.get(i % HOSTS);
            String path = "/feed-" + i / HOSTS + ".xml";
            host.on(path, ScrapersSharingIT::answer);
            SCRAPER.change(
                    """
                    insert into source (id, provider, board, host, created_at, due_at, told_at)
                    values (?, 'rss', ?, ?, now(), now() + ? * interval '1 millisecond', now())
                    """,
                    UUID.randomUUID(),
                    "http://" + name(i % HOSTS) + ":" + host.port() + path,
                    name(i % HOSTS),
                    i * INTERVAL.toMillis() / (HOSTS * FEEDS_A_HOST));
        }
    }

    private static String name(int host) {
        return "127.0.1." + (host + 1);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        LockSupport.parkNanos(ANSWER.toNanos());
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        StubSite.send(exchange, 200, FEED.getBytes(StandardCharsets.UTF_8));
    }

    private void askForRestOnce(HttpExchange exchange) throws IOException {
        Refused now = new Refused(exchange.getRequestHeaders().getFirst("User-Agent"), System.nanoTime());
        if (refused.compareAndSet(null, now)) {
            StubSite.send(exchange, 429, "Retry-After", Long.toString(REST.toSeconds()));
        } else {
            answer(exchange);
        }
    }

    /** Each feed is asked for after this time, and within so long. */
    private void awaitAllFetchedAfter(long nanos, Duration atMost) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(hosts)
                        .allSatisfy(host -> assertThat(feeds(host)
                                        .filter(request -> request.atNanos() > nanos)
                                        .map(StubSite.Request::target)
                                        .distinct())
                                .hasSize(FEEDS_A_HOST)));
    }

    private static Stream<StubSite.Request> feeds(StubSite host) {
        return host.requests().stream().filter(request -> request.target().startsWith("/feed"));
    }

    private List<String> feedsAskedForTooSoon() {
        return hosts.stream()
                .flatMap(host -> feeds(host).collect(Collectors.groupingBy(StubSite.Request::target)).values().stream())
                .flatMap(feed -> tooSoon(feed, INTERVAL.minus(LATE)))
                .toList();
    }

    private List<String> hostsAskedTooSoon() {
        return hosts.stream().flatMap(host -> tooSoon(host.requests(), GAP)).toList();
    }

    private static Stream<String> tooSoon(List<StubSite.Request> requests, Duration least) {
        List<StubSite.Request> sorted = requests.stream()
                .sorted(Comparator.comparing(StubSite.Request::atNanos))
                .toList();
        return IntStream.range(1, sorted.size())
                .filter(i -> apart(sorted, i) < least.toNanos())
                .mapToObj(i -> sorted.get(i).target() + " " + apart(sorted, i) / 1e9 + " by "
                        + sorted.get(i - 1).header("User-Agent") + " and "
                        + sorted.get(i).header("User-Agent"));
    }

    private static long apart(List<StubSite.Request> sorted, int i) {
        return sorted.get(i).atNanos() - sorted.get(i - 1).atNanos();
    }
}
