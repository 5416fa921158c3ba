package io.earlybrd.scraper.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.Body;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Outcome.Kind;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.provider.jobposting.JobPostingAdapter;
import io.earlybrd.testkit.MutableClock;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answers to details amount to, and what they make of a crawl. */
@Tag("S3")
class DetailAnswersTest {

    private static final String JOB = "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"hiringOrganization\":\"Galley\"}";
    private static final String OVER = JOB.replace("{", "{\"validThrough\":\"2020-01-01\",");

    private final JobPostingAdapter adapter =
            new JobPostingAdapter(MutableClock.at(Instant.parse("2026-11-25T12:00:00Z")));

    @ParameterizedTest
    @CsvSource({
        "200, JOB, OK",
        "200, OVER, GONE",
        "200, OTHER, EMPTY",
        "200, BROKEN, EMPTY",
        "404, OTHER, GONE",
        "403, OTHER, BLOCKED",
        "500, OTHER, UNREACHABLE"
    })
    void answer_isTheRightOutcome(int status, String page, Kind expected) {
        String script = switch (page) {
            case "JOB" -> JOB;
            case "OVER" -> OVER;
            case "BROKEN" -> "{{{";
            default -> "{\"@type\":\"WebPage\"}";
        };

        assertThat(read(stub(1), status, script).kind()).isEqualTo(expected);
    }

    @Test
    void details_haveTheIdAndRevisionOfTheirListing() {
        Posting job = read(stub(1), 200, JOB).postings().get(0);

        assertThat(job.externalId()).isEqualTo("1");
        assertThat(job.revision()).isEqualTo("2026-08-01");
    }

    @Test
    void pagesThatAreNoJobs_leaveTheOthersAlone() {
        // Given
        DetailReader.Progress progress = new DetailReader.Progress(0);

        // When
        for (int i = 0; i < 5; i++) {
            progress.add(stub(i), read(stub(i), 200, "{}"));
        }
        progress.add(stub(5), read(stub(5), 200, JOB));

        // Then
        assertThat(progress.ended()).isFalse();
        Outcome outcome = progress.of(listed(6));
        assertThat(outcome.kind()).isEqualTo(Kind.OK);
        assertThat(outcome.postings()).hasSize(1);
        assertThat(outcome.listed().stubs())
                .as("still listed, so nothing is closed")
                .hasSize(5);
    }

    @Test
    void listOfWhichNothingIsAJob_isAFault() {
        // Given
        DetailReader.Progress progress = new DetailReader.Progress(0);

        // When
        progress.add(stub(0), read(stub(0), 200, "{}"));

        // Then
        Outcome outcome = progress.of(listed(1));
        assertThat(outcome.kind()).isEqualTo(Kind.PARTIAL);
        assertThat(outcome.reason()).isEqualTo("details: none of 1 is known to be a job");
    }

    @Test
    void pagesThatAreNoJobsBesideThoseThatWereRead_areNoFault() {
        // Given
        DetailReader.Progress progress = new DetailReader.Progress(1);

        // When
        progress.add(stub(0), read(stub(0), 200, "{}"));

        // Then
        assertThat(progress.of(listed(2)).kind()).isEqualTo(Kind.OK);
    }

    private Outcome read(Stub stub, int status, String script) {
        String html = "<html><head><script type=\"application/ld+json\">" + script + "</script></head></html>";
        FetchedPage page = new FetchedPage(
                WebUrl.parse(stub.details().uri().toString()),
                status,
                null,
                Validators.NONE,
                null,
                null,
                Body.inMemory(List.of(Buffer.buffer(html)), false, 1 << 20));
        return AnswerReader.readDetails(adapter, new Board("https://galley.example/sitemap.xml", null), stub, page);
    }

    private static Outcome listed(int count) {
        List<Stub> stubs =
                IntStream.range(0, count).mapToObj(DetailAnswersTest::stub).toList();
        return new Outcome.Ok(new Listed(List.of(), stubs, 0, List.of(), OptionalInt.empty()));
    }

    private static Stub stub(int id) {
        URI page = URI.create("https://galley.example/jobs/" + id);
        return new Stub(Integer.toString(id), "2026-08-01", new BoardRequest(page, "text/html", 1 << 20), null);
    }
}
