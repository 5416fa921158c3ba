package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Topic;
import io.earlybrd.testkit.KafkaProbe;
import io.earlybrd.testkit.board.JobDraft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A record that nobody can read goes to the dead letters, and the streams go on. */
@ExtendWith(WorldExtension.class)
@Order(4)
class PoisonIT {

    /** The topics that some service consumes. */
    private static final List<Topic> CONSUMED = List.of(
            Topic.JOBS,
            Topic.ALERTS,
            Topic.SUBSCRIBERS,
            Topic.ENTITLEMENTS,
            Topic.MATCHES,
            Topic.MAIL_REQUESTS,
            Topic.DELIVERIES);

    @Test
    @Tag("M15")
    void poisonOnEveryTopic_isADeadLetterAndMailStillArrives(World world) {
        try (KafkaProbe kafka = KafkaProbe.of(world.system().kafka())) {
            for (Topic topic : CONSUMED) {
                // Given
                String key = UUID.randomUUID().toString();
                String poison = "{\"poison\": \"" + key + "\", ";

                // When
                kafka.produce(topic.topicName(), key, poison.getBytes(StandardCharsets.UTF_8), headers(topic));

                // Then
                ConsumerRecord<String, byte[]> letter =
                        kafka.awaitRecord(topic.deadLetters(), record -> key.equals(record.key()), World.PATIENCE);
                assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo(poison);
                assertThat(letter.headers().lastHeader("dead-letter-reason"))
                        .as("reason on %s", topic)
                        .isNotNull();
            }
        }
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");
        fjordbank.post(JobDraft.of("Platform Engineer", "Berlin"));
        alice.awaitAlertMail("Platform Engineer");
        assertThat(alice.alertMails()).hasSize(1);
    }

    private static Map<String, String> headers(Topic topic) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                topic.events().get(0).getSimpleName(),
                "ce_source",
                "/test",
                "ce_time",
                "2026-11-23T12:00:00Z");
    }
}
