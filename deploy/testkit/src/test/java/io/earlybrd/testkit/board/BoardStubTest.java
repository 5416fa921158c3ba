package io.earlybrd.testkit.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.MutableClock;
import io.earlybrd.testkit.SharedData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same postings in every shape, with the habits of each provider. */
@Tag("S1")
class BoardStubTest {

    private static final JobDraft ENGINEER = JobDraft.of("Platform Engineer ", "Berlin, Germany | Remote, Germany")
            .describedAs("<p>You run Kubernetes &amp; PostgreSQL.</p>")
            .requiring("Java", "C++ & Rust")
            .workplace("onsite")
            .paying(82_000, 96_000, "EUR");

    private final MutableClock clock = MutableClock.at("2026-11-23T14:00:00Z");
    private final BoardStub stub = BoardStub.start(0, clock);
    private final Board acme = stub.board("acme", "Acme");
    private final Reader reader = new Reader(stub.url());

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void greenhouse_escapesItsHtmlOnceMoreAndWritesTimesWithAnOffset() {
        // Given
        long id = acme.add(ENGINEER);

        // When
        JsonNode job = reader.json("/v1/boards/acme/jobs?content=true").at("/jobs/0");

        // Then
        assertThat(id).isGreaterThan(1L << 32);
        assertThat(job.get("id").asLong()).isEqualTo(id);
        assertThat(job.get("title").asText()).isEqualTo("Platform Engineer ");
        assertThat(job.at("/location/name").asText()).isEqualTo("Berlin, Germany | Remote, Germany");
        assertThat(job.get("content").asText())
                .startsWith("&lt;div class=&quot;content-intro&quot;&gt;")
                .contains("About&amp;nbsp;", "Kubernetes &amp;amp; PostgreSQL", "EUR 82,000 to 96,000")
                .doesNotContain("<");
        assertThat(job.get("first_published").asText()).isEqualTo("2026-11-23T09:00:00-05:00");
        assertThat(job.get("absolute_url").asText()).isEqualTo(stub.url() + "/jobs/acme/" + id);
    }

    @Test
    void greenhouse_leavesOutWhatIsNotAskedFor() {
        // Given
        acme.add(ENGINEER);

        // Then
        assertThat(reader.json("/v1/boards/acme/jobs").at("/jobs/0").has("content"))
                .isFalse();
        assertThat(reader.json("/v1/boards/acme/jobs?content=true")
                        .at("/jobs/0")
                        .has("pay_input_ranges"))
                .isFalse();
        assertThat(reader.json("/v1/boards/acme/jobs?pay_transparency=true").at("/jobs/0/pay_input_ranges/0/min_cents"))
                .hasToString("8200000");
    }

    @Test
    void greenhouseUntil2024_lacksThreeMembers() {
        // Given
        acme.greenhouseShape(GreenhouseShape.UNTIL_2024);
        acme.add(ENGINEER);

        // Then
        JsonNode job = reader.json("/v1/boards/acme/jobs?content=true").at("/jobs/0");
        assertThat(job.has("company_name") || job.has("first_published") || job.has("language"))
                .isFalse();
    }

    @Test
    void touch_movesUpdatedAtAndNothingElse() {
        // Given
        acme.add(ENGINEER);
        JsonNode before = reader.json("/v1/boards/acme/jobs?content=true").at("/jobs/0");
        clock.advance(Duration.ofDays(1));

        // When
        acme.touchAll();

        // Then
        JsonNode after = reader.json("/v1/boards/acme/jobs?content=true").at("/jobs/0");
        List<String> changed = new ArrayList<>();
        after.properties().forEach(member -> {
            if (!member.getValue().equals(before.get(member.getKey()))) {
                changed.add(member.getKey());
            }
        });
        assertThat(changed).containsExactly("updated_at");
    }

    @Test
    void severalPostings_mayShareAJobAndStandOnTheEmployersOwnPage() {
        // Given
        acme.add(JobDraft.of("Engineer", "Berlin").ofJob(7).shownAt("https://acme.example/careers?gh_jid=1"));
        acme.add(JobDraft.of("Engineer", "Ulm").ofJob(7));

        // Then
        JsonNode jobs = reader.json("/v1/boards/acme/jobs").get("jobs");
        assertThat(jobs.findValuesAsText("internal_job_id")).containsExactly("7", "7");
        assertThat(jobs.at("/0/absolute_url").asText()).isEqualTo("https://acme.example/careers?gh_jid=1");
    }

