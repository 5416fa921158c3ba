package io.earlybrd.scraper.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.provider.greenhouse.GreenhouseAdapter;
import io.earlybrd.scraper.provider.jobposting.JobPostingAdapter;
import io.earlybrd.scraper.provider.lever.LeverAdapter;
import io.earlybrd.scraper.provider.rss.RssAdapter;
import io.earlybrd.testkit.MutableClock;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every recorded answer of a real board is read, and what comes out is clean. */
@Tag("S1")
class RecordedAnswersTest {

    private static final URI BASE = URI.create("https://boards.example");
    private static final Clock BEFORE_THE_RECORDINGS = MutableClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Pattern MARKUP =
            Pattern.compile("</?(p|div|li|ul|br|span|strong|h[1-6])\\b|&(nbsp|amp|lt|gt);");

    @Test
    void greenhouse_isRead() throws IOException {
        for (String glob : new String[] {"jobs/greenhouse/*.json", "jobs/ats-reconstructed/greenhouse/*.json"}) {
            readAll(new GreenhouseAdapter(BASE), glob, "\"absolute_url\"");
        }
    }

    @Test
    void lever_isRead() throws IOException {
        for (String glob : new String[] {"jobs/lever/*.json", "jobs/ats-reconstructed/lever/*.json"}) {
            readAll(new LeverAdapter(BASE), glob, "\"hostedUrl\"");
        }
    }

    @Test
    @Tag("S2")
    void rss_isRead() throws IOException {
        readAll(new RssAdapter(), "jobs/rss/*.xml", "<item>");
    }

    @Test
    @Tag("S2")
    void jobPostings_areRead() throws IOException {
        readAll(
                new JobPostingAdapter(BEFORE_THE_RECORDINGS),
                "jobs/jsonld-pages/ats-*.html",
                "\"@type\": ?\"JobPosting\"");
        readAll(
                new JobPostingAdapter(BEFORE_THE_RECORDINGS),
                "jobs/jsonld-synthetic/*.html",
                "\"@type\": \"JobPosting\"");
    }

    @Test
    @Tag("S2")
    void pagesWithOtherStructuredData_haveNoJobs() throws IOException {
        List<Path> pages = new ArrayList<>(SharedData.files("jobs/structured-data-extruct/*.html"));
        pages.addAll(SharedData.files("jobs/jsonld-pages/company-mara*.html"));
        for (Path file : pages) {
            try (InputStream body = Files.newInputStream(file)) {
                assertThat(read(new JobPostingAdapter(BEFORE_THE_RECORDINGS), body)
                                .kind())
                        .as(file.toString())
                        .isEqualTo(Outcome.Kind.EMPTY);
            }
        }
    }

    @Test
    @Tag("S2")
    void pagesWithoutJobPostings_areOfAnotherShapeOrEmpty() throws IOException {
        for (Path file : SharedData.files("jobs/html-pages/*.html")) {
            try (InputStream body = Files.newInputStream(file)) {
                assertThat(read(new JobPostingAdapter(BEFORE_THE_RECORDINGS), body)
                                .kind())
                        .as(file.toString())
                        .isIn(Outcome.Kind.CHANGED_SHAPE, Outcome.Kind.EMPTY);
            }
        }
    }

    @Test
    void greenhouseOf2013_isRead() throws IOException {
        // Given
        String cassette = Files.readString(SharedData.path("jobs/greenhouse-vcr/jobs.yml"));
        Matcher body = Pattern.compile("string: ! '(\\{.*})'", Pattern.DOTALL).matcher(cassette);
        assertThat(body.find()).isTrue();
        String json = body.group(1).replaceAll("\\s*\\n\\s*", " ");

        // When
        Outcome outcome = read(new GreenhouseAdapter(BASE), new java.io.ByteArrayInputStream(json.getBytes()));

        // Then
        assertThat(outcome.postings())
                .extracting(Posting::title)
                .containsExactly("Application developer", "Finance Analyst");
    }

    private static void readAll(Adapter adapter, String glob, String oncePerListing) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (Path file : SharedData.files(glob)) {
            Outcome outcome;
            try (InputStream body = Files.newInputStream(file)) {
                outcome = read(adapter, body);
            }
            // Some recordings were shortened; the number of all jobs still stands in them.
            if (!outcome.reason().matches("only \\d+ of \\d+ listed")) {
                softly.assertThat(outcome.kind())
                        .as("%s %s", file, outcome.reason())
                        .isEqualTo(Outcome.Kind.OK);
            }
            softly.assertThat(outcome.postings())
                    .as(file.toString())
                    .hasSize(Files.readString(file).split(oncePerListing, -1).length - 1)
                    .allSatisfy(RecordedAnswersTest::clean);
        }
        softly.assertAll();
    }

    private static Outcome read(Adapter adapter, InputStream body) throws IOException {
        return adapter.read(new Board("recorded", "Recorded"), new Answer(BASE, null, body));
    }

    private static void clean(Posting posting) {
        Stream.of(posting.title(), posting.company())
                .forEach(line ->
                        assertThat(line).isEqualTo(line.strip()).isNotEmpty().doesNotContain("  ", "\n"));
        assertThat(posting.url().isAbsolute()).isTrue();
        assertThat(posting.description()).doesNotContainPattern(MARKUP).doesNotContain("\u00a0", "\n\n\n");
    }
}
