package io.earlybrd.scraper.posting;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told of jobs that have several postings. */
@ServiceTest
class FoldedCrawlsTest {

    @Inject
    PostingStore store;

    private final OwnCompany company = new OwnCompany();

    @Test
    @Tag("S8")
    void postingForEachOfThirtyCities_isOneJobWithThirtyPlaces() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        List<Posting> postings = new ArrayList<>(IntStream.range(0, 150)
                .mapToObj(i -> company.posting("other" + i, "Fitter " + i, "Oslo", Texts.of(i + 10, 60)))
                .toList());
        IntStream.range(0, 30)
                .forEach(i ->
                        postings.add(company.posting("city" + i, "Welder - City" + i, "City" + i, company.text())));
        Collections.shuffle(postings, new Random(1));

        // When
        Changes changes = board.lists(postings);

        // Then
        assertThat(changes).isEqualTo(new Changes(151, 0, 0, 0));
        assertThat(company.told("Welder"))
                .singleElement()
                .satisfies(job -> assertThat(job.places()).hasSize(30).doesNotHaveDuplicates());
        assertThat(board.lists(postings)).as("again, in the same order").isEqualTo(Changes.NONE);
        Collections.shuffle(postings, new Random(2));
        assertThat(board.lists(postings)).as("in another order").isEqualTo(Changes.NONE);
    }

    @Test
    @Tag("S12")
    @Tag("S13")
    void postingWhosePageIsGone_closesItsJobOnlyIfThereIsNoOtherAndNoListHasShownItSince() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        CrawledSource feed = CrawledSource.feed(store);
        board.lists(company.posting("1", "Welder", "Oslo", company.text()));
        feed.lists(
                company.posting("2", "Welder", "Oslo", company.text()), company.posting("3", "Fitter", "Oslo", "Fit."));
        Instant before = TestClock.CLOCK.instant();
        Instant after = before.plusSeconds(1);

        // When
        Changes shownSince = feed.closes(before, "3");
        Changes ofTwo = feed.closes(after, "2");
        Changes last = feed.closes(after, "2", "3");

        // Then
        assertThat(shownSince).isEqualTo(Changes.NONE);
        assertThat(ofTwo.closed()).isZero();
        assertThat(last).isEqualTo(new Changes(0, 0, 1, 0));
        assertThat(CrawledSource.told(JobClosed.class, feed.name()))
                .extracting(JobClosed::jobId)
                .containsExactly(feed.postingId("3"));
        assertThat(SCRAPER.number("select open_jobs from source where id = ?", feed.id()))
                .isZero();
    }

    @Test
    @Tag("S12")
    void cityThatIsNotListedAnyMore_isTakenFromTheJobAndTheLastOneClosesIt() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting oslo = company.posting("1", "Welder", "Oslo", company.text());
        Posting bergen = company.posting("2", "Welder", "Bergen", company.text());
        Posting other = company.posting("3", "Fitter", "Oslo", "Fit.");
        board.lists(oslo, bergen, other);

        // When
        Changes oneLess = board.lists(bergen, other);
        board.stores(new Outcome.Partial(List.of(other), "broke off", false));
        board.stores(new Outcome.Empty());
        Changes none = board.lists(other);
        Changes back = board.lists(oslo, other);

        // Then
        assertThat(List.of(oneLess, none, back))
                .containsExactly(new Changes(0, 1, 0, 0), new Changes(0, 0, 1, 0), new Changes(0, 1, 0, 0));
        assertThat(company.told("Welder"))
                .extracting(
                        JobPosted::jobId,
                        JobPosted::version,
                        OwnCompany::placeNames,
                        job -> job.url().getPath())
                .containsExactly(
                        tuple(board.postingId("1"), 1L, List.of("Oslo", "Bergen"), "/jobs/1"),
                        tuple(board.postingId("1"), 2L, List.of("Bergen"), "/jobs/2"),
                        tuple(board.postingId("1"), 4L, List.of("Oslo"), "/jobs/1"));
        assertThat(CrawledSource.told(JobClosed.class, board.name()))
                .extracting(JobClosed::jobId, JobClosed::version)
                .containsExactly(tuple(board.postingId("1"), 3L));
    }

    @Test
    @Tag("S8")
    void jobOnAFeedAndOnTheEmployersBoard_isOneWithTheEmployersPage() {
        // Given
        CrawledSource feed = CrawledSource.feed(store);
        CrawledSource board = CrawledSource.board(store);
        Posting copy = Texts.draft(
                        "f",
                        company.name().replace("Oakline", "OAKLINE") + " Inc.",
                        "WELDER",
                        "Oslo, Norway",
                        company.text())
                .url("https://feed.example/1")
                .posting();
        Posting own = company.posting("1", "Welder", "Oslo", company.text());

        // When
        feed.lists(copy);
        board.lists(own);
        Changes again = feed.lists(copy);

        // Then
        assertThat(again).isEqualTo(Changes.NONE);
        assertThat(company.told(""))
                .extracting(
                        JobPosted::jobId,
                        JobPosted::sourceId,
                        JobPosted::version,
                        job -> job.url().getHost())
                .containsExactly(
                        tuple(feed.postingId("f"), feed.name(), 1L, "feed.example"),
                        tuple(feed.postingId("f"), feed.name(), 2L, "careers.example"));
    }

    @Test
    @Tag("S8")
    void copyOnAFeedThatChanges_tellsNothingOfAJobThatTheEmployerTellsOf() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        CrawledSource feed = CrawledSource.feed(store);
        board.lists(company.posting("1", "Welder", "Oslo", company.text()));
        feed.lists(Texts.draft("f", company.name(), "Welder", "Oslo", company.text())
                .url("https://feed.example/1")
                .posting());

        // When
        Changes changes = feed.lists(Texts.draft("f", company.name(), "Welder", "Oslo", company.text() + " Hurry up!")
                .url("https://feed.example/2")
                .posting());

        // Then
        assertThat(changes).isEqualTo(Changes.NONE);
        assertThat(company.told("")).hasSize(1);
    }

    @Test
    @Tag("S8")
    void briefItemThatLinksToTheEmployersPage_isThatJob() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        CrawledSource feed = CrawledSource.feed(store);
        board.lists(
                company.posting("41234", "Welder", "Oslo", company.text()),
                company.posting("41235", "Fitter", "Oslo", company.text()));

        // When
        Changes changes = feed.lists(Texts.draft("f", company.name(), "Welder", "", "We are hiring!")
                .url("https://www.careers.example/jobs/41234/?utm_source=feed")
                .posting());

        // Then
        assertThat(changes).isEqualTo(Changes.NONE);
        assertThat(SCRAPER.text("select folded_into from posting where job_id = ?", feed.postingId("f")))
                .isEqualTo(board.postingId("41234"));
    }

    @Test
    @Tag("S8")
    void openingElsewhereAfterTheBaseline_isToldAsNew() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        CrawledSource old = CrawledSource.unknown(store);
        Posting oslo = company.posting("1", "Welder", "Oslo", company.text());
        old.lists(oslo);
        TestClock.CLOCK.advance(Duration.ofHours(1));

        // When
        board.lists(
                company.posting("2", "Welder", "Bergen", company.text()),
                company.posting("3", "Welder", "Oslo", company.text()));

        // Then
        assertThat(company.told("Welder"))
                .extracting(JobPosted::jobId, JobPosted::backfill, OwnCompany::placeNames)
                .containsExactly(
                        tuple(old.postingId("1"), true, List.of("Oslo")),
                        tuple(board.postingId("2"), false, List.of("Bergen")));
    }

    @Test
    @Tag("S8")
    void openingThatItsBoardSaysIsOne_isOneJobThoughEachCityHasItsOwnText() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting oslo = Texts.draft("1", company.name(), "Welder", "Oslo", company.text())
                .opening("77")
                .posting();
        Posting bergen = Texts.draft(
                        "2",
                        company.name(),
                        "Welder",
                        "Bergen",
                        Texts.of(company.name().hashCode() + 1, 150))
                .opening("77")
                .posting();
        board.lists(oslo);

        // When
        Changes changes = board.lists(oslo, bergen);

        // Then
        assertThat(changes).isEqualTo(new Changes(0, 1, 0, 0));
        assertThat(company.told("Welder"))
                .last()
                .satisfies(job -> assertThat(OwnCompany.placeNames(job)).containsExactly("Oslo", "Bergen"));
    }

    @Test
    @Tag("S8")
    void cityThatBecomesAnotherJob_isToldAsNew() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        board.lists(
                company.posting("1", "Welder", "Oslo", company.text()),
                company.posting("2", "Welder", "Bergen", company.text()));

        // When
        Changes changes = board.lists(
                company.posting("1", "Nurse", "Oslo", Texts.of(7, 150)),
                company.posting("2", "Welder", "Bergen", company.text()));

        // Then
        assertThat(changes).isEqualTo(new Changes(1, 1, 0, 0));
        assertThat(company.told("Nurse")).extracting(JobPosted::backfill).containsExactly(false);
        assertThat(company.told("Welder"))
                .extracting(OwnCompany::placeNames)
                .containsExactly(List.of("Oslo", "Bergen"), List.of("Bergen"));
    }

    @Test
    @Tag("S8")
    void newTitleForAllCities_isTheSameJob() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        board.lists(
                company.posting("1", "Welder", "Oslo", company.text()),
                company.posting("2", "Welder", "Bergen", company.text()));

        // When
        Changes changes = board.lists(
                company.posting("1", "Master welder", "Oslo", company.text()),
                company.posting("2", "Master welder", "Bergen", company.text()));

        // Then
        assertThat(changes).isEqualTo(new Changes(0, 1, 0, 0));
        assertThat(company.told("")).extracting(JobPosted::title).containsExactly("Welder", "Master welder");
    }

    @Test
    @Tag("S8")
    void rowsOfTheVersionBefore_keepTheirJobsAndTakeOthersIn() {
        // Given
        CrawledSource board = CrawledSource.board(store);
        Posting oslo = company.posting("1", "Welder", "Oslo", company.text());
        Posting bergen = company.posting("2", "Welder", "Bergen", company.text());
        Timestamp seen = Timestamp.from(TestClock.CLOCK.instant());
        for (Posting old : List.of(oslo, bergen)) {
            SCRAPER.change(
                    """
                    insert into posting (job_id, source_id, external_id, content_hash, version, backfill,
                                         first_seen_at, last_seen_at)
                    values (?, ?, ?, ?, 5, false, ?, ?)""",
                    board.postingId(old.externalId()),
                    board.id(),
                    old.externalId(),
                    Identity.contentHash(old),
                    seen,
                    seen);
        }
        TestClock.CLOCK.advance(Duration.ofMinutes(5));

        // When
        Changes unchanged = board.lists(oslo, bergen);
        Changes joined = board.lists(oslo, bergen, company.posting("3", "Welder", "Voss", company.text()));
        Changes closed = board.lists(oslo);

        // Then
        assertThat(List.of(unchanged, joined, closed))
                .containsExactly(Changes.NONE, new Changes(0, 1, 0, 0), new Changes(0, 1, 1, 0));
        assertThat(company.told("Welder"))
                .extracting(JobPosted::jobId, JobPosted::version, OwnCompany::placeNames)
                .containsExactly(
                        tuple(board.postingId("1"), 6L, List.of("Oslo", "Voss")),
                        tuple(board.postingId("1"), 7L, List.of("Oslo")));
        assertThat(CrawledSource.told(JobClosed.class, board.name()))
                .extracting(JobClosed::jobId, JobClosed::version)
                .containsExactly(tuple(board.postingId("2"), 6L));
    }
}
