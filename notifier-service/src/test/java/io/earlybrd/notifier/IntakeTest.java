package io.earlybrd.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records that can be read but can't be true: each goes to the dead letters, and what comes after it is taken in. */
@ServiceTest
@Tag("N13")
class IntakeTest {

    @Test
    void impossibleRecords_goToDeadLettersAndTheStreamsGoOn() {
        // Given
        SubscriberChanged alice = Cast.subscriber(UUID.randomUUID(), UUID.randomUUID() + "@post.example", World.now());
        AlertSaved alert = Cast.alert(alice.subscriberId(), "Engineer", World.now());
        String jobId = "job-" + UUID.randomUUID();
        var matched = Cast.matched(
                jobId, Cast.job("Engineer", "Fjordbank", World.now()), World.now(), alice.subscriberId(), alert);

        // When
        String subscriber = publish(
                alice, json -> json.putObject("schedule").put("hour", 99).put("weekday", 1));
        String unnamed = publish(alert, json -> json.remove("name"));
        String untitled = publish(matched, json -> json.withObject("job").remove("title"));
        String undated = publish(Cast.closed(jobId, 2, World.now()), json -> json.remove("closedAt"));
        String unversioned = publish(Cast.posted(jobId, 2, World.now()), json -> json.remove("version"));
        World.publish(alice, Cast.trial(alice.subscriberId(), World.now()), alert, matched);

        // Then
        awaitDeadLetter("subscribers.dlq", subscriber);
        awaitDeadLetter("alerts.dlq", unnamed);
        awaitDeadLetter("matches.dlq", untitled);
        awaitDeadLetter("jobs.dlq", undated);
        awaitDeadLetter("jobs.dlq", unversioned);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "sent");
        assertThat(World.mailsTo(alice)).hasSize(1);
    }

    private static String publish(Event event, Consumer<ObjectNode> spoil) {
        ObjectNode json = EventJson.mapper().valueToTree(event);
        spoil.accept(json);
        World.kafka()
                .produce(
                        Topic.of(event.getClass()).topicName(),
                        event.key(),
                        json.toString().getBytes(StandardCharsets.UTF_8),
                        World.headersOf(event.getClass().getSimpleName()));
        return json.toString();
    }

    private static void awaitDeadLetter(String topic, String value) {
        World.kafka()
                .awaitRecord(
                        topic,
                        letter -> new String(letter.value(), StandardCharsets.UTF_8).equals(value),
                        Duration.ofSeconds(40));
    }
}
