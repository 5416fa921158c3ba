package io.earlybrd.scraper.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.scraper.testing.TestSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A provider that lists in pages and tells the details elsewhere, through the whole service. */
@ServiceTest
class PagedCrawlTest {

    /** As many details as one crawl asks for, and some more; more than one page, too. */
    private static final int MANY = 130;

    private static final int MOST_DETAILS = 100;
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");

    private final String board = "board-" + UUID.randomUUID();
    private final String path = "/v1/companies/" + board + "/postings";
    private final List<Integer> jobs = new CopyOnWriteArrayList<>();

    /** The page size that the site allows, and the offset that it refuses, if any. */
    private int limit = 100;

    private int refused = -1;

    @Test
    @Tag("S1")
    void detailsOfALongList_areReadOverSeveralCrawlsAndOnce() {
        // Given
        open(MANY);

        // When
        TestSource source = crawled();
        long read = detailsAsked();
        source.crawlAgain();

        // Then
        assertThat(read).isEqualTo(MOST_DETAILS);
        assertThat(detailsAsked()).isEqualTo(MANY);
        source.crawlAgain();
        assertThat(detailsAsked()).as("nothing is new").isEqualTo(MANY);
        assertThat(source.posted().stream()
                        .collect(Collectors.toMap(JobPosted::jobId, JobPosted::description, (listed, full) -> full))
                        .values())
                .hasSize(MANY)
                .allMatch(description -> description.contains("In full."));
        assertThat(source.posted()).allMatch(JobPosted::backfill);
        assertThat(source.column("health")).isEqualTo("healthy");
        assertThat(source.column("last_yield")).isEqualTo("" + MANY);
        assertThat(source.column("open_jobs")).isEqualTo("" + MANY);
    }

    @Test
    @Tag("S12")
    void refusalInTheMiddleOfThePages_closesNothing() {
        // Given
        limit = 3;
        open(8);
        TestSource source = crawled();
        jobs.remove(0);

        // When
        refused = 3;
        source.crawlAgain();

        // Then
        assertThat(source.closed()).isEmpty();
        assertThat(source.column("open_jobs")).isEqualTo("8");
        refused = -1;
        source.crawlAgain();
        String gone = source.posted().stream()
                .filter(job -> job.title().equals("Nurse 1"))
                .map(JobPosted::jobId)
                .findFirst()
                .orElseThrow();
        assertThat(source.closed()).extracting(JobClosed::jobId).containsExactly(gone);
    }

    private TestSource crawled() {
        return TestSource.add(Map.of("provider", "smartrecruiters", "board", board, "company", "Tern Care"))
                .crawled();
    }

    private void open(int count) {
        IntStream.rangeClosed(1, count).forEach(id -> {
            jobs.add(id);
            Boards.site().page(path + "/" + id, """
                    {"id": "%1$d", "name": "Nurse %1$d", "location": {"city": "Oslo", "country": "no"},
                     "jobAd": {"sections": {"jobDescription": {"title": "Job", "text": "<p>In full.</p>"}}}}""".formatted(id));
        });
        Boards.site().on(path, this::list);
    }

    private void list(HttpExchange exchange) throws IOException {
        Matcher asked = OFFSET.matcher(exchange.getRequestURI().getQuery());
        assertThat(asked.find()).isTrue();
        int offset = Integer.parseInt(asked.group(1));
        if (offset == refused) {
            exchange.sendResponseHeaders(429, -1);
            return;
        }
        String page =
                jobs.stream().skip(offset).limit(limit).map("""
                        {"id": "%1$d", "name": "Nurse %1$d", "location": {"city": "Oslo", "country": "no"}}"""::formatted).collect(Collectors.joining(","));
        String answer = "{\"offset\":%d,\"limit\":%d,\"totalFound\":%d,\"content\":[%s]}"
                .formatted(offset, limit, jobs.size(), page);
        StubSite.send(exchange, 200, answer.getBytes(StandardCharsets.UTF_8));
    }

    private long detailsAsked() {
        return Boards.site().targets().stream()
                .filter(target -> target.startsWith(path + "/"))
                .count();
    }
}
