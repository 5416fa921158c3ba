package io.earlybrd.scraper.testing;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.SourceChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import io.earlybrd.testkit.board.Board;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A source of the application under test: what it is asked to do by its API, and what it tells on Kafka. */
public record TestSource(UUID id, String sourceId) {

    private static final Duration LONGEST_CRAWL = Duration.ofSeconds(60);

    /** Adds a board as a Greenhouse source; it is crawled at once. */
    public static TestSource greenhouse(Board board) {
        return add(Map.of("provider", "greenhouse", "board", board.name()));
    }

    /** Adds a source as this request says; it is crawled at once. */
    public static TestSource add(Map<String, String> request) {
        var source = call("POST", "/api/sources")
                .contentType(ContentType.JSON)
                .body(request)
                .post("/api/sources")
                .then()
                .statusCode(201)
                .extract();
        return new TestSource(UUID.fromString(source.path("id")), source.path("sourceId"));
    }

    /** A call to the API that another service has signed. */
    public static RequestSpecification call(String method, String path) {
        String token = new ServiceToken(Backends.SERVICE_KEY, TestClock.CLOCK).issue("test", method, path);
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    /** Waits until it was crawled for the first time. */
    public TestSource crawled() {
        awaitCrawl(0);
        return this;
    }

    /** Crawls it once more. */
    public TestSource crawlAgain() {
        long before = fenceAtRest();
        poll();
        awaitCrawl(before);
        return this;
    }

    /** Time passes, and it is not crawled before it is asked to be: one crawl that is due by itself would be one too many. */
    public TestSource letPass(Duration time) {
        await().atMost(LONGEST_CRAWL).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            SCRAPER.change("update source set due_at = '9999-12-31' where id = ? and leased_until is null", id);
            assertThat(column("due_at = '9999-12-31' and leased_until is null")).isEqualTo("t");
        });
        TestClock.CLOCK.advance(time);
        return this;
    }

    /** Makes it due now. */
    public void poll() {
        String path = "/api/sources/" + id + "/poll";
        call("POST", path).post(path).then().statusCode(202);
    }

    /** Number of the last claim. */
    public long fence() {
        return SCRAPER.number("select fence from source where id = ?", id);
    }

    /** A column of its row. */
    public String column(String name) {
        return SCRAPER.text("select " + name + " from source where id = ?", id);
    }

    /** The jobs that were told of, oldest first; waits until nothing of this source is left to publish. */
    public List<JobPosted> posted() {
        return records(Topic.JOBS, JobPosted.class).stream()
                .filter(job -> job.sourceId().equals(sourceId))
                .toList();
    }

    /** The closings that were told of. */
    public List<JobClosed> closed() {
        return records(Topic.JOBS, JobClosed.class).stream()
                .filter(job -> job.sourceId().equals(sourceId))
                .toList();
    }

    /** What was told of the source itself. */
    public List<SourceChanged> told() {
        return records(Topic.SOURCES, SourceChanged.class).stream()
                .filter(source -> source.sourceId().equals(sourceId))
                .toList();
    }

    /** Records of one type on a topic, once the outbox is empty. */
    public static List<ConsumerRecord<String, byte[]>> published(Topic topic, Class<? extends Event> type) {
        await().atMost(LONGEST_CRAWL)
                .untilAsserted(
                        () -> assertThat(SCRAPER.number("select count(*) from outbox where published_at is null"))
                                .isZero());
        try (KafkaProbe kafka = KafkaProbe.of(Backends.kafka())) {
            return kafka.readAll(topic.topicName()).stream()
                    .filter(record -> CloudEvent.of(record.headers()).type().equals(type.getSimpleName()))
                    .toList();
        }
    }

    private static <E extends Event> List<E> records(Topic topic, Class<E> type) {
        return published(topic, type).stream()
                .map(record -> EventJson.read(record.value(), type))
                .toList();
    }

    /** Number of the last claim, once no crawl is under way, which would serve what is asked for now. */
    private long fenceAtRest() {
        List<String> fences = await().atMost(LONGEST_CRAWL)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> SCRAPER.column(
                                "select fence::text from source where id = ? and leased_until is null", id),
                        rows -> !rows.isEmpty());
        return Long.parseLong(fences.get(0));
    }

    private void awaitCrawl(long fenceBefore) {
        await().atMost(LONGEST_CRAWL).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            assertThat(fence()).isGreaterThan(fenceBefore);
            assertThat(column("leased_until")).isNull();
        });
    }
}
