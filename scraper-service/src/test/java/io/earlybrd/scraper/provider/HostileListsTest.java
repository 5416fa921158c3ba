package io.earlybrd.scraper.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.scraper.provider.arbeitnow.ArbeitnowAdapter;
import io.earlybrd.scraper.provider.greenhouse.GreenhouseAdapter;
import io.earlybrd.scraper.provider.hackernews.HackerNewsAdapter;
import io.earlybrd.scraper.provider.himalayas.HimalayasAdapter;
import io.earlybrd.scraper.provider.jobicy.JobicyAdapter;
import io.earlybrd.scraper.provider.jobposting.JobPostingAdapter;
import io.earlybrd.scraper.provider.remoteok.RemoteOkAdapter;
import io.earlybrd.scraper.provider.rss.RssAdapter;
import io.earlybrd.scraper.testing.Fixture;
import io.earlybrd.scraper.testing.HostilePosting;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Postings that were written to harm whoever reads them, in the forms of the providers: each comes out clean, or is unusable; and the
 * one beside it is read in any case.
 */
@Tag("S3")
@Tag("T31")
class HostileListsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final URI BASE = URI.create("https://board.example");
    private static final Board BOARD = new Board("https://board.example/list", "Board");

    /** A provider, and how a list of two postings looks there. */
    private record Form(Adapter adapter, Writer writer) {

        @Override
        public String toString() {
            return adapter.provider();
        }
    }

    @FunctionalInterface
    private interface Writer {
        String list(List<JsonNode> postings);
    }

    static Stream<Form> forms() {
        return Stream.of(
                new Form(
                        new GreenhouseAdapter(BASE),
                        jobs -> array("jobs", jobs, (to, job) -> {
                            to.put("id", text(job, "id"))
                                    .put("title", text(job, "title"))
                                    .put("company_name", text(job, "company"));
                            to.put("absolute_url", text(job, "url")).put("content", text(job, "description"));
                            to.putObject("location").put("name", text(job, "location"));
                        })),
                new Form(
                        new RemoteOkAdapter(BASE),
                        jobs -> JSON.createArrayNode()
                                .addAll(jobs.stream()
                                        .map(job -> flat(job, "position", "company", "location", "url"))
                                        .toList())
                                .toString()),
                new Form(
                        new ArbeitnowAdapter(BASE),
                        jobs -> array("data", jobs, (to, job) -> {
                            to.setAll(flat(job, "title", "company_name", "location", "url"));
                            to.put("slug", text(job, "id"));
                        })),
                new Form(
                        new HimalayasAdapter(BASE, Clock.systemUTC()),
                        jobs -> array("jobs", jobs, (to, job) -> {
                            to.setAll(flat(job, "title", "companyName", "location", "applicationLink"));
                            to.put("guid", text(job, "url"));
                            to.putArray("locationRestrictions").add(text(job, "location"));
                        })),
                new Form(
                        new JobicyAdapter(BASE),
                        jobs -> array("jobs", jobs, (to, job) -> {
                            to.setAll(flat(job, "jobTitle", "companyName", "jobGeo", "url"));
                            to.put("jobDescription", text(job, "description"));
                        })),
                new Form(
                        new HackerNewsAdapter(BASE),
                        jobs -> array(
                                "hits",
                                jobs,
                                (to, job) -> to.put("objectID", text(job, "id"))
                                        .put("parent_id", 1)
                                        .put("story_id", 1)
                                        .put(
                                                "comment_text",
                                                text(job, "company") + " | " + text(job, "title") + " | "
                                                        + text(job, "location") + " | Full-time<p>"
                                                        + text(job, "description")))),
                new Form(
                        new RssAdapter(Clock.systemUTC()),
                        jobs -> "<rss version=\"2.0\"><channel><title>Board</title>"
                                + String.join(
                                        "",
                                        jobs.stream()
                                                .map(HostileListsTest::item)
                                                .toList()) + "</channel></rss>"),
                new Form(
                        new RssAdapter(Clock.systemUTC()),
                        jobs -> array("items", jobs, (to, job) -> {
                            to.setAll(flat(job, "title", "company", "location", "url"));
                            to.put("content_html", text(job, "description"));
                        })),
                new Form(
                        new JobPostingAdapter(Clock.systemUTC()),
                        jobs -> "<html><script type=\"application/ld+json\">"
                                + JSON.createArrayNode()
                                        .addAll(jobs.stream()
                                                .map(HostileListsTest::jobPosting)
                                                .toList())
                                        .toString()
                                        .replace("</", "<\\/")
                                + "</script></html>"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void recordedHostilePosting_comesOutCleanOrNotAtAll(Form form) throws IOException {
        cleanOrNotAtAll(form, HostilePosting.recorded());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hostilePosting_comesOutCleanOrNotAtAll(Form form) throws IOException {
        cleanOrNotAtAll(form, HostilePosting.own());
    }

    private static void cleanOrNotAtAll(Form form, Stream<HostilePosting> postings) throws IOException {
        JsonNode good = JSON.readTree("""
                {"id":"good","title":"Good Engineer","company":"Good","location":"Oslo, Norway","url":"https://good.example/1","description":"Good."}""");
        for (HostilePosting hostile : postings.toList()) {
            ObjectNode posting = hostile.posting().put("id", hostile.id());

            Outcome outcome = form.adapter()
                    .read(
                            BOARD,
                            new Answer(
                                    URI.create(BOARD.name()),
                                    null,
                                    Fixture.body(form.writer().list(List.of(posting, good)))));

            assertThat(outcome.reason()).as(hostile.id()).doesNotContain("own failure");
            // What no XML may contain makes the whole feed unreadable; anywhere else the good one is read.
            if (!(outcome instanceof Outcome.ChangedShape && form.adapter() instanceof RssAdapter)) {
                assertThat(outcome.reason()).as(hostile.id()).doesNotContain("Exception");
                assertThat(outcome.postings())
                        .as(hostile.id())
                        .extracting(Posting::title)
                        .contains("Good Engineer");
            }
            assertThat(outcome.postings()).as(hostile.id()).allSatisfy(HostileListsTest::clean);
        }
    }

    private static void clean(Posting posting) {
        assertThat(posting.url().getScheme()).isIn("http", "https");
        for (String text : List.of(posting.title(), posting.company())) {
            assertThat(text)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(500)
                    .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202e\\u2066]");
        }
        assertThat(posting.places())
                .allSatisfy(place ->
                        assertThat(place.text()).isNotBlank().doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202e]"));
        assertThat(posting.description()).hasSizeLessThanOrEqualTo(50_000).doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
    }

    @FunctionalInterface
    private interface Job {
        void write(ObjectNode to, JsonNode job);
    }

    private static String array(String member, List<JsonNode> jobs, Job writer) {
        ObjectNode list = JSON.createObjectNode();
        jobs.forEach(job -> writer.write(list.withArray(member).addObject(), job));
        return list.toString();
    }

    private static ObjectNode flat(JsonNode job, String title, String company, String location, String url) {
        return JSON.createObjectNode()
                .put("id", text(job, "id"))
                .put(title, text(job, "title"))
                .put(company, text(job, "company"))
                .put(location, text(job, "location"))
                .put(url, text(job, "url"))
                .put("description", text(job, "description"));
    }

    private static JsonNode jobPosting(JsonNode job) {
        ObjectNode posting = JSON.createObjectNode().put("@type", "JobPosting");
        posting.put("title", text(job, "title"))
                .put("url", text(job, "url"))
                .put("description", text(job, "description"));
        posting.putObject("hiringOrganization").put("name", text(job, "company"));
        posting.putObject("jobLocation").put("address", text(job, "location"));
        return posting;
    }

    private static String item(JsonNode job) {
        return "<item><title>" + Entities.escape(text(job, "title")) + "</title><company>"
                + Entities.escape(text(job, "company"))
                + "</company><location>" + Entities.escape(text(job, "location")) + "</location><link>"
                + Entities.escape(text(job, "url")) + "</link><description>" + Entities.escape(text(job, "description"))
                + "</description></item>";
    }

    private static String text(JsonNode job, String member) {
        return job.path(member).asText();
    }
}
