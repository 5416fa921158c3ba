package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.events.Topic;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.testing.Broker;
import io.earlybrd.matcher.testing.Matches;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many jobs at once: in runs, of which some break, and beside one that is for everybody. */
@QuarkusTest
@WithTestResource(Broker.class)
@Timeout(180)
class JobStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITION = 5;

    @Inject
    AlertIndex index;

    private final List<AlertSaved> alerts = new ArrayList<>();

    @AfterEach
    void forget() {
        alerts.forEach(alert -> index.remove(alert.alertId()));
    }

    @Test
    @Tag("M15")
    void poisonAmongTheJobsOfAPartition_isPutAsideAndTheOthersAreToldOnceAndInOrder() {
        // Given
        live(Wish.of("wainwright"));
        List<String> poison = new ArrayList<>();
        Set<String> jobs = new LinkedHashSet<>();

        // When
        for (int i = 0; i < 200; i++) {
            String key = keyOf(PARTITION);
            if (i % 50 == 7 || i % 50 == 8) {
                poison.add(key);
                Matches.kafka().produce(Topic.JOBS.topicName(), key, new byte[] {'{'}, headers());
            } else {
                jobs.add(key);
                Matches.kafka().publish(Posting.titled("Wainwright").id(key).posted());
            }
        }

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(jobsTold()).filteredOn(jobs::contains).containsExactlyElementsOf(jobs));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Matches.kafka().readAll(Topic.JOBS.deadLetters()))
                        .extracting(ConsumerRecord::key)
                        .filteredOn(poison::contains)
                        .containsExactlyElementsOf(poison));
    }

    @Test
    @Tag("M12")
    void jobForEverybody_isToldToAllInChunksAndTheJobOfAnotherPartitionIsNotBehindIt() {
        // Given
        Stream.generate(() -> Wish.of("lamplighter")).limit(20_000).forEach(this::live);
        AlertSaved other = live(Wish.of("ferrier"));
        JobPosted forAll = Posting.titled("Lamplighter")
                .id(keyOf(PARTITION))
                .body("words ".repeat(1_000))
                .posted();
        JobPosted forOne = Posting.titled("Ferrier").id(keyOf(PARTITION + 1)).posted();

        // When
        Matches.kafka().publish(forAll);
        Matches.kafka().publish(forOne);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Matches.of(forAll.jobId()))
                        .flatExtracting(JobMatched::subscribers)
                        .extracting(SubscriberMatch::subscriberId)
                        .hasSize(20_000)
                        .doesNotHaveDuplicates()
                        .doesNotContain(other.subscriberId()));
        assertThat(Matches.of(forAll.jobId()))
                .hasSizeGreaterThanOrEqualTo(20_000 / JobMatched.MAX_SUBSCRIBERS)
                .allSatisfy(
                        match -> assertThat(match.subscribers()).hasSizeLessThanOrEqualTo(JobMatched.MAX_SUBSCRIBERS));
        assertThat(timeOfLast(forOne)).isLessThan(timeOfLast(forAll));
    }

    private AlertSaved live(Wish wish) {
        AlertSaved alert = wish.saved();
        index.save(alert);
        alerts.add(alert);
        return alert;
    }

    private static List<String> jobsTold() {
        return Matches.kafka().readAll(Topic.MATCHES.topicName()).stream()
                .sorted((one, other) -> Long.compare(one.offset(), other.offset()))
                .map(record -> Matches.read(record).jobId())
                .toList();
    }

    /** When the broker took the last record about a job, in milliseconds. */
    private static long timeOfLast(JobPosted job) {
        return Matches.recordsOf(job.jobId()).stream()
                .mapToLong(ConsumerRecord::timestamp)
                .max()
                .orElseThrow();
    }

    private static String keyOf(int partition) {
        return Stream.generate(() -> UUID.randomUUID().toString())
                .filter(key -> Topic.partitionOf(key) == partition)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> headers() {
        return Map.of(
                CloudEvent.ID,
                UUID.randomUUID().toString(),
                CloudEvent.TYPE,
                JobPosted.class.getSimpleName(),
                CloudEvent.SOURCE,
                "/test",
                CloudEvent.TIME,
                "2026-11-20T08:00:00Z");
    }
}
