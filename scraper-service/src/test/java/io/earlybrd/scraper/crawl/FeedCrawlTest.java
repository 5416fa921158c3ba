package io.earlybrd.scraper.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.JobDraft;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The other providers, through the whole service. */
@ServiceTest
class FeedCrawlTest {

    private final Board board = Boards.open();

    @Test
    @Tag("S1")
    void leverBoard_isPublishedWithPayAndWorkplace() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo").remote().paying(60_000, 80_000, "EUR"));

        // When
        TestSource source = TestSource.add(Map.of("provider", "lever", "board", board.name(), "company", "Kestrel Pay"))
                .crawled();

        // Then
        JobPosted job = source.posted().get(0);
        assertThat(job.company()).isEqualTo("Kestrel Pay");
        assertThat(job.workplace()).contains("remote");
        assertThat(job.salary().orElseThrow().minMinor()).contains(6_000_000L);
    }

    @Test
    @Tag("S2")
    void jobThatLeavesAFeed_isNotTakenForClosed() {
        // Given
        long id = board.add(JobDraft.of("Java Developer", "Oslo"));
        board.add(JobDraft.of("Go Developer", "Oslo"));
        TestSource source = TestSource.add(
                        Map.of("provider", "rss", "url", Boards.stub().url() + "/feeds/" + board.name() + ".xml"))
                .crawled();

        // When
        board.remove(id);
        source.crawlAgain();

        // Then
        assertThat(source.posted())
                .extracting(JobPosted::company, JobPosted::title)
                .containsExactlyInAnyOrder(tuple("Fjordbank", "Java Developer"), tuple("Fjordbank", "Go Developer"));
        assertThat(source.closed()).isEmpty();
        assertThat(source.column("open_jobs")).isEqualTo("2");
    }
}
