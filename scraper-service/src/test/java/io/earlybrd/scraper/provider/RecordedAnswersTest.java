package io.earlybrd.scraper.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.provider.ashby.AshbyAdapter;
import io.earlybrd.scraper.provider.bamboohr.BambooHrAdapter;
import io.earlybrd.scraper.provider.greenhouse.GreenhouseAdapter;
import io.earlybrd.scraper.provider.himalayas.HimalayasAdapter;
import io.earlybrd.scraper.provider.jobicy.JobicyAdapter;
import io.earlybrd.scraper.provider.jobposting.JobPostingAdapter;
import io.earlybrd.scraper.provider.lever.LeverAdapter;
import io.earlybrd.scraper.provider.personio.PersonioAdapter;
import io.earlybrd.scraper.provider.recruitee.RecruiteeAdapter;
import io.earlybrd.scraper.provider.remoteok.RemoteOkAdapter;
import io.earlybrd.scraper.provider.rss.RssAdapter;
import io.earlybrd.scraper.provider.smartrecruiters.SmartRecruitersAdapter;
import io.earlybrd.scraper.provider.teamtailor.TeamtailorAdapter;
import io.earlybrd.scraper.provider.workable.WorkableAdapter;
import io.earlybrd.scraper.provider.workday.WorkdayAdapter;
import io.earlybrd.scraper.testing.Fixture;
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
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded answer of a real board is read, and what comes out is clean. */
@Tag("S1")
class RecordedAnswersTest {

    private static final URI BASE = URI.create("https://boards.example");
    private static final Clock BEFORE_THE_RECORDINGS = MutableClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Pattern MARKUP =
            Pattern.compile("</?(p|div|li|ul|br|span|strong|h[1-6])\\b|&(nbsp|amp|lt|gt);");

    private record Recorded(Adapter adapter, String board, String glob, String oncePerListing) {
        @Override
        public String toString() {
            return adapter.provider() + " " + glob;
        }
    }

    static Stream<Recorded> recordings() {
        AshbyAdapter ashby = new AshbyAdapter(BASE);
        RecruiteeAdapter recruitee = new RecruiteeAdapter(BASE.toString());
        SmartRecruitersAdapter smartRecruiters = new SmartRecruitersAdapter(BASE);
        return Stream.of(
                of(new GreenhouseAdapter(BASE), "greenhouse/*.json", "\"absolute_url\""),
                of(new GreenhouseAdapter(BASE), "ats-reconstructed/greenhouse/*.json", "\"absolute_url\""),
                of(new LeverAdapter(BASE), "lever/*.json", "\"hostedUrl\""),
                of(new LeverAdapter(BASE), "ats-reconstructed/lever/*.json", "\"hostedUrl\""),
                of(ashby, "ashby/*.json", "\"isListed\": true"),
                of(ashby, "ashby-boards/*.json", "\"isListed\":\\s*true"),
                of(ashby, "ats-reconstructed/ashby/*.json", "\"isListed\": true"),
                // The one job in it is listed once for each of its two countries.
                of(new WorkableAdapter(BASE), "workable/*.json", "\"country\": \"Spain\",\\s+\"city\""),
                of(smartRecruiters, "smartrecruiters/*.json", "\"refNumber\""),
                of(smartRecruiters, "ats-reconstructed/smartrecruiters/*.json", "\"refNumber\""),
                of(recruitee, "recruitee/*.json", "\"careers_url\""),
                of(recruitee, "ats-reconstructed/recruitee/*.json", "\"careers_url\""),
                of(new PersonioAdapter(BASE.toString()), "personio/*.xml", "<position>"),
                of(new BambooHrAdapter(BASE.toString()), "bamboohr/*.json", "\"jobOpeningName\""),
                of(new TeamtailorAdapter(BASE.toString()), "teamtailor/*.json", "\"date_published\""),
                new Recorded(
                        new WorkdayAdapter(BASE.toString(), Clock.systemUTC()),
                        "tenant.wd5/Site",
                        "jobs/workday/*.json",
                        "\"externalPath\""));
    }

