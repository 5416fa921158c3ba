package io.earlybrd.scraper.liveness;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.CapturedLog;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that have left a feed of the newest, until their pages are gone too. */
@ServiceTest
@Tag("S13")
class FeedJobsTest {

    private static final Duration HALF_A_DAY = Duration.ofHours(13);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration LONGER_THAN_ANY_REST = Duration.ofDays(3);

    private final FeedSite site = new FeedSite();

    @Test
    void jobWhosePageAnswers410_isClosedAtTheSecondLookAndOpenAgainWhenItIsListed() {
        // Given
        TestSource source = site.lists("cook", "bosun").shows("cook", "bosun").crawled();
        site.lists("cook").answers(410, "bosun");

        // When
        site.looksAfter(HALF_A_DAY, "bosun");

        // Then
        assertThat(source.closed()).as("at the first look").isEmpty();

        // When
        String bosun = site.postingId("bosun");
        site.looksAfter(TWO_HOURS, "bosun");

        // Then
        assertThat(source.closed())
                .containsExactly(new JobClosed(bosun, 2, source.sourceId(), TestClock.CLOCK.instant()));
        assertThat(source.column("open_jobs")).isEqualTo("1");

        // When
        site.lists("cook", "bosun");
        source.crawlAgain();

        // Then
        assertThat(source.posted())
                .filteredOn(job -> job.jobId().equals(bosun))
                .extracting(JobPosted::version, JobPosted::backfill)
                .containsExactly(tuple(1L, true), tuple(3L, true));
    }

    @Test
    void pageThatIsBackBeforeTheSecondLook_closesNothing() {
        // Given
        TestSource source = site.lists("cook", "bosun").shows("cook", "bosun").crawled();
        site.lists("cook").answers(404, "bosun");
        site.looksAfter(HALF_A_DAY, "bosun");
        assertThat(site.known("bosun", "strikes")).isEqualTo("1");

        // When
        site.shows("bosun").looksAfter(TWO_HOURS, "bosun");

        // Then
        assertThat(site.known("bosun", "strikes")).isEqualTo("0");

        // When
        site.answers(404, "bosun").looksAfter(LONGER_THAN_ANY_REST, "bosun");

        // Then
        assertThat(site.known("bosun", "strikes")).isEqualTo("1");
        assertThat(source.closed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 408, 429, 451, 500, 503})
    void answerThatSaysNothing_isNoStrike(int status) {
        // Given
        TestSource source = site.lists("cook", "bosun").shows("cook", "bosun").crawled();
        site.lists("cook").answers(404, "bosun");
        site.looksAfter(HALF_A_DAY, "bosun");

        // When
        site.answers(status, "bosun").looksAfter(TWO_HOURS, "bosun");

        // Then
        assertThat(site.known("bosun", "strikes")).isEqualTo("1");
        assertThat(site.known("bosun", "silences")).isEqualTo("1");
        assertThat(site.known("bosun", "due_at > now() + interval '23 hours'")).isEqualTo("t");
        assertThat(source.closed()).isEmpty();
    }

    @Test
    void siteThatAnswers404ForEverything_closesNothingAndIsReportedOnce() {
        // Given
        String[] jobs = {"cook", "bosun", "mate", "pilot", "purser"};
        TestSource source = site.lists(jobs).shows(jobs).crawled();
        site.lists("cook").answers(404, jobs);

        try (CapturedLog log = CapturedLog.begin()) {
            // When
            site.looksAfter(HALF_A_DAY, "bosun");
            site.looksAfter(LONGER_THAN_ANY_REST, "bosun");
            site.looksAfter(LONGER_THAN_ANY_REST, "bosun");

            // Then
            assertThat(source.closed()).isEmpty();
            assertThat(site.known("bosun", "strikes")).isEqualTo("0");
            assertThat(log.text().lines().filter(line -> line.contains("no page of a source is there any more")))
                    .singleElement()
                    .asString()
                    .contains(source.sourceId());
            assertThat(source.column("pages_gone_at")).isNotNull();
        }

        // When
        site.shows("cook", "mate", "pilot", "purser");
        site.looksAfter(LONGER_THAN_ANY_REST.multipliedBy(5), "bosun");
        site.looksAfter(TWO_HOURS, "bosun");

        // Then
        assertThat(source.closed()).extracting(JobClosed::jobId).containsExactly(site.postingId("bosun"));
        assertThat(source.column("pages_gone_at")).isNull();
    }

