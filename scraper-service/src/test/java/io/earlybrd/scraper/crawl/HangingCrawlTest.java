package io.earlybrd.scraper.crawl;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That no source can stop the crawling of others: neither one that hangs nor one that cannot be asked at all. */
@ServiceTest
@TestProfile(HangingCrawlTest.OneAtATime.class)
@Tag("G14")
class HangingCrawlTest {

    /** There is place for one crawl, and a board may be silent for longer than a crawl may take. */
    public static class OneAtATime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "earlybrd.scraper.crawl.concurrency", "1",
                    "earlybrd.scraper.crawl.timeout", "3s",
                    "earlybrd.scraper.fetch.idle-timeout", "10m",
                    "earlybrd.scraper.fetch.timeout", "10m");
        }
    }

    @Test
    void crawlThatHangs_givesItsPlaceToOthers() throws InterruptedException {
        // Given
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Board silent = Boards.open();
        silent.misbehave((exchange, healthy, server) -> {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            healthy.sendTo(exchange);
        });
        TestSource hanging = TestSource.greenhouse(silent);
        asked.await();

        // When
        TestSource other = TestSource.greenhouse(Boards.open()).crawled();

        // Then
        assertThat(other.column("health")).isEqualTo("healthy");
        assertThat(hanging.column("last_crawl_at")).isNull();
        silent.behave();
        answer.countDown();
        hanging.crawled();
    }

    @Test
    void sourceThatCannotBeAsked_isAFailureLikeOthers() {
        // Given
        UUID id = UUID.randomUUID();

        // When
        SCRAPER.change("""
                insert into source (id, provider, board, host, created_at, due_at, told_at)
                values (?, 'rss', ?, 'nowhere.example', now(), cast(? as timestamptz), now())
                """, id, "no address " + id, TestClock.CLOCK.instant().toString());

        // Then
        TestSource source = new TestSource(id, "rss/no address " + id);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(source.column("health")).isEqualTo("degraded"));
        assertThat(source.column("failures")).isEqualTo("1");
        assertThat(source.column("host")).isEqualTo("nowhere.example");
    }
}
