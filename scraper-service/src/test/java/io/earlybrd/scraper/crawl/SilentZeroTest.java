package io.earlybrd.scraper.crawl;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.CapturedLog;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.BoardFault;
import io.earlybrd.testkit.board.JobDraft;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Boards that say that all is well, and show less than there is. */
@ServiceTest
@Tag("S6")
class SilentZeroTest {

    private static final int JOBS = 20;

    private final Board board = Boards.open();

    @Test
    void emptyListWhereThereWereJobs_isToldInTheSecondCycleAndClosesNothing() {
        // Given
        TestSource source = crawledWithAllJobs();
        String lastSuccess = source.column("last_success_at");
        board.keepNewest(0);

        try (CapturedLog log = CapturedLog.begin()) {
            // When
            source.letPass(Duration.ofMinutes(5)).crawlAgain();
            assertThat(reports(log, source)).isEmpty();
            source.crawlAgain().crawlAgain().crawlAgain();

            // Then
            assertThat(reports(log, source))
                    .singleElement()
                    .asString()
                    .contains("does not fare well")
                    .contains("health=degraded");
        }
        assertThat(source.closed()).isEmpty();
        assertThat(source.column("open_jobs")).isEqualTo(Integer.toString(JOBS));
        assertThat(source.column("health")).isEqualTo("degraded");
        assertThat(source.column("last_yield")).as("of the last success").isEqualTo(Integer.toString(JOBS));
        assertThat(source.column("last_success_at")).isEqualTo(lastSuccess);
    }

    @Test
    @Tag("S12")
    void listThatIsSuddenlyMuchShorter_closesNothingUntilTheNextOneConfirmsIt() {
        // Given
        TestSource source = crawledWithAllJobs();
        board.keepNewest(8);

        // When
        source.crawlAgain();

        // Then
        assertThat(source.closed()).isEmpty();
        assertThat(source.column("health")).isEqualTo("degraded");
        assertThat(source.column("listed_at")).isNotNull();

        // When
        source.crawlAgain();

        // Then
        assertThat(source.closed()).hasSize(JOBS - 8);
        assertThat(source.column("health")).isEqualTo("healthy");
        assertThat(source.column("reported")).as("no news for operators").isNull();
    }

    @Test
    @Tag("S12")
    void listThatHasAlmostNothingLeft_isNotBelievedForDays() {
        // Given
        TestSource source = crawledWithAllJobs();
        board.keepNewest(2);

        // When
        source.crawlAgain().crawlAgain().crawlAgain();

        // Then
        assertThat(source.closed()).isEmpty();
        assertThat(source.column("reported")).isEqualTo("degraded");
    }

    @Test
    @Tag("S7")
    void boardThatFlaps_isNoNewsAndOneThatIsDownIsToldOfOnce() {
        // Given
        TestSource source = crawledWithAllJobs();

        try (CapturedLog log = CapturedLog.begin()) {
            // When
            for (int flap = 0; flap < 3; flap++) {
                board.misbehave(BoardFault.status(503));
                source.crawlAgain();
                board.behave();
                source.crawlAgain();
            }

            // Then
            assertThat(reports(log, source)).isEmpty();

            // When
            board.misbehave(BoardFault.status(503));
            for (int crawl = 0; crawl < 6; crawl++) {
                source.crawlAgain();
            }
            board.behave();
            source.crawlAgain().crawlAgain().crawlAgain();

            // Then
            assertThat(reports(log, source)).hasSize(2);
            assertThat(reports(log, source).get(0)).contains("health=degraded");
            assertThat(reports(log, source).get(1)).contains("well again");
        }
    }

    @Test
    @Tag("S17")
    void sourceWithoutNewJobs_restsLongerAndOneWithNewJobsNoLonger() {
        // Given
        TestSource quiet = crawledWithAllJobs();
        assertThat(quiet.column("rest_seconds")).as("it is just added").isEqualTo("270");
        SCRAPER.change("update source_day set day = day - 11 where source_id = ?", quiet.id());

        // When
        quiet.crawlAgain();

        // Then
        assertThat(quiet.column("rest_seconds")).isEqualTo("3240");

        // When
        for (int job = 0; job < 8; job++) {
            board.add(JobDraft.of("Go Developer " + job, "Bergen"));
        }
        quiet.crawlAgain();

        // Then
        assertThat(quiet.column("rest_seconds")).isEqualTo("270");
        assertThat(SCRAPER.number("select count(*) from source_day where source_id = ?", quiet.id()))
                .isEqualTo(2);
    }

    private TestSource crawledWithAllJobs() {
        for (int job = 0; job < JOBS; job++) {
            board.add(JobDraft.of("Java Developer " + job, "Oslo"));
        }
        return TestSource.greenhouse(board).crawled();
    }

    private static List<String> reports(CapturedLog log, TestSource source) {
        return log.text()
                .lines()
                .filter(line -> line.contains("source=" + source.sourceId()))
                .filter(line -> line.contains("fare well") || line.contains("well again"))
                .toList();
    }
}