    private static Recorded of(Adapter adapter, String glob, String oncePerListing) {
        return new Recorded(adapter, "recorded", "jobs/" + glob, oncePerListing);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void board_isRead(Recorded recorded) throws IOException {
        readAll(recorded);
    }

    @Test
    @Tag("S2")
    void rss_isRead() throws IOException {
        readAll(of(new RssAdapter(BEFORE_THE_RECORDINGS), "rss/*.xml", "<item>"));
        readAll(of(new RssAdapter(MutableClock.at(Instant.EPOCH)), "neogov/*.rss", "<item[ >]"));
        readAll(of(new RssAdapter(BEFORE_THE_RECORDINGS), "teamtailor/*.json", "\"_jobposting\""));
    }

    @Test
    void remoteBoards_areRead() throws IOException {
        readAll(of(new RemoteOkAdapter(BASE), "remoteok/*.json", "\"position\":"));
        readAll(of(new HimalayasAdapter(BASE, BEFORE_THE_RECORDINGS), "himalayas/*.json", "\"guid\":"));
        readAll(of(new JobicyAdapter(BASE), "jobicy/*.json", "\"jobTitle\":"));
    }

    @Test
    @Tag("S2")
    void jobPostings_areRead() throws IOException {
        JobPostingAdapter pages = new JobPostingAdapter(BEFORE_THE_RECORDINGS);
        readAll(of(pages, "jsonld-pages/ats-*.html", "\"@type\": ?\"JobPosting\""));
        readAll(of(pages, "jsonld-synthetic/*.html", "\"@type\": \"JobPosting\""));
    }

    @Test
    @Tag("S2")
    void pagesWithOtherStructuredData_haveNoJobs() throws IOException {
        List<Path> pages = new ArrayList<>(SharedData.files("jobs/structured-data-extruct/*.html"));
        pages.addAll(SharedData.files("jobs/jsonld-pages/company-mara*.html"));
        for (Path file : pages) {
            try (InputStream body = Files.newInputStream(file)) {
                assertThat(read(of(new JobPostingAdapter(BEFORE_THE_RECORDINGS), "", ""), body)
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
                assertThat(read(of(new JobPostingAdapter(BEFORE_THE_RECORDINGS), "", ""), body)
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
        Outcome outcome = read(of(new GreenhouseAdapter(BASE), "", ""), Fixture.body(json));

        // Then
        assertThat(outcome.postings())
                .extracting(Posting::title)
                .containsExactly("Application developer", "Finance Analyst");
    }

    private static void readAll(Recorded recorded) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (Path file : SharedData.files(recorded.glob())) {
            Outcome outcome;
            try (InputStream body = Files.newInputStream(file)) {
                outcome = read(recorded, body);
            }
            // Some recordings were shortened; the number of all jobs still stands in them.
            if (!outcome.reason().matches("only \\d+ of \\d+ listed")) {
                softly.assertThat(outcome.kind())
                        .as("%s %s", file, outcome.reason())
                        .isEqualTo(Outcome.Kind.OK);
            }
            softly.assertThat(read(outcome))
                    .as(file.toString())
                    .hasSize(Files.readString(file).split(recorded.oncePerListing(), -1).length - 1)
                    .allSatisfy(RecordedAnswersTest::clean);
        }
        softly.assertAll();
    }

    private static Outcome read(Recorded recorded, InputStream body) throws IOException {
        return recorded.adapter().read(new Board(recorded.board(), "Recorded"), new Answer(BASE, null, body));
    }

    /** What the list alone says, whether details would say more or not. */
    private static List<Posting> read(Outcome outcome) {
        return Stream.concat(
                        outcome.postings().stream(),
                        outcome.listed().stubs().stream().map(Stub::listed).filter(Objects::nonNull))
                .toList();
    }

    private static void clean(Posting posting) {
        Stream.of(posting.title(), posting.company())
                .forEach(line ->
                        assertThat(line).isEqualTo(line.strip()).isNotEmpty().doesNotContain("  ", "\n"));
        assertThat(posting.url().isAbsolute()).isTrue();
        assertThat(posting.description()).doesNotContainPattern(MARKUP).doesNotContain("\u00a0", "\n\n\n");
    }
}
