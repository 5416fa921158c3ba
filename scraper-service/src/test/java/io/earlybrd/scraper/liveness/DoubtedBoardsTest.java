package io.earlybrd.scraper.liveness;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.JobClosed;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.BoardFault;
import io.earlybrd.testkit.board.JobDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boards that show far too little: their employer has taken jobs down, or something is wrong that nobody reports. */
@ServiceTest
@Tag("S6")
@Tag("S13")
class DoubtedBoardsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Board board = Boards.open();

    @ParameterizedTest(name = "{0} jobs, of which {1} stay")
    @CsvSource({"20, 0", "20, 2", "2, 0", "1, 0"})
    void boardWhoseJobsAreTakenDown_isBelievedOnceTheirPagesAreGoneTwice(int jobs, int stay) {
        // Given
        TestSource source = crawledWith(jobs);
        board.keepNewest(stay);
        source.crawlAgain().crawlAgain();
        assertThat(source.column("reported")).isEqualTo("degraded");

        // When
        awaitSample("strikes = 1", source, Math.min(jobs - stay, 5));
        source.crawlAgain();

        // Then
        assertThat(source.closed()).as("after the first look").isEmpty();

        // When
        TestClock.CLOCK.advance(Duration.ofHours(2));
        awaitSample("strikes = 2", source, Math.min(jobs - stay, 5));
        source.crawlAgain().crawlAgain();

        // Then
        assertThat(source.closed()).hasSize(jobs - stay);
        assertThat(source.column("open_jobs")).isEqualTo(Integer.toString(stay));
        assertThat(source.column("health")).isEqualTo("healthy");
        assertThat(source.column("reported")).as("no operator was needed").isNull();

        // When
        source.crawlAgain();

        // Then
        assertThat(source.column("health")).isEqualTo("healthy");
    }

    @Test
    void boardThatIsEmptyThoughItsPagesAreThere_staysDegradedAndClosesNothing() {
        // Given
        TestSource source = crawledWith(20);
        board.misbehave(BoardFault.empty());

        // When
        source.crawlAgain().crawlAgain();
        awaitSample("open_at is not null and strikes = 0", source, 5);
        source.letPass(Duration.ofDays(2)).crawlAgain();
        awaitSample("looks = 2", source, 5);
        source.crawlAgain();

        // Then
        assertThat(source.closed()).isEmpty();
        assertThat(source.column("reported")).isEqualTo("degraded");
        assertThat(source.column("open_jobs")).isEqualTo("20");
    }

    @Test
    void boardOfWhichOnePageIsThere_isNotBelievedThoughOtherJobsAreClosedByTheirPages() {
        // Given
        List<Long> jobs = new ArrayList<>();
        TestSource source = crawledWith(20, jobs);
        board.misbehave(BoardFault.empty());
        source.crawlAgain();
        awaitSample("looks = 1", source, 5);
        String there = SCRAPER.column("select posting_id from look where source_id = ?", source.id())
                .get(0);
        String page = SCRAPER.text("select shown ->> 'url' from posting where job_id = ?", there);

        // When
        jobs.stream().filter(job -> !page.endsWith("/" + job)).forEach(board::remove);
        TestClock.CLOCK.advance(Duration.ofHours(30));
        awaitLooks("count(*) filter (where strikes = 1) >= 4", source);
        TestClock.CLOCK.advance(Duration.ofHours(2));
        await().atMost(LONG).untilAsserted(() -> assertThat(source.closed()).hasSizeGreaterThanOrEqualTo(4));
        source.crawlAgain();

        // Then
        assertThat(source.closed()).extracting(JobClosed::jobId).doesNotContain(there);
        assertThat(source.column("health")).isEqualTo("degraded");
    }

    private TestSource crawledWith(int jobs) {
        return crawledWith(jobs, new ArrayList<>());
    }

    private TestSource crawledWith(int jobs, List<Long> ids) {
        for (int job = 0; job < jobs; job++) {
            ids.add(board.add(JobDraft.of("Java Developer " + job, "Oslo")));
        }
        TestSource source = TestSource.greenhouse(board).crawled();
        SCRAPER.change(
                "update source set due_at = '9999-12-31', looks_due_at = '9999-12-31' where id <> ?", source.id());
        return source;
    }

    private static void awaitSample(String what, TestSource source, int size) {
        awaitLooks("count(*) filter (where " + what + ") = " + size, source);
    }

    private static void awaitLooks(String what, TestSource source) {
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(SCRAPER.text("select " + what + " from look where source_id = ?", source.id()))
                                .isEqualTo("t"));
    }
}
