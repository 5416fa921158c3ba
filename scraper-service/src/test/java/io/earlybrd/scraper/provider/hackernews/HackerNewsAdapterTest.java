package io.earlybrd.scraper.provider.hackernews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.testing.Fixture;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1")
class HackerNewsAdapterTest {

    private static final Board BOARD = new Board("all", null);

    private final HackerNewsAdapter adapter = new HackerNewsAdapter(URI.create("https://hn.example"));

    @Test
    void newestThread_leadsToItsComments() throws IOException {
        Outcome outcome = read("""
                {"hits":[{"objectID":"9","title":"Ask HN: Who wants to be hired? (August 2026)"},
                         {"objectID":"8","title":"Ask HN: Who is hiring? (August 2026)"},
                         {"objectID":"5","title":"Ask HN: Who is hiring? (July 2026)"}]}""");

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.listed().next())
                .extracting(BoardRequest::uri)
                .containsExactly(
                        URI.create("https://hn.example/api/v1/search_by_date?tags=comment,story_8&hitsPerPage=1000"));
    }

    @Test
    void commentByTheCustom_isAJob() throws IOException {
        Posting job = read(Fixture.text("hackernews.json")).postings().get(0);

        assertThat(job.externalId()).isEqualTo("700001");
        assertThat(job.company()).isEqualTo("Foghorn");
        assertThat(job.title()).isEqualTo("Senior Buoy Engineer");
        assertThat(job.places()).extracting(Place::text).containsExactly("Bergen, Norway");
        assertThat(job.workplace()).isEqualTo(Workplace.ONSITE);
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.url()).isEqualTo(URI.create("https://news.ycombinator.com/item?id=700001"));
        assertThat(job.postedAt()).isEqualTo(Instant.parse("2026-08-03T15:00:11Z"));
        assertThat(job.salary()).isEqualTo(new Salary(Optional.of(7_000_000L), Optional.of(9_000_000L), "EUR", "year"));
        assertThat(job.description()).contains("buoys & bells");
    }

    @Test
    void addressesOfPeople_areNotKept() throws IOException {
        String text = read(Fixture.text("hackernews.json")).postings().get(0).description();

        assertThat(text).doesNotContain("ola.nordmann", "kari", "@").contains("Mail (address in the comment) or");
    }

    @Test
    void commentWithoutARole_isOfferedAsJobsAtTheCompany() throws IOException {
        Posting job = read(Fixture.text("hackernews.json")).postings().get(1);

        assertThat(job.company()).isEqualTo("Lantern's Edge");
        assertThat(job.title()).isEqualTo("Jobs at Lantern's Edge");
        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.employmentType()).isEqualTo(EmploymentType.CONTRACT);
    }

    @Test
    @Tag("S3")
    void answersQuestionsAndCompanylessComments_areNoJobsAndNoFault() throws IOException {
        Outcome outcome = read(Fixture.text("hackernews.json"));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.postings()).hasSize(2);
    }

    @Test
    @Tag("S3")
    void threadInWhichHardlyAnythingIsAJob_isAFault() throws IOException {
        String hits = IntStream.range(0, 30)
                .mapToObj(
                        i -> "{\"objectID\":\"" + i + "\",\"parent_id\":1,\"story_id\":1,\"comment_text\":\"Hello.\"}")
                .collect(Collectors.joining(",", "{\"hits\":[", "]}"));

        assertThat(read(hits).kind()).isEqualTo(Outcome.Kind.CHANGED_SHAPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "-",
            value = {
                "Kyber ~ Kyber | Low-level Developers | Paris area (hybrid) and Remote in Europe | Full-time ~ Low-level Developers ~ -",
                "Hatchet ~ Hatchet | Founding Engineer | NYC or REMOTE (US and EU) | hatchet.run ~ Founding Engineer ~ -",
                "RINSE ~ RINSE | REMOTE (US) | Software Engineer | Full-Time | Salary: $80k-$200k USD ~ Software Engineer ~ REMOTE",
                "Cleric ~ Cleric | Staff SWE, AI | Staff SWE, Product | SF Onsite | $160K ~ Staff SWE, AI, Staff SWE, Product ~ ONSITE",
                "Holepuch ~ Holepuch|Remote, Worldwide|Senior Node.js Software Engineer ~ Senior Node.js Software Engineer ~ -",
                "Matterworks.ai ~ Matterworks.ai | ML Scientist | Hybrid (Boston) ~ ML Scientist ~ HYBRID"
            })
    void headings_areReadAsFarAsTheyAreClear(String company, String heading, String title, Workplace workplace) {
        HiringComment comment = HiringComment.read(heading);
        Posting job =
                comment.fill(new PostingDraft("1")).url("https://a.example").posting();

        assertThat(job.company()).isEqualTo(company);
        assertThat(job.title()).isEqualTo(title);
        if (workplace != null) {
            assertThat(job.workplace()).isEqualTo(workplace);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Onsite in San Francisco ~ San Francisco",
                "(NYC) Hybrid ~ NYC",
                "Berlin, Germany, ONSITE (2 days/week) ~ Berlin, Germany",
                "London (Old Street, hybrid) ~ London (Old Street)",
                "San Francisco, Full time, ONSITE ~ San Francisco",
                "Remote (US only) ~ Remote (US only)"
            })
    void placeBesideOtherWords_isFound(String part, String place) {
        HiringComment comment = HiringComment.read("Company | Engineer | " + part);
        Posting job =
                comment.fill(new PostingDraft("1")).url("https://a.example").posting();

        assertThat(job.places()).extracting(Place::text).containsExactly(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REMOTE",
                "Onsite 7 days a week",
                "fully remote",
                "100% ONSITE",
                "Full-time",
                "$100k",
                "https://a.example"
            })
    void partWithoutAPlace_namesNone(String part) {
        HiringComment comment = HiringComment.read("Company | Engineer | " + part);
        Posting job =
                comment.fill(new PostingDraft("1")).url("https://a.example").posting();

        assertThat(job.places()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Head of Engineering &amp; Infrastructure | Full-Time | Remote",
                "Microsoft Research is hiring Senior MLE&#x27;s in Cambridge, MA (ONSITE).",
                "Engineering Director, Developer Experience | Company: Adyen | San Francisco",
                "Pinehurst, TX | Welder | Onsite",
                "Aggregated for easier reading: https://a.example",
                "| | |",
                "",
                "a|b",
                "| Engineer | Remote"
            })
    void otherComments_areNone(String text) {
        assertThat(HiringComment.read(text)).isNull();
    }

    @Test
    @Tag("T31")
    void longComment_isReadInTime() {
        for (String piece : List.of("a.", "a at ", "| ", "(at) ", "1k | ", "a@", "Paris, ", "<a href=x>")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> HiringComment.read("Company | Engineer | Remote " + piece.repeat(100_000)),
                    piece);
        }
    }

    @Test
    void recordedThreads_areReadForTheMostPart() throws IOException {
        JsonMapper lenient = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .build();
        for (Path file : SharedData.files("jobs/hn/*.json")) {
            JsonNode jobs = lenient.readTree(file.toFile()).path("jobs");
            var hits = lenient.createArrayNode();
            jobs.forEach(job -> hits.addObject()
                    .put("objectID", job.path("id").asText())
                    .put("parent_id", 1)
                    .put("story_id", 1)
                    .put("created_at_i", job.path("time").asLong())
                    .put("comment_text", job.path("text").asText()));

            Outcome outcome = read(lenient.createObjectNode().set("hits", hits).toString());

            assertThat(outcome.kind()).as(outcome.reason()).isEqualTo(Outcome.Kind.OK);
            assertThat(outcome.postings().size()).isGreaterThan(jobs.size() * 3 / 4);
            assertThat(outcome.postings())
                    .allSatisfy(job -> assertThat(job.description()).doesNotContain("@example.com"));
        }
    }

    @Test
    void thread_isNotAllThereIs() {
        assertThat(adapter.coverage()).isEqualTo(Coverage.NEWEST_JOBS);
    }

    private Outcome read(String body) throws IOException {
        return adapter.read(BOARD, Fixture.answer(body));
    }
}
