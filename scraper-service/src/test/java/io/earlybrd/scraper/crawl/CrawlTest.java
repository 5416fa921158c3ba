package io.earlybrd.scraper.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.Fixture;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.BoardFault;
import io.earlybrd.testkit.board.JobDraft;
import io.earlybrd.testkit.web.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is published of a board that lives. */
@ServiceTest
class CrawlTest {

    private final Board board = Boards.open();

    @Test
    @Tag("S14")
    void firstCrawl_isABaselineAndWhatComesAfterIsNew() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo"));
        board.add(JobDraft.of("Go Developer", "Bergen"));
        TestSource source = TestSource.greenhouse(board).crawled();

        // When
        board.add(JobDraft.of("Rust Developer", "Trondheim"));
        source.crawlAgain();

        // Then
        assertThat(source.posted())
                .extracting(JobPosted::title, JobPosted::backfill, JobPosted::version)
                .containsExactlyInAnyOrder(
                        tuple("Java Developer", true, 1L),
                        tuple("Go Developer", true, 1L),
                        tuple("Rust Developer", false, 1L));
    }

    @Test
    @Tag("S9")
    void changedJob_hasANewVersionAndItsFirstTimes() {
        // Given
        long id = board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = TestSource.greenhouse(board).crawled();
        Instant firstSeenAt = TestClock.CLOCK.instant();

        // When
        source.letPass(Duration.ofDays(2));
        board.change(id, JobDraft.of("Senior Java Developer", "Oslo"));
        source.crawlAgain();

        // Then
        JobPosted first = source.posted().get(0);
        JobPosted second = source.posted().get(1);
        assertThat(second.jobId()).isEqualTo(first.jobId());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.title()).isEqualTo("Senior Java Developer");
        assertThat(second.backfill()).as("it was there before us").isTrue();
        assertThat(second.times().postedAt()).isEqualTo(first.times().postedAt());
        assertThat(second.times().firstSeenAt()).isEqualTo(firstSeenAt);
        assertThat(second.times().lastSeenAt()).isEqualTo(firstSeenAt.plus(Duration.ofDays(2)));
    }

    @Test
    @Tag("S9")
    void newTimeOfChangeWithoutAChange_isNotTold() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = TestSource.greenhouse(board).crawled();

        // When
        source.letPass(Duration.ofHours(5));
        board.touchAll();
        source.crawlAgain();

        // Then
        assertThat(source.posted()).hasSize(1);
        assertThat(source.column("health")).isEqualTo("healthy");
    }

    @Test
    @Tag("S12")
    void jobThatACompleteCrawlDoesNotList_isClosedOnce() {
        // Given
        board.add(JobDraft.of("Go Developer", "Bergen"));
        long id = board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = TestSource.greenhouse(board).crawled();
        String jobId = source.posted().stream()
                .filter(job -> job.title().equals("Java Developer"))
                .findFirst()
                .orElseThrow()
                .jobId();

        // When
        board.remove(id);
        source.crawlAgain();

        // Then
        assertThat(source.closed())
                .containsExactly(new JobClosed(jobId, 2, source.sourceId(), TestClock.CLOCK.instant()));
        assertThat(source.column("open_jobs")).isEqualTo("1");
        source.crawlAgain();
        assertThat(source.closed()).as("once only").hasSize(1);
    }

    @Test
    @Tag("S12")
    void closedJobThatIsListedAgain_isOpenAgainAndNotNew() {
        // Given
        String both = ofItsOwn(Fixture.text("greenhouse.json"));
        String one = withoutTheLast(both).replace("\"total\": 2", "\"total\": 1");
        serve(both);
        TestSource source = TestSource.greenhouse(board).crawled();
        Instant firstSeenAt = TestClock.CLOCK.instant();
        serve(one);
        source.crawlAgain();

        // When
        source.letPass(Duration.ofHours(1));
        serve(both);
        source.crawlAgain();

        // Then
        JobClosed closed = source.closed().get(0);
        assertThat(source.posted())
                .filteredOn(job -> job.jobId().equals(closed.jobId()))
                .extracting(JobPosted::version, job -> job.times().firstSeenAt())
                .containsExactly(tuple(1L, firstSeenAt), tuple(3L, firstSeenAt));
        assertThat(source.column("open_jobs")).isEqualTo("2");
    }

    @Test
    @Tag("S3")
    void crawlsThatReadNoWholeList_closeNothing() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo"));
        board.add(JobDraft.of("Go Developer", "Bergen"));
        TestSource source = TestSource.greenhouse(board).crawled();

        // When
        for (BoardFault fault : new BoardFault[] {
            BoardFault.truncated(), BoardFault.status(404), BoardFault.status(500), BoardFault.challenge()
        }) {
            board.misbehave(fault);
            source.crawlAgain();
        }
        board.behave();
        board.keepNewest(0);
        source.crawlAgain();

        // Then
        assertThat(source.closed()).isEmpty();
        assertThat(source.column("open_jobs")).isEqualTo("2");
        assertThat(source.column("health")).as("no jobs where there were some").isEqualTo("degraded");
    }

    @Test
    @Tag("S3")
    void unusableListing_losesNoOtherAndClosesNothing() {
        // Given
        long gone = board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = TestSource.greenhouse(board).crawled();

        // When
        board.remove(gone);
        board.add(JobDraft.of(" ", "Nowhere"));
        board.add(JobDraft.of("Go Developer", "Bergen"));
        source.crawlAgain();

        // Then
        assertThat(source.posted()).extracting(JobPosted::title).containsExactly("Java Developer", "Go Developer");
        assertThat(source.posted().get(1).backfill()).isFalse();
        assertThat(source.closed()).isEmpty();
        assertThat(source.column("health")).isEqualTo("degraded");
    }

    @Test
    @Tag("S3")
    void valuesThatNoDatabaseTakes_loseNoOtherListing() {
        // Given
        String longId = new Random(1)
                .ints(1_999, 0x4e00, 0x9fa0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        serve("{\"jobs\":["
                + listing("\"1\"", "Good", "2026-11-23T10:00:00Z") + ","
                + listing("\"2\"", "Year one", "0001-01-01T00:00:00Z") + ","
                + listing("\"3\"", "Far future", "+292278994-08-17T07:12:55Z") + ","
                + listing("\"4\"", "Odd\\u0000 \\ud800title", "2026-11-23T10:00:00Z") + ","
                + listing("\"a\\u0000b\"", "Odd id", "2026-11-23T10:00:00Z") + ","
                + listing("\"" + longId + "\"", "Long id", "2026-11-23T10:00:00Z")
                + "],\"meta\":{\"total\":6}}");

        // When
        TestSource source = TestSource.greenhouse(board).crawled();

        // Then
        assertThat(source.posted())
                .extracting(JobPosted::title)
                .containsExactlyInAnyOrder("Good", "Year one", "Far future", "Odd title");
        assertThat(source.column("health")).isEqualTo("degraded");
    }

    @Test
    @Tag("S14")
    void firstListWithAnUnusableListing_isABaselineAllTheSame() {
        // Given
        board.add(JobDraft.of(" ", "Nowhere"));
        board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = TestSource.greenhouse(board).crawled();

        // When
        board.add(JobDraft.of("Go Developer", "Bergen"));
        source.crawlAgain();

        // Then
        assertThat(source.posted()).extracting(JobPosted::backfill).containsExactly(true, false);
    }

    @Test
    @Tag("S14")
    void firstListThatBreaksOff_isNoBaseline() {
        // Given
        for (int i = 0; i < 10; i++) {
            board.add(JobDraft.of("Developer " + i, "Oslo"));
        }
        board.misbehave(BoardFault.truncated());
        TestSource source = TestSource.greenhouse(board).crawled();

        // When
        board.behave();
        source.crawlAgain();

        // Then
        assertThat(source.posted()).hasSize(10).allMatch(JobPosted::backfill);
    }

    @Test
    @Tag("S12")
    void listThatContradictsItsCount_closesNothingAndIsNoBaseline() {
        // Given
        String both = ofItsOwn(Fixture.text("greenhouse.json"));
        String one = withoutTheLast(both);
        serve(one);
        TestSource source = TestSource.greenhouse(board).crawled();
        assertThat(source.column("health")).isEqualTo("degraded");
        assertThat(source.column("baseline_at")).isNull();

        // When
        serve(both);
        source.crawlAgain();
        serve(one);
        source.crawlAgain();

        // Then
        assertThat(source.posted()).hasSize(2).allMatch(JobPosted::backfill);
        assertThat(source.closed()).isEmpty();
    }

    @Test
    @Tag("S14")
    void emptyListAfterFailures_isNotBelievedAtOnce() {
        // Given
        board.misbehave(BoardFault.status(500));
        TestSource source = TestSource.greenhouse(board).crawled();
        board.behave();
        source.crawlAgain();
        board.misbehave(BoardFault.status(500));
        source.crawlAgain();
        board.behave();
        source.crawlAgain();
        assertThat(source.column("baseline_at")).isNull();

        // When
        board.add(JobDraft.of("Old job", "Oslo"));
        source.crawlAgain();

        // Then
        assertThat(source.posted()).extracting(JobPosted::backfill).containsExactly(true);
    }

    @Test
    @Tag("S14")
    void emptyFirstList_isBelievedWhenItIsGivenAgain() {
        // Given
        TestSource believed = TestSource.greenhouse(board).crawled().crawlAgain();
        Board broken = Boards.open();
        TestSource doubted = TestSource.greenhouse(broken).crawled();

        // When
        board.add(JobDraft.of("First job", "Oslo"));
        broken.add(JobDraft.of("Old job", "Oslo"));
        believed.crawlAgain();
        doubted.crawlAgain();

        // Then
        assertThat(believed.posted()).extracting(JobPosted::backfill).containsExactly(false);
        assertThat(doubted.posted()).extracting(JobPosted::backfill).containsExactly(true);
    }

    /** With an employer that no other test has: its jobs are nobody else's. */
    private String ofItsOwn(String list) {
        return list.replaceAll("\"company_name\": \"[^\"]*\"", "\"company_name\": \"" + board.name() + "\"");
    }

    private static String withoutTheLast(String list) {
        return list.replaceFirst("(?s),\\s*\\{\\s*\"absolute_url\": \"https://job-boards.*?\"offices\": \\[]\\s*}", "");
    }

    private static String listing(String id, String title, String postedAt) {
        return "{\"id\":" + id + ",\"title\":\"" + title + "\",\"first_published\":\"" + postedAt
                + "\",\"absolute_url\":\"https://x.example/1\"}";
    }

    private void serve(String list) {
        board.misbehave(BoardFault.reply(Reply.of(200, "application/json", list.getBytes(StandardCharsets.UTF_8))));
    }
}
