package io.earlybrd.matcher.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Topic;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.testing.Broker;
import io.earlybrd.matcher.testing.Matches;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of alerts that are late, strange or too large. */
@QuarkusTest
@WithTestResource(Broker.class)
@Timeout(180)
class AlertRecordsTest {

    /** What is promised to somebody who edits an alert. */
    private static final Duration PROMISED = Duration.ofSeconds(10);

    @Inject
    AlertIndex index;

    @Inject
    AlertRecords records;

    @Inject
    MeterRegistry registry;

    @Test
    @Tag("M11")
    void editedAlert_isLiveInTimeInItsNewVersion() {
        // Given
        AlertSaved alert = publish(Wish.of("glassblower"));
        awaitVersion("glassblower", 1);

        // When
        publish(Wish.of("glassblower").id(alert.alertId()).version(2));

        // Then
        awaitVersion("glassblower", 2);
    }

    @Test
    void alertFromTheFuture_isLiveThoughItHasMembersThatNobodyKnows() {
        // Given
        AlertSaved alert = Wish.of("farrier").saved();
        ObjectNode json = EventJson.mapper().valueToTree(alert);
        json.put("urgency", "high").putObject("team").put("size", 3);
        ((ObjectNode) json.get("filters")).put("commute", 30);

        // When
        produce(alert.key(), json.toString());

        // Then
        awaitVersion("farrier", 1);
    }

    @Test
    void olderVersionThatComesLate_changesNothing() {
        // Given
        AlertSaved alert = publish(Wish.of("hatter").version(3));

        // When
        publish(Wish.of("cordwainer").id(alert.alertId()).version(2));
        publish(Wish.of("marker"));

        // Then
        awaitVersion("marker", 1);
        assertThat(versionFor("hatter")).isEqualTo(3);
        assertThat(versionFor("cordwainer")).isZero();
    }

    @Test
    void tombstoneBeforeItsAlert_doesNotKeepTheAlertOut() {
        // Given
        Wish wish = Wish.of("limner");
        Matches.kafka().publishTombstone(Topic.ALERTS, wish.saved().key());

        // When
        publish(wish);

        // Then
        awaitVersion("limner", 1);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(Wish.of("weaver OR ("), "The bracket at column 11 is never closed"),
                Arguments.of(Wish.of(String.join(" OR ", words(10_000))), "2000 are allowed"),
                Arguments.of(Wish.of("weaver").in(words(101)), "filter places names 101, at most 100 are allowed"),
                Arguments.of(
                        Wish.of("weaver").notAt("x".repeat(201)),
                        "filter companiesOut has one of 201 characters, at most 200 are allowed"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    @Tag("M15")
    void editThatIsRefused_leavesTheLastGoodVersionAndCountsUntilItIsMended(Wish edit, String reason) {
        // Given
        AlertSaved alert = publish(Wish.of("loomfixer"));
        awaitVersion("loomfixer", 1);
        double refused = refused();

        // When
        publish(edit.id(alert.alertId()).version(2));

        // Then
        ConsumerRecord<String, byte[]> letter = Matches.kafka()
                .awaitRecord(Topic.ALERTS.deadLetters(), dead -> alert.key().equals(dead.key()), PROMISED);
        assertThat(new String(letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                .contains(reason);
        await().atMost(PROMISED).untilAsserted(() -> assertThat(refused()).isEqualTo(refused + 1));
        assertThat(versionFor("loomfixer")).isEqualTo(1);

        publish(Wish.of("loomfixer").id(alert.alertId()).version(3));
        awaitVersion("loomfixer", 3);
        await().atMost(PROMISED).untilAsserted(() -> assertThat(refused()).isEqualTo(refused));
        Matches.kafka().publishTombstone(Topic.ALERTS, alert.key());
        await().atMost(PROMISED)
                .untilAsserted(() -> assertThat(versionFor("loomfixer")).isZero());
    }

    @Test
    @Tag("M15")
    void editThatIsRefused_countsThoughOlderVersionsCameWithIt() {
        // Given
        AlertSaved alert = Wish.of("fuller").version(1).saved();
        double refused = refused();

        // When
        records.take(List.of(
                record(1, alert),
                record(2, Wish.of("tucker").saved()),
                record(3, Wish.of("fuller OR (").id(alert.alertId()).version(2).saved()),
                record(4, Wish.of("walker").saved())));

        // Then
        assertThat(refused()).isEqualTo(refused + 1);
        assertThat(List.of(versionFor("fuller"), versionFor("tucker"), versionFor("walker")))
                .containsExactly(1L, 1L, 1L);

        // When
        records.take(List.of(
                record(5, Wish.of("fuller").id(alert.alertId()).version(3).saved())));

        // Then
        assertThat(refused()).isEqualTo(refused);
        assertThat(versionFor("fuller")).isEqualTo(3);
    }

    @Test
    @Tag("M11")
    void alertThatIsDeletedRightAfterItWasSaved_isGone() {
        // Given
        AlertSaved deleted = Wish.of("thatcher").saved();
        AlertSaved again = Wish.of("reeder").version(2).saved();

        // When
        records.take(List.of(
                record(1, deleted),
                tombstone(2, deleted.key()),
                record(3, Wish.of("reeder").id(again.alertId()).version(1).saved()),
                tombstone(4, again.key()),
                record(5, again)));

        // Then
        assertThat(versionFor("thatcher")).isZero();
        assertThat(versionFor("reeder")).isEqualTo(2);
    }

    private static ConsumerRecord<String, byte[]> record(long offset, AlertSaved alert) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                Topic.ALERTS.topicName(), Topic.PARTITIONS, offset, alert.key(), EventJson.writeBytes(alert));
        new CloudEvent(UUID.randomUUID(), AlertSaved.class.getSimpleName(), "/test", Instant.EPOCH)
                .writeTo(record.headers());
        return record;
    }

    private static ConsumerRecord<String, byte[]> tombstone(long offset, String key) {
        return new ConsumerRecord<>(Topic.ALERTS.topicName(), Topic.PARTITIONS, offset, key, null);
    }

    private double refused() {
        return registry.get(AlertMetrics.REFUSED).gauge().value();
    }

    private void awaitVersion(String title, long version) {
        await().atMost(PROMISED)
                .untilAsserted(() -> assertThat(versionFor(title)).isEqualTo(version));
    }

    /** The version of the alert that a job of this title is for; 0 for none. */
    private long versionFor(String title) {
        JobText job = Posting.titled(title).text();
        return index.matching(job).stream()
                .flatMap(found -> index.matchOf(found, job).stream())
                .mapToLong(AlertMatch::alertVersion)
                .max()
                .orElse(0);
    }

    private static AlertSaved publish(Wish wish) {
        AlertSaved alert = wish.saved();
        Matches.kafka().publish(alert);
        return alert;
    }

    private static void produce(String key, String json) {
        Matches.kafka()
                .produce(
                        Topic.ALERTS.topicName(),
                        key,
                        json.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                CloudEvent.ID,
                                UUID.randomUUID().toString(),
                                CloudEvent.TYPE,
                                AlertSaved.class.getSimpleName(),
                                CloudEvent.SOURCE,
                                "/test",
                                CloudEvent.TIME,
                                "2026-11-20T08:00:00Z"));
    }

    private static String[] words(int count) {
        return IntStream.range(0, count).mapToObj(number -> "w" + number).toArray(String[]::new);
    }
}
