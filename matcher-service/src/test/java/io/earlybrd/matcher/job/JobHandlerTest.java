package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Reason;
import io.earlybrd.events.Topic;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.testing.Broker;
import io.earlybrd.matcher.testing.FrozenTime;
import io.earlybrd.matcher.testing.Matches;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the jobs topic to the matches topic, over a real broker. */
@QuarkusTest
@WithTestResource(Broker.class)
@Timeout(180)
class JobHandlerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    AlertIndex index;

    @Test
    @Tag("M9")
    void matchingJob_isToldInThePartitionOfItsSubscriberWithReasonsAndTimes() {
        // Given
        AlertSaved alert =
                live(Wish.of("\"platform engineer\" (kubernetes OR k8s)").in("Berlin"));
        JobPosted job = Posting.titled("Platform Engineer")
                .body("We run Kubernetes.")
                .in("Berlin, Germany")
                .posted();
        Instant publishedAt = Instant.parse("2026-11-20T08:00:01Z");

        // When
        Matches.kafka().publish(job, UUID.randomUUID(), publishedAt);

        // Then
        ConsumerRecord<String, byte[]> record =
                Matches.awaitRecordsOf(job.jobId(), 1).get(0);
        JobMatched match = Matches.read(record);
        assertThat(record.partition())
                .isEqualTo(Topic.partitionOf(alert.subscriberId().toString()))
                .isEqualTo(match.partition());
        assertThat(record.key()).isEqualTo(match.key());
        assertThat(Matches.attributes(record))
                .isEqualTo(new CloudEvent(
                        MatchPublisher.idOf(match), "JobMatched", "/matcher", FrozenTime.CLOCK.instant()));
        assertThat(match.subscribers()).singleElement().satisfies(subscriber -> {
            assertThat(subscriber.subscriberId()).isEqualTo(alert.subscriberId());
            assertThat(subscriber.alerts())
                    .containsExactly(new AlertMatch(
                            alert.alertId(),
                            1,
                            List.of(
                                    new Reason("\"platform engineer\"", "title", 0),
                                    new Reason("kubernetes", "body", 7),
                                    new Reason("Berlin", "place", 0))));
        });
        assertThat(match.hops().firstSeenAt()).isEqualTo(Posting.FIRST_SEEN);
        assertThat(match.hops().publishedAt()).isEqualTo(publishedAt);
        assertThat(match.hops().matchedAt()).isEqualTo(FrozenTime.CLOCK.instant());
    }

    @Test
    @Tag("M8")
    @Tag("M16")
    void replayedJobs_giveTheSameIdsAndBytes() {
        // Given
        live(Wish.of("falconry"));
        live(Wish.of("falconry OR hunting").by(UUID.randomUUID()));
        JobPosted job = Posting.titled("Falconry and hunting instructor").posted();
        Matches.kafka().publish(job);
        List<ConsumerRecord<String, byte[]>> first = awaitSubscribers(job.jobId(), 2);
        int records = first.size();

        // When
        replay(job.jobId());

        // Then
        List<ConsumerRecord<String, byte[]>> all = Matches.awaitRecordsOf(job.jobId(), 2 * records);
        assertThat(all.stream().map(JobHandlerTest::idAndText).distinct()).hasSize(records);
    }

    @Test
    @Tag("M11")
    void editedAlert_matchesTheNextJobInItsNewVersion() {
        // Given
        AlertSaved alert = live(Wish.of("carpenter"));
        JobPosted before = Posting.titled("Carpenter and glazier").posted();
        Matches.kafka().publish(before);
        Matches.awaitRecordsOf(before.jobId(), 1);

        // When
        Matches.kafka()
                .publish(Wish.of("glazier")
                        .id(alert.alertId())
                        .by(alert.subscriberId())
                        .version(2)
                        .saved());
        JobPosted probe = Posting.titled("Glazier").posted();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(index.matching(JobText.of(probe))).isNotEmpty());
        JobPosted after = Posting.titled("Carpenter and glazier").posted();
        Matches.kafka().publish(after);

        // Then
        JobMatched match = Matches.read(Matches.awaitRecordsOf(after.jobId(), 1).get(0));
        assertThat(match.subscribers().get(0).alerts().get(0).alertVersion()).isEqualTo(2);
        assertThat(match.subscribers().get(0).alerts().get(0).reasons())
                .containsExactly(new Reason("glazier", "title", 14));
    }

    @Test
    void deletedAndPausedAlerts_getNothing() {
        // Given
        AlertSaved deleted = live(Wish.of("beekeeper"));
        AlertSaved paused = live(Wish.of("beekeeper"));
        AlertSaved running = live(Wish.of("beekeeper"));

        // When
        Matches.kafka().publishTombstone(Topic.ALERTS, deleted.key());
        Matches.kafka()
                .publish(Wish.of("beekeeper")
                        .id(paused.alertId())
                        .by(paused.subscriberId())
                        .version(2)
                        .paused()
                        .saved());
        JobPosted job = Posting.titled("Beekeeper").posted();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(index.matching(JobText.of(job))).hasSize(1));
        Matches.kafka().publish(job);

        // Then
        JobMatched match = Matches.read(Matches.awaitRecordsOf(job.jobId(), 1).get(0));
        assertThat(match.subscribers())
                .singleElement()
                .satisfies(subscriber -> assertThat(subscriber.subscriberId()).isEqualTo(running.subscriberId()));
    }

    @Test
    void backfilledAndClosedJobs_areToldToNobody() {
        // Given
        live(Wish.of("cooper"));
        JobPosted backfilled = Posting.titled("Cooper").backfill().posted();
        JobPosted marker =
                Posting.titled("Cooper, new").id(backfilled.jobId()).version(2).posted();

        // When
        Matches.kafka().publish(backfilled);
        Matches.kafka().publish(new JobClosed(backfilled.jobId(), 1, backfilled.sourceId(), Instant.now()));
        Matches.kafka().publish(marker);

        // Then
        JobMatched match =
                Matches.read(Matches.awaitRecordsOf(marker.jobId(), 1).get(0));
        assertThat(match.jobVersion()).isEqualTo(2);
    }

    @Test
    @Tag("O17")
    void traceOfTheJob_goesOnInItsMatches() {
        // Given
        live(Wish.of("tanner"));
        JobPosted job = Posting.titled("Tanner").posted();
        String traceId = UUID.randomUUID().toString().replace("-", "");
        Map<String, String> headers = headersOf(job);
        headers.put("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");

        // When
        Matches.kafka().produce("jobs", job.key(), EventJson.writeBytes(job), headers);

        // Then
        ConsumerRecord<String, byte[]> record =
                Matches.awaitRecordsOf(job.jobId(), 1).get(0);
        assertThat(new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .contains(traceId);
    }

    /** Publishes an alert and waits until it is in memory. */
    private AlertSaved live(Wish wish) {
        AlertSaved alert = wish.saved();
        int before = index.count().running();
        Matches.kafka().publish(alert);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(index.count().running()).isGreaterThan(before));
        return alert;
    }

    private static List<ConsumerRecord<String, byte[]>> awaitSubscribers(String jobId, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Matches.of(jobId))
                        .flatExtracting(JobMatched::subscribers)
                        .hasSize(count));
        return Matches.recordsOf(jobId);
    }

    /** Writes what the topic holds of a job once more, byte by byte. */
    private static void replay(String jobId) {
        Matches.kafka().readAll("jobs").stream()
                .filter(record -> jobId.equals(record.key()))
                .forEach(record -> {
                    Map<String, String> headers = new HashMap<>();
                    record.headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    Matches.kafka().produce("jobs", record.key(), record.value(), headers);
                });
    }

    private static Map<String, String> headersOf(JobPosted job) {
        return new HashMap<>(Map.of(
                CloudEvent.ID,
                UUID.randomUUID().toString(),
                CloudEvent.TYPE,
                job.getClass().getSimpleName(),
                CloudEvent.SOURCE,
                "/test",
                CloudEvent.TIME,
                "2026-11-20T08:00:01Z"));
    }

    private static String idAndText(ConsumerRecord<String, byte[]> record) {
        return Matches.attributes(record).id() + new String(record.value(), StandardCharsets.UTF_8);
    }
}
