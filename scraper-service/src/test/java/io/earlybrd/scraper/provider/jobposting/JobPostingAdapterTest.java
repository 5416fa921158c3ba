package io.earlybrd.scraper.provider.jobposting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.provider.UnusablePosting;
import io.earlybrd.scraper.testing.Fixture;
import io.earlybrd.testkit.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S2")
class JobPostingAdapterTest {

    private static final URI PAGE = URI.create("https://quayside.example/careers");
    private static final Board BOARD = new Board(PAGE.toString(), null);

    private final JobPostingAdapter adapter =
            new JobPostingAdapter(MutableClock.at(Instant.parse("2026-11-25T12:00:00Z")));

    @Test
    void graphWithReferences_isReadInFull() throws IOException {
        Posting job = read(Fixture.bytes("jobposting.html")).postings().get(0);

        assertThat(job.externalId()).isEqualTo("https://quayside.example/jobs/crane-engineer");
        assertThat(job.title()).isEqualTo("Crane Engineer & Rigger");
        assertThat(job.company()).isEqualTo("Quayside Robotics");
        assertThat(job.places())
                .containsExactly(
                        new Place("Bergen, Norway", Optional.of("Bergen"), Optional.empty(), Optional.of("NO")),
                        new Place(
                                "Austin, TX, United States",
                                Optional.of("Austin"),
                                Optional.of("TX"),
                                Optional.of("US")),
                        new Place("Porto, Portugal", Optional.of("Porto"), Optional.empty(), Optional.of("PT")));
        assertThat(job.employmentType()).isEqualTo(EmploymentType.INTERNSHIP);
        assertThat(job.salary())
                .isEqualTo(new Salary(Optional.of(60_000_000L), Optional.of(70_000_000L), "NOK", "year"));
        assertThat(job.description()).isEqualTo("Move boxes.\nA head for heights");
        assertThat(job.postedAt()).isEqualTo(Instant.parse("2026-08-01T13:30:00Z"));
        assertThat(job.url()).isEqualTo(URI.create("https://quayside.example/jobs/crane-engineer"));
        assertThat(job.workplace()).isNull();
    }

