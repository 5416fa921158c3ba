package io.earlybrd.scraper.crawl;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.BoardFault;
import io.earlybrd.testkit.board.JobDraft;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the service treats boards: as its owner would wish. */
@ServiceTest
@Tag("S4")
class PoliteCrawlTest {

    private static final Duration ROBOTS_BELIEVED = Duration.ofDays(1);

    /** Sources of other tests may be due at the same time. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Board board = Boards.open();

    @AfterEach
    void allowEverything() {
        SCRAPER.change("update host set rests_until = now()");
        Boards.stub().robots("");
        TestClock.CLOCK.advance(ROBOTS_BELIEVED);
    }

    @Test
    void secondCrawl_isConditionalAndTransfersNothing() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = TestSource.greenhouse(board).crawled();
        String etag = source.column("etag");

        // When
        source.letPass(Duration.ofHours(2)).crawlAgain();

        // Then
        var requests = Boards.stub().requests().to("/v1/boards/" + board.name());
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).headers()).containsEntry("If-None-Match", etag);
        assertThat(requests.get(1).headers().get("User-Agent")).matches("EarlyBrd/[0-9.]+ \\(\\+https?://.+\\)");
        assertThat(source.column("health")).isEqualTo("healthy");
        assertThat(source.column("last_yield")).isEqualTo("1");
        assertThat(source.posted()).hasSize(1);
    }

    @Test
    @Tag("S6")
    void validators_areShownForLessThanADaySoThatAWrongOneHidesNoJobForLonger() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = TestSource.greenhouse(board).crawled();
        String etag = source.column("etag");
        SCRAPER.change("update source set due_at = '9999-12-31' where id <> ?", source.id());
        board.add(JobDraft.of("Go Developer", "Oslo"));
        board.misbehave((exchange, healthy, server) -> {
            if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                healthy.sendTo(exchange);
            }
        });

        // When
        source.letPass(Duration.ofHours(22)).crawlAgain();
        assertThat(source.column("etag")).isEqualTo(etag);
        source.letPass(Duration.ofHours(2)).crawlAgain();

        // Then
        assertThat(source.posted())
                .extracting(JobPosted::title, JobPosted::backfill)
                .containsExactly(tuple("Java Developer", true), tuple("Go Developer", false));
    }

    @Test
    void boardThatIsGoneForOnce_isAskedAgainAfterOneInterval() {
        // Given
        TestSource source = TestSource.greenhouse(board).crawled();
        board.misbehave(BoardFault.status(500));
        source.crawlAgain().crawlAgain();
        board.misbehave(BoardFault.status(404), 1);

        // When
        source.crawlAgain();

        // Then
        assertThat(source.column("health")).isEqualTo("degraded");
        assertThat(source.column("failures")).isEqualTo("3");
        long fence = source.fence();
        TestClock.CLOCK.advance(Duration.ofMinutes(6));
        await().atMost(LONG).untilAsserted(() -> assertThat(source.fence()).isEqualTo(fence + 1));
    }

    @Test
    void hostThatAsksForRest_isLeftAloneUntilThen() {
        // Given
        TestSource source = TestSource.greenhouse(board).crawled();
        board.misbehave(BoardFault.retryAfter(429, 1200));
        source.crawlAgain();
        board.behave();
        int before = Boards.requests(board);
        assertThat(SCRAPER.number(
                        "select extract(epoch from rests_until - now())::int from host where rests_until > now()"))
                .as("what other instances know")
                .isBetween(1100L, 1200L);

        // When
        TestClock.CLOCK.advance(Duration.ofSeconds(1199));
        source.poll();

        // Then
        await().during(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(Boards.requests(board)).isEqualTo(before));
        assertThat(source.column("health")).isEqualTo("degraded");
        TestClock.CLOCK.advance(Duration.ofSeconds(1));
        SCRAPER.change("update host set rests_until = now()");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(Boards.requests(board)).isEqualTo(before + 1));
    }

    @Test
    void disallowedBoard_isNeverRequestedAndBlocked() {
        // Given
        Boards.stub().robots("User-agent: EarlyBrd\nDisallow: /v1/boards/" + board.name() + "/\n");
        TestClock.CLOCK.advance(ROBOTS_BELIEVED);

        // When
        TestSource source = TestSource.greenhouse(board).crawled();

        // Then
        assertThat(Boards.requests(board)).isZero();
        assertThat(source.column("health")).isEqualTo("blocked");
    }

    @Test
    void sourceThatIsDue_isCrawledByItself() {
        // Given
        TestSource source = TestSource.greenhouse(board).crawled();
        long fence = source.fence();

        // When
        TestClock.CLOCK.advance(Duration.ofMinutes(6));

        // Then
        await().atMost(LONG).untilAsserted(() -> assertThat(source.fence()).isEqualTo(fence + 1));
    }
}
