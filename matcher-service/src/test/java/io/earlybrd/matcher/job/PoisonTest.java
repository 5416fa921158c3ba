package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.testing.Broker;
import io.earlybrd.matcher.testing.Matches;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import io.earlybrd.testkit.CapturedLog;
import io.earlybrd.testkit.SharedData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that nobody can read go to the dead letters, and what comes after them is handled. */
@QuarkusTest
@WithTestResource(Broker.class)
@Tag("M15")
@Timeout(180)
class PoisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What is left of Kafka's limit of 1 MiB by a key and the headers. */
    private static final int LARGEST_VALUE = 1024 * 1024 - 400;

    @Inject
    AlertIndex index;

    @Test
    void unreadableJob_isMovedToTheDeadLettersAndTheNextIsMatched() {
        // Given
        JobPosted next = Posting.titled("Thatcher").posted();
        publishLive(Wish.of("thatcher"), next);
        byte[] poison = "{\"jobId\":".getBytes(StandardCharsets.UTF_8);

        // When
        Matches.kafka().produce("jobs", next.jobId(), poison, headers("JobPosted"));
        Matches.kafka().publish(next);

        // Then
        assertThat(Matches.awaitRecordsOf(next.jobId(), 1)).hasSize(1);
        ConsumerRecord<String, byte[]> letter = awaitLetter("jobs.dlq", next.jobId());
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(header(letter, "dead-letter-topic")).isEqualTo("jobs");
        assertThat(header(letter, "dead-letter-reason")).contains("not a JobPosted");
    }

    @Test
    void jobWithoutTitle_isMovedToTheDeadLetters() {
        // Given
        String key = UUID.randomUUID().toString();
        String json =
                EventJson.write(Posting.titled("Thatcher").id(key).posted()).replace("\"title\"", "\"headline\"");

        // When
        Matches.kafka().produce("jobs", key, json.getBytes(StandardCharsets.UTF_8), headers("JobPosted"));

        // Then
        assertThat(header(awaitLetter("jobs.dlq", key), "dead-letter-reason")).contains("job has no title");
    }

    @ParameterizedTest
    @CsvSource({
        "places.text, '\"text\":\"Berlin\"', '\"words\":\"Berlin\"'",
        "salary.currency, '\"currency\"', '\"coin\"'",
        "salary.period, '\"period\"', '\"every\"'"
    })
    void jobWithHalfAPlaceOrPay_isMovedToTheDeadLetters(String missing, String member, String other) {
        // Given
        String key = UUID.randomUUID().toString();
        String json = EventJson.write(Posting.titled("Thatcher")
                        .id(key)
                        .in("Berlin")
                        .pay(30_000L, null, "EUR", "year")
                        .posted())
                .replace(member, other);

        // When
        Matches.kafka().produce("jobs", key, json.getBytes(StandardCharsets.UTF_8), headers("JobPosted"));

        // Then
        assertThat(header(awaitLetter("jobs.dlq", key), "dead-letter-reason")).contains("job has no " + missing);
    }

    @ParameterizedTest
    @CsvSource({"jobs, JobPosted", "alerts, AlertSaved"})
    void poisonAsLargeAsARecordMayBe_fitsWithItsReason(String topic, String type) {
        // Given
        String key = UUID.randomUUID().toString();
        byte[] poison = "{".repeat(LARGEST_VALUE).getBytes(StandardCharsets.UTF_8);

        // When
        Matches.kafka().produce(topic, key, poison, headers(type));

        // Then
        assertThat(awaitLetter(topic + ".dlq", key).value()).hasSize(LARGEST_VALUE);
    }

    @Test
    @Tag("O18")
    void poison_isNotQuotedInTheLog() {
        // Given
        String job = UUID.randomUUID().toString();
        var alert = Wish.of("saddler OR (").saved();
        byte[] poison = "{\"title\": saddler}".getBytes(StandardCharsets.UTF_8);

        // When
        String logged;
        try (CapturedLog log = CapturedLog.begin()) {
            Matches.kafka().produce("jobs", job, poison, headers("JobPosted"));
            Matches.kafka().publish(alert);
            awaitLetter("jobs.dlq", job);
            awaitLetter("alerts.dlq", alert.key());
            logged = log.text();
        }

        // Then
        assertThat(logged).contains("topic=jobs").contains("topic=alerts").doesNotContain("saddler");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "{}", "{\"alertId\":\"x\"}"})
    void unreadableAlert_isMovedToTheDeadLetters(String poison) {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        Matches.kafka().produce("alerts", key, poison.getBytes(StandardCharsets.UTF_8), headers("AlertSaved"));

        // Then
        ConsumerRecord<String, byte[]> letter = awaitLetter("alerts.dlq", key);
        assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo(poison);
        assertThat(header(letter, "dead-letter-topic")).isEqualTo("alerts");
        assertThat(header(letter, "dead-letter-partition")).isNotEmpty();
        assertThat(header(letter, "dead-letter-offset")).isNotEmpty();
        assertThat(header(letter, CloudEvent.TYPE)).isEqualTo("AlertSaved");
    }

    @Test
    void alertWhoseWordsAreNoQuery_isMovedToTheDeadLettersAndTheNextIsLive() {
        // Given
        var broken = Wish.of("saddler OR (").saved();

        // When
        JobPosted job = Posting.titled("Saddler").posted();
        Matches.kafka().publish(broken);
        publishLive(Wish.of("saddler"), job);

        // Then
        assertThat(header(awaitLetter("alerts.dlq", broken.key()), "dead-letter-reason"))
                .contains("The bracket at column 12 is never closed");
        Matches.kafka().publish(job);
        assertThat(Matches.awaitRecordsOf(job.jobId(), 1)).hasSize(1);
    }

    @Test
    void everyPoisonOfTheCollection_leavesBothTopicsFlowing() throws IOException {
        // Given
        List<String> keys = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.path("trust/kafka/poison_records.jsonl"))) {
            JsonNode poison = EventJson.mapper().readTree(line);
            String key = "poison-" + poison.path("id").asText() + "-" + UUID.randomUUID();
            keys.add(key);
            byte[] value = poison.path("value_b64").isNull()
                    ? null
                    : Base64.getDecoder().decode(poison.path("value_b64").asText());

            // When
            Matches.kafka().produce("alerts", key, value, headers("AlertSaved"));
            Matches.kafka().produce("jobs", key, value, headers("JobPosted"));
        }
        JobPosted job = Posting.titled("Chandler").posted();
        publishLive(Wish.of("chandler"), job);
        Matches.kafka().publish(job);

        // Then
        assertThat(Matches.awaitRecordsOf(job.jobId(), 1)).hasSize(1);
        assertThat(keys).isNotEmpty().allSatisfy(key -> awaitLetter("alerts.dlq", key));
    }

    /** Publishes an alert and waits until it would match the job: the two topics have no order between them. */
    private void publishLive(Wish wish, JobPosted job) {
        Matches.kafka().publish(wish.saved());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(index.matching(JobText.of(job))).isNotEmpty());
    }

    private static Map<String, String> headers(String type) {
        return Map.of(
                CloudEvent.ID,
                UUID.randomUUID().toString(),
                CloudEvent.TYPE,
                type,
                CloudEvent.SOURCE,
                "/test",
                CloudEvent.TIME,
                "2026-11-20T08:00:00Z");
    }

    private static ConsumerRecord<String, byte[]> awaitLetter(String topic, String key) {
        return Matches.kafka().awaitRecord(topic, letter -> key.equals(letter.key()), PATIENCE);
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
