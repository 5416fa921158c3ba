package io.earlybrd.scraper.liveness;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A site with a feed of its newest jobs and a page for each, which answers as a test says. */
final class FeedSite {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final String path = "/" + UUID.randomUUID();
    private String feed = "";
    private TestSource source;

    /** The feed shows these jobs from now on. */
    FeedSite lists(String... jobs) {
        String items = Stream.of(jobs).map(this::item).collect(Collectors.joining());
        feed = """
                <rss version="2.0"><channel><title>Jobs</title><link>%s</link><description>Jobs</description>%s</channel></rss>
                """.formatted(url(""), items);
        Boards.site().page(path + "/feed.xml", feed);
        return this;
    }

    /** Whoever asks for the feed once more is told that it has not changed. */
    FeedSite tagsItsFeed() {
        Boards.site().on(path + "/feed.xml", tagged("\"feed\"", feed));
        return this;
    }

    /** The pages of these jobs are there. */
    FeedSite shows(String... jobs) {
        Stream.of(jobs).forEach(job -> page(job, "<!doctype html><html><title>" + job + "</title></html>"));
        return this;
    }

    /** The page of a job is this text. */
    FeedSite page(String job, String html) {
        Boards.site().page(path + "/jobs/" + job, html);
        return this;
    }

    /** The page of a job answers as the handler does. */
    FeedSite answers(String job, HttpHandler handler) {
        Boards.site().on(path + "/jobs/" + job, handler);
        return this;
    }

    /** The pages of these jobs answer with this status. */
    FeedSite answers(int status, String... jobs) {
        Stream.of(jobs).forEach(job -> answers(job, exchange -> exchange.sendResponseHeaders(status, -1)));
        return this;
    }

    /** The source of the feed, crawled once; no other source takes the time of this test. */
    TestSource crawled() {
        source = TestSource.add(Map.of("provider", "rss", "url", url("/feed.xml")))
                .crawled();
        SCRAPER.change(
                "update source set due_at = '9999-12-31', looks_due_at = '9999-12-31' where id <> ?", source.id());
        return source;
    }

    /** Time passes, the feed is read once, and one round takes place. */
    void roundAfter(Duration time) {
        await().atMost(LONG).until(() -> !isClaimed());
        SCRAPER.change("update source set looks_due_at = '9999-12-31' where id = ?", source.id());
        source.letPass(time).crawlAgain();
        SCRAPER.change("update source set looks_due_at = 'epoch' where id = ?", source.id());
        await().atMost(LONG).until(() -> !waitsForARound() && !isClaimed());
    }

    /** The same; the page of this job is looked at in that round. */
    void looksAfter(Duration time, String job) {
        long before = looks(job);
        roundAfter(time);
        assertThat(looks(job)).isGreaterThan(before);
    }

    /** What is known of the page of a job. */
    String known(String job, String column) {
        return SCRAPER.text("select " + column + " from look where posting_id = ?", postingId(job));
    }

    /** The requests for the page of a job. */
    List<StubSite.Request> requests(String job) {
        return Boards.site().requests().stream()
                .filter(request -> request.target().equals(path + "/jobs/" + job))
                .toList();
    }

    /** The id of a job. */
    String postingId(String job) {
        return SCRAPER.text(
                "select job_id from posting where source_id = ? and shown ->> 'url' = ?",
                source.id(),
                url("/jobs/" + job));
    }

    private long looks(String job) {
        return SCRAPER.number("select coalesce(sum(looks), 0) from look where posting_id = ?", postingId(job));
    }

    private boolean isClaimed() {
        return source.column(
                        "looks_due_at = cast('" + TestClock.CLOCK.instant().plus(LookClaims.HELD) + "' as timestamptz)")
                .equals("t");
    }

    private boolean waitsForARound() {
        return source.column("looks_due_at = 'epoch'").equals("t");
    }

    private String item(String job) {
        return "<item><guid>%1$s</guid><title>%1$s</title><link>%2$s</link><description>Work as %1$s.</description></item>"
                .formatted(job, url("/jobs/" + job));
    }

    private String url(String below) {
        return "http://127.0.0.1:" + Boards.site().port() + path + below;
    }

    /** A page with a job that is open until then. */
    static String pageUntil(String validThrough) {
        return """
                <!doctype html><html><script type="application/ld+json">
                {"@type": "JobPosting", "title": "Cook", "validThrough": "%s"}</script></html>""".formatted(validThrough);
    }

    /** An answer of a page that has not changed for whoever shows this ETag, and is there for everybody else. */
    static HttpHandler tagged(String etag, String html) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                StubSite.send(exchange, 200, html.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
