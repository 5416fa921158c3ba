package io.earlybrd.scraper.posting;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Place;
import io.earlybrd.events.Repost;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told of jobs that come back, or seem to. */
@ServiceTest
class RepostedJobsTest {

    @Inject
    PostingStore store;

    // No other test has its jobs.
    private final String company = "Oakline " + UUID.randomUUID();
    private final String text = Texts.of(company.hashCode(), 150);

    @Test
    @Tag("S10")
    @Tag("S15")
    void jobThatComesBackUnderAnotherId_isARepostAndNotNew() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting other = posting("9", "Fitter", "Oslo", "Fit.");
        Instant firstSeenAt = TestClock.CLOCK.instant();
        board.lists(posting("1", "Welder", "Oslo", text), other);
        TestClock.CLOCK.advance(Duration.ofDays(30));
        board.lists(other);
        TestClock.CLOCK.advance(Duration.ofDays(10));

        // When
        Changes changes = board.lists(posting("2", "Welder", "Oslo", text), other);

        // Then
        assertThat(changes).isEqualTo(new Changes(0, 1, 0, 0));
        assertThat(jobs("Welder")).last().satisfies(job -> {
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
        Posting other = posting("9", "Fitter", "Oslo", "Fit.");
        board.lists(posting("1", "Welder", "Oslo", text), other);
        board.lists(other);

        // When
        Changes changes = board.lists(posting("2", "Welder", "Bergen", text), other);

        // Then
        assertThat(changes).isEqualTo(new Changes(1, 0, 0, 0));
        assertThat(jobs("Welder")).last().satisfies(job -> {
            assertThat(job.jobId()).isEqualTo(board.postingId("2"));
            assertThat(job.repost()).isEmpty();
        });
    }

    @Test
    @Tag("S10")
    void weeklyNewIdInTheSamePlace_isCountedAsReposts() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        board.lists(posting("week0", "Welder", "Oslo", text));

        // When
        for (int week = 1; week <= 6; week++) {
            TestClock.CLOCK.advance(Duration.ofDays(7));
            board.lists(posting("week" + week, "Welder", "Oslo", text));
        }

        // Then
        assertThat(SCRAPER.text("select reposts from job where job_id = ?", board.postingId("week0")))
                .isEqualTo("6");
        assertThat(jobs("Welder")).extracting(JobPosted::jobId).containsOnly(board.postingId("week0"));
        assertThat(CrawledSource.told(JobClosed.class, board.name())).isEmpty();
    }

    @Test
    @Tag("S10")
    void sameTextAfterAQuarter_isANewOpening() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting other = posting("9", "Fitter", "Oslo", "Fit.");
        board.lists(posting("1", "Welder", "Oslo", text), other);
        board.lists(other);

        // When
        TestClock.CLOCK.advance(Duration.ofDays(91));
        Changes changes = board.lists(posting("2", "Welder", "Oslo", text), other);

        // Then
        assertThat(changes).isEqualTo(new Changes(1, 0, 0, 0));
        assertThat(jobs("Welder"))
                .last()
                .satisfies(job -> assertThat(job.version()).isEqualTo(1));
    }

    @Test
    @Tag("S12")
    void listingThatIsAwayForAnHour_isOpenAgainWithoutBeingARepost() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting welder = posting("1", "Welder", "Oslo", text);
        Posting other = posting("9", "Fitter", "Oslo", "Fit.");
        board.lists(welder, other);
        board.lists(other);

        // When
        TestClock.CLOCK.advance(Duration.ofHours(1));
        board.lists(welder, other);

        // Then
        assertThat(jobs("Welder"))
                .extracting(JobPosted::version, job -> job.repost().isPresent())
                .containsExactly(tuple(1L, false), tuple(3L, false));
    }

    private Posting posting(String id, String title, String place, String text) {
        return Texts.draft(id, company, title, place, text).posting();
    }

    private List<JobPosted> jobs(String title) {
        return CrawledSource.told(JobPosted.class, company.substring("Oakline ".length())).stream()
                .filter(job -> job.title().startsWith(title))
                .toList();
    }

    private List<String> placeNames(JobPosted job) {
        return job.places().stream().map(Place::text).toList();
    }
}