    @Test
    void lever_keepsWhatIsRequiredInListsOfItsOwn() {
        // Given
        acme.add(ENGINEER);

        // When
        JsonNode posting = reader.json("/v0/postings/acme?mode=json").get(0);

        // Then
        assertThat(posting.get("id").asText()).hasSize(36);
        assertThat(posting.get("createdAt").asLong()).isEqualTo(clock.millis());
        assertThat(posting.at("/lists/0/content").asText()).isEqualTo("<li>Java</li><li>C++ &amp; Rust</li>");
        assertThat(posting.get("description").asText()).doesNotContain("Java");
        assertThat(posting.get("descriptionPlain").asText()).contains("Kubernetes & PostgreSQL.\n\u00a0\n");
        assertThat(posting.get("workplaceType").asText()).isEqualTo("on-site");
        assertThat(posting.at("/categories/allLocations")).hasSize(2);
        assertThat(posting.at("/salaryRange/interval").asText()).isEqualTo("per-year-salary");
        assertThat(reader.json("/v0/postings/acme/" + posting.get("id").asText())
                        .get("text"))
                .isEqualTo(posting.get("text"));
    }

    @Test
    void lever_isReadInPages() {
        // Given
        for (int i = 0; i < 5; i++) {
            acme.add(JobDraft.of("Engineer " + i, "Berlin"));
        }

        // Then
        assertThat(reader.json("/v0/postings/acme?mode=json&skip=3&limit=10").findValuesAsText("text"))
                .containsExactly("Engineer 3", "Engineer 4");
        assertThat(reader.text("/v0/postings/acme")).startsWith("<!doctype html>");
    }

    @Test
    void feeds_areWellFormedAndNewestFirst() throws Exception {
        // Given
        acme.add(ENGINEER);
        acme.add(JobDraft.of("Nurse <b>", "Ulm"));

        // When
        List<String> rss = Feeds.texts(reader.get("/feeds/acme.xml").body(), "title");
        acme.feedFormat(FeedFormat.ATOM);
        List<String> atom = Feeds.texts(reader.get("/feeds/acme.xml").body(), "title");

        // Then
        assertThat(rss).containsExactly("Jobs at Acme", "Acme: Nurse <b>", "Acme: Platform Engineer ");
        assertThat(atom).containsExactly("Jobs at Acme", "Nurse <b>", "Platform Engineer ");
        assertThat(reader.get("/feeds/acme.xml").headers().firstValue("Content-Type"))
                .hasValue("application/atom+xml; charset=utf-8");
    }

    @Test
    void unknownBoard_isMissedInTheProvidersOwnWords() {
        assertThat(reader.get("/v1/boards/nobody/jobs").statusCode()).isEqualTo(404);
        assertThat(reader.text("/v0/postings/nobody?mode=json"))
                .isEqualTo("{\"ok\":false,\"error\":\"Document not found\"}");
        assertThat(reader.get("/feeds/nobody.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void pageOfAPosting_isGoneWhenItIsTakenDown() {
        // Given
        long id = acme.add(ENGINEER);
        String page = "/jobs/acme/" + id;
        assertThat(reader.text("/")).contains("href=\"" + page + "\"", "Acme");
        assertThat(reader.text(page)).contains("<h1>Platform Engineer </h1>", "C++ &amp; Rust", "EUR 82,000");

        // When
        acme.remove(id);

        // Then
        assertThat(reader.get(page).statusCode()).isEqualTo(410);
        assertThat(reader.get("/jobs/acme/1").statusCode()).isEqualTo(404);
        assertThat(reader.json("/v1/boards/acme/jobs").get("jobs")).isEmpty();
    }

    @Test
    void recordedAnswer_isServedAsItIsWithMoreJobsAfterIt() throws Exception {
        // Given
        var recording = SharedData.path("jobs/greenhouse/recruitai-claude__greenhouse.json");
        acme.loadGreenhouse(recording);
        acme.add(ENGINEER);

        // When
        JsonNode answer = reader.json("/v1/boards/acme/jobs?content=true");

        // Then
        JsonNode recorded = EventJson.mapper().readTree(recording.toFile());
        assertThat(answer.at("/jobs/0")).isEqualTo(recorded.at("/jobs/0"));
        assertThat(answer.get("jobs")).hasSize(recorded.get("jobs").size() + 1);
    }

    @Test
    void ourJob_hasNoMemberThatIsMissingInRecordedOnes() throws Exception {
        // Given
        var recording = SharedData.path("jobs/greenhouse/recruitai-claude__greenhouse.json");
        acme.add(ENGINEER);

        // When
        JsonNode ours = reader.json("/v1/boards/acme/jobs?content=true").at("/jobs/0");

        // Then
        JsonNode theirs = EventJson.mapper().readTree(recording.toFile()).at("/jobs/0");
        List<String> names = new ArrayList<>();
        theirs.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsAll((Iterable<String>) ours::fieldNames);
    }
}