    @Test
    void feedOfWhichAllThatLeftAreGone_closesThemSinceItsListedPagesAreThere() {
        // Given
        String[] jobs = {"cook", "bosun", "mate", "pilot", "purser", "stoker"};
        TestSource source = site.lists(jobs).shows(jobs).crawled();

        // When
        site.lists("cook").answers(404, "bosun", "mate", "pilot", "purser", "stoker");
        site.looksAfter(HALF_A_DAY, "stoker");
        site.looksAfter(TWO_HOURS, "stoker");

        // Then
        assertThat(source.closed()).hasSize(5);
        assertThat(site.requests("bosun")).as("looks").hasSize(2);
    }

    @Test
    void pageThatSaysThatItsJobIsOver_closesItAtOnceThoughItDidNotChange() {
        // Given
        TestSource source = site.lists("cook", "bosun").shows("cook").crawled();
        String end = TestClock.CLOCK.instant().plus(2, ChronoUnit.DAYS).toString();
        site.lists("cook").answers("bosun", FeedSite.tagged("\"one\"", FeedSite.pageUntil(end)));
        site.looksAfter(HALF_A_DAY, "bosun");
        assertThat(source.closed()).isEmpty();

        // When
        String bosun = site.postingId("bosun");
        site.looksAfter(LONGER_THAN_ANY_REST, "bosun");

        // Then
        assertThat(source.closed()).extracting(JobClosed::jobId).containsExactly(bosun);
        assertThat(site.requests("bosun").get(1).header("If-None-Match")).isEqualTo("\"one\"");
    }

    @Test
    void jobsOfAFeedThatHasNotChanged_areStillListed() {
        // Given
        TestSource source = site.lists("cook", "bosun").tagsItsFeed().crawled();
        site.answers(404, "cook", "bosun");

        // When
        site.roundAfter(HALF_A_DAY);

        // Then
        assertThat(SCRAPER.number("select count(*) from look where source_id = ?", source.id()))
                .isZero();
    }

    @Test
    @Tag("G3")
    void closingThatBreaksOff_isMadeUpFor() {
        // Given
        TestSource source = site.lists("cook", "bosun").shows("cook", "bosun").crawled();
        site.lists("cook").answers(410, "bosun").looksAfter(HALF_A_DAY, "bosun");
        String bosun = site.postingId("bosun");
        SCRAPER.change("alter table posting add constraint crash check (closed_at is null or source_id <> '"
                + source.id() + "')");
        try (CapturedLog log = CapturedLog.begin()) {
            TestClock.CLOCK.advance(TWO_HOURS);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(log.text()).contains("looks broken off"));
        } finally {
            SCRAPER.change("alter table posting drop constraint crash");
        }

        // When
        TestClock.CLOCK.advance(TWO_HOURS);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(source.closed()).extracting(JobClosed::jobId).containsExactly(bosun));
    }

    @Test
    void listedJob_isNotLookedAtUnlessAsAWitness() {
        // Given
        TestSource source = site.lists("cook", "bosun", "mate")
                .shows("cook", "bosun", "mate")
                .crawled();
        site.lists("cook", "mate");

        // When
        site.looksAfter(HALF_A_DAY, "bosun");
        site.looksAfter(LONGER_THAN_ANY_REST, "bosun");

        // Then
        assertThat(site.requests("bosun")).hasSize(2);
        assertThat(source.closed()).isEmpty();
    }

    @Test
    @Tag("S4")
    void pageThatRobotsMayNotAskFor_isNotAskedFor() {
        // Given
        TestSource source =
                site.lists("cook", "bosun").shows("cook").answers(404, "bosun").crawled();
        site.lists("cook");
        Boards.site().page("/robots.txt", "User-agent: *\nDisallow: /*/jobs/");

        try {
            // When
            site.looksAfter(Duration.ofHours(25), "bosun");

            // Then
            assertThat(site.requests("bosun")).isEmpty();
            assertThat(site.known("bosun", "silences")).isEqualTo("1");
            assertThat(source.closed()).isEmpty();
        } finally {
            Boards.site().on("/robots.txt", exchange -> StubSite.send(exchange, 404, new byte[0]));
            TestClock.CLOCK.advance(Duration.ofHours(25));
        }
    }
}
