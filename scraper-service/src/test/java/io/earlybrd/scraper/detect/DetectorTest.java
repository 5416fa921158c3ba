package io.earlybrd.scraper.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.AddressPolicy;
import io.earlybrd.scraper.fetch.Fetcher;
import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.TestFetcher;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.robots.Robots;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.scraper.worker.Workers;
import io.earlybrd.testkit.MutableClock;
import io.earlybrd.testkit.SharedData;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S18")
class DetectorTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final String LINK = "<html><a href='https://jobs.lever.co/fjordbank'>Jobs</a></html>";

    private final Clock clock = MutableClock.at("2026-11-23T10:00:00Z");
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
    void addressOfABoard_isKnownWithoutAsking() {
        assertThat(detect("https://jobs.lever.co/fjordbank")).isEqualTo(found("lever", "fjordbank"));
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void pageOfAnEmployer_isReadOnce() {
        // Given
        site.page("/careers", LINK);

        // When
        Detection detection = detect(site.url("/careers"));

        // Then
        assertThat(detection).isEqualTo(found("lever", "fjordbank"));
        assertThat(site.targets()).containsExactly("/robots.txt", "/careers");
    }

    @Test
    void frontPageThatLinksToTheJobs_isEnough() {
        // Given
        site.page(
                "/", "<html><a href='/about'>About</a><a href='/team/jobs'>Careers</a><a href='/jobs'>Jobs</a></html>");
        site.page("/team/jobs", LINK);

        // When
        Detection detection = detect(site.url("/"));

        // Then
        assertThat(detection).isEqualTo(found("lever", "fjordbank"));
        assertThat(site.targets()).containsExactly("/robots.txt", "/", "/team/jobs");
    }

    @Test
    void pageOfOneJob_isNotTakenForTheBoard() {
        site.page("/", "<html><a href='/jobs/engineer'>Engineer</a></html>");
        site.page("/jobs/engineer", "<html><div itemscope itemtype='https://schema.org/JobPosting'></div></html>");

        assertThat(detect(site.url("/"))).isInstanceOf(Detection.Nothing.class);
        assertThat(site.targets()).contains("/jobs/engineer");
    }

    @Test
    void pagesThatLinkToEachOther_areReadOnce() {
        // Given
        site.page("/", "<html><a href='/jobs'>Join us</a></html>");
        site.page("/jobs", "<html><a href='/jobs/all'>All jobs</a><a href='http://other.example/jobs'>Jobs</a></html>");
        site.page("/jobs/all", LINK);

        // When
        Detection detection = detect(site.url("/"));

        // Then
        assertThat(detection).isInstanceOf(Detection.Nothing.class);
        assertThat(site.targets()).containsExactly("/robots.txt", "/", "/jobs");
    }

    @ParameterizedTest
    @CsvSource({
        "<?xml version='1.0'?><rss version='2.0'><channel/></rss>, rss",
        "<feed xmlns='http://www.w3.org/2005/Atom'/>, rss",
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>, jobposting",
        "{\"version\":\"https://jsonfeed.org/version/1.1\"}, rss"
    })
    void addressOfAFeedOrAListOfPages_isTheBoardItself(String content, String provider) {
        site.page("/jobs", content);

        assertThat(detect(site.url("/jobs"))).isEqualTo(found(provider, site.url("/jobs")));
    }

    @Test
    void pageThatRobotsAreAskedNotToRead_isLeftToPeople() {
        // Given
        site.page("/robots.txt", "User-agent: *\nDisallow: /careers").page("/careers", LINK);

        // When
        Detection detection = detect(site.url("/careers"));

        // Then
        assertThat(detection).isInstanceOf(Detection.Unread.class);
        assertThat(site.targets()).containsExactly("/robots.txt");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 503})
    void pageThatIsNotShown_isLeftToPeople(int status) {
        site.on("/careers", exchange -> StubSite.send(exchange, status, LINK.getBytes()));

        assertThat(detect(site.url("/careers"))).isInstanceOf(Detection.Unread.class);
    }

    @Test
    void pageWithoutABoard_isAnsweredWithAReason() {
        site.page("/careers", "<html><a href='/jobs?gh_jid=4012345'>Engineer</a></html>");
        site.page("/about", "<html><p>We are a bank.</p></html>");

        assertThat(detect(site.url("/gone"))).isInstanceOf(Detection.Nothing.class);
        assertThat(detect(site.url("/about"))).isInstanceOf(Detection.Nothing.class);
        assertThat(((Detection.Nothing) detect(site.url("/careers"))).why()).contains("Greenhouse");
    }

    @Test
    void redirectToABoard_isFollowedToItsSiteOnly() {
        site.on("/careers", exchange -> StubSite.send(exchange, 302, "Location", "http://10.0.0.1/"));

        assertThat(detect(site.url("/careers"))).isInstanceOf(Detection.Nothing.class);
    }

    /** Rows of the list that are one address; the others describe sites. */
    static Stream<String> blocked() throws IOException {
        return Files.readAllLines(SharedData.path("trust/web/ssrf_urls.tsv")).stream()
                .map(row -> row.split("\t"))
                .filter(row -> row[0].equals("block") && !row[1].matches("(REDIRECT|DNS|BODY|HEADERS|REBIND)\\b.*"))
                .map(row -> row[1]);
    }

    @ParameterizedTest
    @MethodSource("blocked")
    @Tag("T24")
    void addressInside_isNeitherReadNorConnectedTo(String url) {
        // Given
        List<InetAddress> permitted = Collections.synchronizedList(new ArrayList<>());
        Fetcher fetcher = new TestFetcher()
                .policy(address -> {
                    boolean permits = AddressPolicy.publicOnly().permits(address);
                    if (permits) {
                        permitted.add(address);
                    }
                    return permits;
                })
                .create(VERTX, clock);

        // When
        boolean refused;
        try {
            refused = detect(fetcher, WebUrl.parse(url)) instanceof Detection.Nothing;
        } catch (RefusedUrl e) {
            refused = true;
        }

        // Then
        assertThat(refused).isTrue();
        assertThat(permitted).isEmpty();
    }

    private Detection detect(String url) {
        return detect(new TestFetcher().create(VERTX, clock), WebUrl.parse(url));
    }

    private Detection detect(Fetcher fetcher, WebUrl url) {
        Workers workers = new Workers(VERTX);
        return new Detector(VERTX, workers, fetcher, new Robots(fetcher, workers, clock))
                .detect(url)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static Detection found(String provider, String board) {
        return new Detection.Found(FoundBoard.of(provider, board));
    }
}
