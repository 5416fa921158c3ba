package io.earlybrd.scraper.posting;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Repost;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told of jobs that come back, or seem to. */
@ServiceTest
class RepostedJobsTest {

    @Inject
    PostingStore store;

    private final OwnCompany company = new OwnCompany();

    @Test
    @Tag("S10")
    @Tag("S15")
    void jobThatComesBackUnderAnotherId_isARepostAndNotNew() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting other = company.posting("9", "Fitter", "Oslo", "Fit.");
        Instant firstSeenAt = TestClock.CLOCK.instant();
        board.lists(company.posting("1", "Welder", "Oslo", company.text()), other);
        TestClock.CLOCK.advance(Duration.ofDays(30));
        board.lists(other);
        TestClock.CLOCK.advance(Duration.ofDays(10));

        // When
        Changes changes = board.lists(company.posting("2", "Welder", "Oslo", company.text()), other);

        // Then
        assertThat(changes).isEqualTo(new Changes(0, 1, 0, 0));
        assertThat(company.told("Welder")).last().satisfies(job -> {
            assertThat(job.jobId()).isEqualTo(board.postingId("1"));
            assertThat(job.version()).isEqualTo(3);
            assertThat(job.times().firstSeenAt()).isEqualTo(firstSeenAt);
            assertThat(job.repost()).hasValue(new Repost(1, firstSeenAt));
        });
    }

    @Test
    @Tag("S10")
    void openingElsewhere_joinsNoJobThatIsClosed() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting other = company.posting("9", "Fitter", "Oslo", "Fit.");
        board.lists(company.posting("1", "Welder", "Oslo", company.text()), other);
        board.lists(other);

        // When
        Changes changes = board.lists(company.posting("2", "Welder", "Bergen", company.text()), other);

        // Then
        assertThat(changes).isEqualTo(new Changes(1, 0, 0, 0));
        assertThat(company.told("Welder")).last().satisfies(job -> {
            assertThat(job.jobId()).isEqualTo(board.postingId("2"));
            assertThat(job.repost()).isEmpty();
        });
    }

    @Test
    @Tag("S10")
    void weeklyNewIdInTheSamePlace_isCountedAsReposts() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        board.lists(company.posting("week0", "Welder", "Oslo", company.text()));

        // When
        for (int week = 1; week <= 6; week++) {
            TestClock.CLOCK.advance(Duration.ofDays(7));
            board.lists(company.posting("week" + week, "Welder", "Oslo", company.text()));
        }

        // Then
        assertThat(SCRAPER.text("select reposts from job where job_id = ?", board.postingId("week0")))
                .isEqualTo("6");
        assertThat(company.told("Welder")).extracting(JobPosted::jobId).containsOnly(board.postingId("week0"));
        assertThat(CrawledSource.told(JobClosed.class, board.name())).isEmpty();
    }

    @Test
    @Tag("S10")
    void sameTextAfterAQuarter_isANewOpening() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting other = company.posting("9", "Fitter", "Oslo", "Fit.");
        board.lists(company.posting("1", "Welder", "Oslo", company.text()), other);
        board.lists(other);

        // When
        TestClock.CLOCK.advance(Duration.ofDays(91));
        Changes changes = board.lists(company.posting("2", "Welder", "Oslo", company.text()), other);

        // Then
        assertThat(changes).isEqualTo(new Changes(1, 0, 0, 0));
        assertThat(company.told("Welder"))
                .last()
                .satisfies(job -> assertThat(job.version()).isEqualTo(1));
    }

    @Test
    @Tag("S12")
    void listingThatIsAwayForAnHour_isOpenAgainWithoutBeingARepost() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting welder = company.posting("1", "Welder", "Oslo", company.text());
        Posting other = company.posting("9", "Fitter", "Oslo", "Fit.");
        board.lists(welder, other);
        board.lists(other);

        // When
        TestClock.CLOCK.advance(Duration.ofHours(1));
        board.lists(welder, other);

        // Then
        assertThat(company.told("Welder"))
                .extracting(JobPosted::version, job -> job.repost().isPresent())
                .containsExactly(tuple(1L, false), tuple(3L, false));
    }
}
