package io.earlybrd.scraper.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.JobDraft;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That jobs get the right employer, though their board says that nothing has changed. */
@ServiceTest
@Tag("S9")
class CorrectedCompanyTest {

    private static final String ETAG = "\"during\"";

    private final Board board = Boards.open();

    @Test
    void correctedCompany_isToldOfEveryJob() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = lever().crawled();
        assertThat(source.column("etag")).isNotNull();

        // When
        correct("Kestrel Pay");
        source.crawlAgain();

        // Then
        assertToldTwice(source);
    }

    @Test
    void companyThatIsCorrectedDuringACrawl_isToldByTheNextOne() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = lever().crawled();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch corrected = new CountDownLatch(1);
        board.misbehave((exchange, healthy, server) -> {
            if (ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            asked.countDown();
            reached(corrected);
            healthy.with("ETag", ETAG).sendTo(exchange);
        });
        source.poll();
        reached(asked);

        // When
        correct("Kestrel Pay");
        corrected.countDown();
        await().untilAsserted(() -> assertThat(source.column("leased_until")).isNull());
        source.crawlAgain();

        // Then
        assertToldTwice(source);
    }

    private TestSource lever() {
        return TestSource.add(Map.of("provider", "lever", "board", board.name()));
    }

    private void correct(String company) {
        TestSource.call("POST", "/api/sources")
                .contentType(ContentType.JSON)
                .body(Map.of("provider", "lever", "board", board.name(), "company", company))
                .post("/api/sources")
                .then()
                .statusCode(200);
    }

    private void assertToldTwice(TestSource source) {
        assertThat(source.posted())
                .extracting(JobPosted::company, JobPosted::version)
                .containsExactly(tuple(board.name(), 1L), tuple("Kestrel Pay", 2L));
    }

    private static void reached(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