    @Test
    void nestedPostingWrittenByHand_isReadAsFarAsItIsClear() throws IOException {
        Posting job = read(Fixture.bytes("jobposting.html")).postings().get(1);

        assertThat(job.externalId()).as("without an address of its own").isEqualTo(PAGE + "#Harbour Master");
        assertThat(job.url()).isEqualTo(PAGE);
        assertThat(job.company()).isEqualTo("Quayside");
        assertThat(job.description()).isEqualTo("Watch the ships.");
        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.places())
                .extracting(Place::text)
                .as("where one may work from")
                .containsExactly("Norway", "Denmark");
        assertThat(job.salary()).as("no period, no meaning").isNull();
    }

    @Test
    void postingThatIsOver_isNotListed() throws IOException {
        Outcome outcome = read(Fixture.bytes("jobposting.html"));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.postings())
                .extracting(Posting::title)
                .containsExactly("Crane Engineer & Rigger", "Harbour Master");
    }

    @Test
    void microdata_isReadWhereThereIsNoJsonLd() throws IOException {
        Posting job = read(Fixture.bytes("microdata.html")).postings().get(0);

        assertThat(job.title()).isEqualTo("Lighthouse Keeper");
        assertThat(job.company()).isEqualTo("Skerry Lights");
        assertThat(job.places())
                .containsExactly(
                        new Place("Oban, United Kingdom", Optional.of("Oban"), Optional.empty(), Optional.of("GB")));
        assertThat(job.employmentType()).isEqualTo(EmploymentType.PART_TIME);
        assertThat(job.salary()).isEqualTo(new Salary(Optional.of(1260L), Optional.of(1260L), "GBP", "hour"));
        assertThat(job.postedAt()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(job.description()).isEqualTo("Mind the lamp.\n\n- Nights");
        assertThat(job.url()).isEqualTo(URI.create("https://quayside.example/keeper"));
    }

    @Test
    void jobsWithOneAddressForAll_areToldApart() throws IOException {
        Outcome outcome = read(page("""
                [{"@type":"JobPosting","title":"Cook","url":"/jobs","identifier":"HQ","hiringOrganization":"Q"},
                 {"@type":"JobPosting","title":"Bosun","url":"/jobs","identifier":"HQ","hiringOrganization":"Q"}]"""));

        assertThat(outcome.postings()).extracting(Posting::externalId).doesNotHaveDuplicates();
    }

    @Test
    @Tag("S3")
    void unreadableScriptWithPostings_makesTheListPartial() throws IOException {
        Outcome outcome = read(
                page(
                        "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"hiringOrganization\":\"Q\"}"
                                + "</script><script type=\"application/ld+json\">{\"@type\":\"JobPosting\",\"title\":\"Bosun\" \"x\"}"));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTIAL);
        assertThat(outcome.postings()).hasSize(1);
        assertThat(outcome.reason()).contains("unreadable JSON-LD");
    }

    @Test
    @Tag("S3")
    void pageThatDescribesOtherThings_isEmpty() throws IOException {
        assertThat(read(page("{\"@type\":\"Organization\",\"name\":\"Q\"}")).kind())
                .isEqualTo(Outcome.Kind.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"hiringOrganization\":\"Q\"}-->",
                "//<![CDATA[\n{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"hiringOrganization\":\"Q\"}\n//]]>",
                "/* <![CDATA[ */{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"hiringOrganization\":\"Q\"}/* ]]> */",
                "{&quot;@type&quot;:&quot;JobPosting&quot;,&quot;title&quot;:&quot;Cook&quot;,&quot;hiringOrganization&quot;:&quot;Q&quot;}",
                "{'@type':'JobPosting','title':'Cook','hiringOrganization':{'name':'Q'}};",
                "{\"@type\":\"WebSite\"}{\"@type\":\"schema:JobPosting\",\"title\":[\"Cook\"],\"hiringOrganization\":[{\"name\":\"Q\"}]}",
                "{\"@type\":\"JobPosting\",\"title\":\"Co\\ok\",\"hiringOrganization\":\"Q\"}"
            })
    void scriptAsPeopleWriteIt_isRead(String script) throws IOException {
        assertThat(read(page(script)).postings()).extracting(Posting::title).containsExactly("Cook");
    }

    @Test
    @Tag("T31")
    void deeplyNestedScript_isNotReadAndHarmsNothing() throws IOException {
        String deep = "[".repeat(100_000) + "JobPosting" + "]".repeat(100_000);

        assertThat(read(page(deep)).kind()).isEqualTo(Outcome.Kind.CHANGED_SHAPE);
    }

    @Test
    @Tag("T31")
    void whatIsNestedOrLongWithoutEnd_takesNeitherTheStackNorTheTime() throws IOException {
        // Given
        String deepText =
                "{\"@type\":\"JobPosting\",\"title\":" + "{\"name\":".repeat(900) + "\"Cook\"" + "}".repeat(901);
        String deepMarkup = "<div itemscope itemtype=\"https://schema.org/JobPosting\"><b itemprop=title>Cook</b>"
                + "<div itemprop=description itemscope>".repeat(50_000) + "</html>";
        String blanks = "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"hiringOrganization\":\"Q\"}"
                + " ".repeat(1_000_000) + "]";

        // Then
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(read(page(deepText)).kind()).isEqualTo(Outcome.Kind.CHANGED_SHAPE);
            assertThat(read(deepMarkup.getBytes(StandardCharsets.UTF_8)).postings())
                    .hasSize(1);
            assertThat(read(page(blanks)).kind()).isEqualTo(Outcome.Kind.CHANGED_SHAPE);
        });
    }

    @Test
    void sitemap_listsWhatMayBeJobsOfItsOwnSite() throws IOException {
        // Given
        String sitemap = """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
                  <url><loc>https://quayside.example/careers/</loc></url>
                  <url><loc> https://quayside.example/careers/crane-engineer </loc><lastmod>2026-08-01</lastmod>
                    <image:image><image:loc>https://quayside.example/jobs/crane.png</image:loc></image:image></url>
                  <url><loc>https://quayside.example/about-us</loc></url>
                  <url><loc>https://quayside.example/blog/our-careers/story</loc></url>
                  <url><loc>https://quayside.example/careers/benefits</loc></url>
                  <url><loc>https://jobs.quayside.example/job/bosun?x=1&amp;y=2</loc></url>
                  <url><loc>https://elsewhere.example/jobs/victim</loc></url>
                  <url><loc>javascript:alert(1)</loc></url>
                  <url><lastmod>2026-08-01</lastmod></url>
                </urlset>""";

        // When
        Outcome outcome = adapter.read(
                BOARD,
                new Answer(URI.create("https://quayside.example/sitemap.xml"), "text/xml", Fixture.body(sitemap)));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.listed().stubs())
                .extracting(Stub::externalId, Stub::revision)
                .containsExactly(
                        tuple("https://quayside.example/careers/crane-engineer", "2026-08-01"),
                        tuple("https://jobs.quayside.example/job/bosun?x=1&y=2", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jobs/1234",
                "/en/careers/open-positions/welder/",
                "/karriere/stellenangebote/koch-m-w-d",
                "/job-4711",
                "/offres-emploi/soudeur"
            })
    void addressThatSaysJob_leadsToOne(String path) {
        assertThat(Sitemap.leadsToJob(URI.create("https://a.example" + path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/jobs",
                "/careers/",
                "/products/1234",
                "/careers/culture",
                "/jobs/page/2",
                "/jobs/category/sales",
                "/our-jobs-story"
            })
    void addressOfAnythingElse_doesNot(String path) {
        assertThat(Sitemap.leadsToJob(URI.create("https://a.example" + path))).isFalse();
    }

    @Test
    void compressedIndex_leadsToItsSitemapsOfJobs() throws IOException {
        // Given
        String index = """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <sitemap><loc>https://quayside.example/sitemap-jobs.xml</loc><lastmod>2026-08-01</lastmod></sitemap>
                  <sitemap><loc>https://quayside.example/sitemap-blog.xml</loc></sitemap>
                </sitemapindex>""";
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(index.getBytes(StandardCharsets.UTF_8));
        }

        // When
        Outcome outcome = read(zipped.toByteArray());

        // Then
        assertThat(outcome.listed().next())
                .extracting(BoardRequest::uri)
                .containsExactly(URI.create("https://quayside.example/sitemap-jobs.xml"));
    }

    @Test
    void sitemapOfJobs_listsAllItsPages() throws IOException {
        Outcome outcome = adapter.read(
                BOARD,
                new Answer(
                        URI.create("https://quayside.example/job_listing-sitemap.xml"),
                        "text/xml",
                        Fixture.body("<urlset><url><loc>https://quayside.example/p/cook</loc></url></urlset>")));

        assertThat(outcome.listed().stubs()).hasSize(1);
    }

    @Test
    @Tag("T31")
    void bombInASitemap_isNotUnfolded() throws IOException {
        // Given
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("<urlset>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
                gzip.write(blanks);
            }
        }

        assertThatThrownBy(() -> read(zipped.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    @Tag("T31")
    void entitiesInASitemap_areRefused() throws IOException {
        String sitemap =
                "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>https://quayside.example/jobs/&x;"
                        + "</loc></url></urlset>";

        assertThat(read(sitemap.getBytes(StandardCharsets.UTF_8)).listed().stubs())
                .isEmpty();
    }

    @Test
    void details_areThePostingOfTheirPage() throws IOException {
        Posting job = details(
                "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"hiringOrganization\":\"Q\",\"validThrough\":\"2026-11-25\"}");

        assertThat(job.title()).isEqualTo("Cook");
        assertThat(job.url()).isEqualTo(URI.create("https://quayside.example/jobs/1"));
    }

    @Test
    void detailsAmongRelatedJobs_areThoseWithTheAddress() throws IOException {
        Posting job = details(
                "[{\"@type\":\"JobPosting\",\"title\":\"Bosun\",\"url\":\"/jobs/2\",\"hiringOrganization\":\"Q\"},"
                        + "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"url\":\"/jobs/1\",\"hiringOrganization\":\"Q\"}]");

        assertThat(job.title()).isEqualTo("Cook");
    }

    @Test
    void detailsOfAJobThatIsOver_areNone() throws IOException {
        assertThat(
                        details(
                                "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"hiringOrganization\":\"Q\",\"validThrough\":\"2026-11-20\"}"))
                .isNull();
    }

    @Test
    @Tag("S3")
    void detailsWithoutAPosting_failAlone() {
        assertThatThrownBy(() -> details("{\"@type\":\"WebPage\"}")).isInstanceOf(UnusablePosting.class);
    }

    @Test
    void name_isTheAddressInOneForm() {
        assertThat(adapter.boardName(" HTTPS://Quayside.example:443/careers#open "))
                .isEqualTo("https://quayside.example/careers");
        assertThatThrownBy(() -> adapter.boardName("quayside")).isInstanceOf(InvalidBoard.class);
    }

    private Outcome read(byte[] body) throws IOException {
        return adapter.read(BOARD, new Answer(PAGE, "text/html; charset=utf-8", new ByteArrayInputStream(body)));
    }

    private Posting details(String json) throws IOException {
        Outcome listed = adapter.read(
                BOARD,
                new Answer(
                        PAGE,
                        null,
                        Fixture.body("<urlset><url><loc>https://quayside.example/jobs/1</loc></url></urlset>")));
        Stub stub = listed.listed().stubs().get(0);
        return adapter.details(
                BOARD, stub, new Answer(stub.details().uri(), null, new ByteArrayInputStream(page(json))));
    }

    private static byte[] page(String script) {
        return ("<html><head><script type=\"application/ld+json\">" + script + "</script></head><body></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
