package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.AlertStopped;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaProbeTest {

    private static final String TOPIC = Topic.DELIVERIES.topicName();

    private final KafkaProbe probe = KafkaProbe.of(Backends.kafka());

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void publishedEvent_isOnItsTopicAsItsOwnerWouldPutIt() {
        // Given
        AlertStopped stopped = new AlertStopped(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);

        // When
        UUID eventId = probe.publish(stopped);

        // Then
        ConsumerRecord<String, byte[]> onTopic =
                probe.awaitRecord(TOPIC, candidate -> stopped.key().equals(candidate.key()), Duration.ofSeconds(10));
        CloudEvent attributes = CloudEvent.of(onTopic.headers());
        assertThat(attributes.id()).isEqualTo(eventId);
        assertThat(attributes.type()).isEqualTo("AlertStopped");
        assertThat(EventJson.read(onTopic.value(), AlertStopped.class)).isEqualTo(stopped);
        assertThat(onTopic.partition()).isEqualTo(Topic.partitionOf(stopped.key()));
    }

    @Test
    void recordsOfManyKeys_areReadInTheOrderOfTheBrokersTime() {
        // Given
        String run = UUID.randomUUID().toString();
        for (int i = 0; i < 30; i++) {
            byte[] value = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            probe.produce("jobs.dlq", run + i, value, Map.of("run", run));
        }

        // When
        var records = probe.readAll("jobs.dlq").stream()
                .filter(candidate -> candidate.key().startsWith(run))
                .toList();

        // Then
        assertThat(records)
                .hasSize(30)
                .isSortedAccordingTo((a, b) -> Long.compare(a.timestamp(), b.timestamp()))
                .allSatisfy(candidate -> assertThat(
                                candidate.headers().lastHeader("run").value())
                        .asString()
                        .isEqualTo(run));
    }

    @Test
    void tombstone_hasNoValue() {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        probe.publishTombstone(Topic.ALERTS, key);

        // Then
        assertThat(probe.readAll(Topic.ALERTS.topicName()))
                .filteredOn(candidate -> candidate.key().equals(key))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.value()).isNull());
    }

    @Test
    void recordThatDoesNotCome_failsWithWhatCameInstead() {
        // Given
        String key = UUID.randomUUID().toString();
        probe.publishTombstone(Topic.ALERTS, key);

        // When Then
        assertThatThrownBy(() -> probe.awaitRecord(Topic.ALERTS.topicName(), candidate -> false, Duration.ofSeconds(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(key + ":Tombstone");
    }
}
