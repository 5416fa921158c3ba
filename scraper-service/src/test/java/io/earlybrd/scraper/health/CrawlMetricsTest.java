package io.earlybrd.scraper.health;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.JobDraft;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.net.URL;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ServiceTest
@Tag("O1")
class CrawlMetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void crawl_isCountedByProviderAndOutcome() {
        // Given
        Board board = Boards.open();
        board.add(JobDraft.of("Java Developer", "Oslo"));

        // When
        TestSource.greenhouse(board).crawled();

        // Then
        RestAssured.get(metrics)
                .then()
                .body(containsString("earlybrd_crawl_duration_seconds_count{outcome=\"ok\",provider=\"greenhouse\"}"))
                .body(matchesPattern(
                        "(?s).*earlybrd_posting_published_total\\{kind=\"new\",provider=\"greenhouse\"} [1-9].*"))
                .body(containsString("earlybrd_claim_delay_seconds_count"))
                .body(containsString("earlybrd_source_overdue_seconds"));
    }

    @Test
    @Tag("S7")
    void sources_areCountedByProviderAndTheHealthThatOperatorsKnow() {
        // Given
        TestSource.greenhouse(Boards.open()).crawled();

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> RestAssured.get(metrics)
                        .then()
                        .body(matchesPattern(
                                "(?s).*earlybrd_source_known\\{health=\"healthy\",provider=\"greenhouse\"} [1-9].*")));
    }
}
