package io.earlybrd.scraper.posting;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.retention.Retention;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.testkit.AtOnce;
import io.earlybrd.testkit.Backends;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long jobs are remembered that nobody lists any more. */
@ServiceTest
@Tag("S12")
class OldJobsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    PostingStore store;

    @Inject
    Retention retention;

    // No other test has its jobs.
    private final String company = "Oakline " + UUID.randomUUID();
    private final String text = Texts.of(company.hashCode(), 150);
    private final Posting welder = posting("1", "Welder", "Oslo", text);
    private final Posting other = posting("9", "Fitter", "Oslo", "Fit.");

    @Test
    void closedJob_isForgottenAfterNinetyDaysWithAllOfIt() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        CrawledSource copy = CrawledSource.board(store);
        board.lists(welder, posting("2", "Welder", "Bergen", text), other);
        copy.lists(welder, posting("8", "Fitter", "Bergen", "Fit in Bergen."));
        board.lists(other);
        copy.lists(posting("8", "Fitter", "Bergen", "Fit in Bergen."));
        SCRAPER.change(
                "insert into detail (source_id, external_id, first_listed_at, revision, read_at)"
                        + " values (?, '1', now(), 'r1', now()), (?, '9', now(), 'r1', now())",
                board.id(),
                board.id());
        assertThat(postings("Welder")).isEqualTo(3);

        // When
        passDays(89);

        // Then
        assertThat(postings("Welder")).isEqualTo(3);

        // When
        passDays(2);

        // Then
        assertThat(postings("Welder")).isZero();
        assertThat(known("job", "job_id", board.postingId("1"))).isZero();
        assertThat(postings("Fitter")).as("open").isEqualTo(2);
        assertThat(SCRAPER.column("select external_id from detail where source_id = ?", board.id()))
                .containsExactly("9");
    }

    @Test
    void jobWithAnOpenPosting_isKeptWhole() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        CrawledSource copy = CrawledSource.board(store);
        board.lists(welder, other);
        copy.lists(welder);
        board.lists(other);

        // When
        passDays(200);

        // Then
        assertThat(postings("Welder")).isEqualTo(2);
        assertThat(copy.lists(welder)).isEqualTo(Changes.NONE);
    }

    @Test
    @Tag("S10")
    void repostWithinNinetyDays_stillOpensTheJobAgain() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        board.lists(welder, other);
        board.lists(other);

        // When
        passDays(89);
        board.lists(posting("2", "Welder", "Oslo", text), other);

        // Then
        assertThat(told("Welder"))
                .extracting(JobPosted::jobId, JobPosted::version)
                .containsExactly(tuple(board.postingId("1"), 1L), tuple(board.postingId("1"), 3L));
    }

    @Test
    void postingThatComesBackUnderItsOldId_isANewJobWhoseVersionsAreNewToo() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        board.lists(welder, other);
        board.lists(other);
        passDays(91);

        // When
        Changes back = board.lists(welder, other);
        board.lists(other);

        // Then
        assertThat(back).isEqualTo(new Changes(1, 0, 0, 0));
        List<Long> posted = told("Welder").stream().map(JobPosted::version).toList();
        assertThat(posted).hasSize(2).startsWith(1L);
        assertThat(posted.get(1)).isGreaterThan(2);
        assertThat(CrawledSource.told(JobClosed.class, board.name()))
                .extracting(JobClosed::version)
                .containsExactly(2L, posted.get(1) + 1);
    }

    @Test
    void postingThatBecameAnotherJob_isKeptWhileTheJobThatItFoundedIs() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting bergen = posting("2", "Welder", "Bergen", text);
        board.lists(welder, bergen);
        board.lists(posting("1", "Head of Welding", "Oslo", text), bergen);
        board.lists(bergen);

        // When
        passDays(91);
        board.lists(posting("1", "Plumber", "Oslo", "Plumb."), bergen);

        // Then
        assertThat(told("Plumber")).hasSize(1);
        assertThat(postings("Welder")).isEqualTo(1);
    }

    @Test
    void jobOfAFeed_isForgottenWhenTheFeedWasReadWithoutItForNinetyDays() {
        // Given
        CrawledSource feed = CrawledSource.feed(store);
        CrawledSource silent = CrawledSource.feed(store);
        CrawledSource off = CrawledSource.board(store);
        feed.lists(welder, posting("3", "Smith", "Oslo", "Smith."));
        silent.lists(posting("4", "Founder", "Oslo", "Found."));
        off.lists(posting("5", "Turner", "Oslo", "Turn."));
        wasRead(silent);

        // When
        TestClock.CLOCK.advance(Duration.ofDays(91));
        feed.lists(posting("3", "Smith", "Oslo", "Smith."));
        wasRead(feed);
        prune();

        // Then
        assertThat(postings("Welder")).isZero();
        assertThat(postings("Smith")).as("still listed").isEqualTo(1);
        assertThat(postings("Founder")).as("not read since").isEqualTo(1);
        assertThat(postings("Turner")).as("not read since").isEqualTo(1);
        assertThat(CrawledSource.told(JobClosed.class, feed.name()))
                .as("nobody knows")
                .isEmpty();
    }

    @Test
    void jobWhoseSourceSomebodyHolds_isForgottenTheNextTimeAndHoldsUpNoFeed() throws SQLException {
        // Given
        CrawledSource board = CrawledSource.board(store);
        CrawledSource feed = CrawledSource.feed(store);
        board.lists(welder, other);
        board.lists(other);
        feed.lists(posting("3", "Smith", "Oslo", "Smith."));
        TestClock.CLOCK.advance(Duration.ofDays(91));
        wasRead(feed);

        // When
        try (Connection holder = Backends.postgres().connect("scraper");
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from source where id = '" + board.id() + "' for no key update");
            prune();
        }

        // Then
        assertThat(postings("Welder")).isEqualTo(1);
        assertThat(postings("Smith")).isZero();

        // When
        prune();

        // Then
        assertThat(postings("Welder")).isZero();
    }

    @Test
    @Tag("S17")
    void detailsThatWereAskedForInVain_areForgottenToo() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        board.asksInVain(stub("gone"));

        // When
        passDays(91);

        // Then
        assertThat(known("detail", "source_id::text", board.id().toString()))
                .as("not read since")
                .isEqualTo(1);

        // When
        wasRead(board);
        board.asksInVain(stub("there"));
        prune();

        // Then
        assertThat(SCRAPER.column("select external_id from detail where source_id = ?", board.id()))
                .containsExactly("there");
    }

    @RepeatedTest(3)
    @Tag("G3")
    void jobsThatComeBackWhileTheyAreForgotten_areAllToldAndOpen() {
        // Given
        List<CrawledSource> boards =
                IntStream.range(0, 3).mapToObj(i -> CrawledSource.board(store)).toList();
        List<Posting> all = new ArrayList<>(IntStream.range(0, 120)
                .mapToObj(i -> posting("j" + i, "Welder " + i, "Oslo", Texts.of(company.hashCode() + i, 150)))
                .toList());
        all.add(other);
        boards.forEach(board -> board.lists(all));
        boards.forEach(board -> board.lists(other));
        TestClock.CLOCK.advance(Duration.ofDays(91));

        // When
        List<Callable<Changes>> work = List.of(
                () -> boards.get(0).lists(all),
                this::prune,
                () -> boards.get(1).lists(all),
                this::prune,
                () -> boards.get(2).lists(all));
        List<Changes> changes = AtOnce.all(work);

        // Then
        assertThat(changes.stream().mapToInt(Changes::closed).sum()).isEqualTo(0);
        assertThat(SCRAPER.number(
                        "select count(*) from posting join job on job.job_id = posting.folded_into"
                                + " where posting.shown ->> 'company' = ? and posting.closed_at is null"
                                + " and job.closed_at is null and job.told is not null",
                        company))
                .isEqualTo(3 * all.size());
        List<JobPosted> told = told("Welder");
        assertThat(told).extracting(job -> job.jobId() + " " + job.version()).doesNotHaveDuplicates();
        boards.forEach(board -> assertThat(board.lists(all)).isEqualTo(Changes.NONE));
    }

    private void passDays(int days) {
        TestClock.CLOCK.advance(Duration.ofDays(days));
        prune();
    }

    private Changes prune() {
        retention.prune().await().atMost(PATIENCE);
        return Changes.NONE;
    }

    /** A crawl has read its whole list now. */
    private static void wasRead(CrawledSource source) {
        SCRAPER.change(
                "update source set listed_at = cast(? as timestamptz) where id = ?",
                TestClock.CLOCK.instant().toString(),
                source.id());
    }

    private long postings(String title) {
        return SCRAPER.number(
                "select count(*) from posting where shown ->> 'company' = ? and shown ->> 'title' = ?", company, title);
    }

    private static long known(String table, String column, String value) {
        return SCRAPER.number("select count(*) from " + table + " where " + column + " = ?", value);
    }

    private List<JobPosted> told(String title) {
        return CrawledSource.told(JobPosted.class, company).stream()
                .filter(job -> job.title().startsWith(title))
                .toList();
    }

    private static Stub stub(String id) {
        URI details = URI.create("https://board.example/jobs/" + id);
        return new Stub(id, "r1", new BoardRequest(details, "application/json", 1_000), null);
    }

    private Posting posting(String id, String title, String place, String description) {
        return Texts.draft(id, company, title, place, description).posting();
    }
}
