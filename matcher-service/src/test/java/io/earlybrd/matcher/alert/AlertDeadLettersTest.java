package io.earlybrd.matcher.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.earlybrd.matcher.testing.Broker;
import io.earlybrd.matcher.testing.Matches;
import io.earlybrd.matcher.topic.WholeTopics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithTestResource(Broker.class)
@Tag("M15")
@Timeout(180)
class AlertDeadLettersTest {

    @Inject
    @Channel("alerts-dead-letters")
    MutinyEmitter<Record<String, byte[]>> letters;

    @Inject
    WholeTopics topics;

    @Test
    void recordThatLiesThereAlready_isNotSentAgainAfterARestart() {
        // Given
        String key = UUID.randomUUID().toString();
        ConsumerRecord<String, byte[]> broken = new ConsumerRecord<>("alerts", 3, 1_000_000, key, new byte[] {'{'});
        RuntimeException reason = new IllegalArgumentException("broken");
        new AlertDeadLetters(letters, topics).take(broken, reason);

        // When
        AlertDeadLetters restarted = new AlertDeadLetters(letters, topics);
        restarted.take(broken, reason);
        restarted.take(broken, reason);

        // Then
        assertThat(Matches.kafka().readAll("alerts.dlq"))
                .filteredOn(letter -> key.equals(letter.key()))
                .hasSize(1);
    }

    @Test
    void recordThatCouldNotBeSent_isNotTakenForSent() {
        // Given
        AlertDeadLetters deadLetters = new AlertDeadLetters(letters, topics);
        byte[] moreThanTheBrokerTakes = new byte[3_000_000];
        ConsumerRecord<String, byte[]> broken =
                new ConsumerRecord<>("alerts", 3, 1_000_001, "key", moreThanTheBrokerTakes);
        RuntimeException reason = new IllegalArgumentException("broken");
        assertThatThrownBy(() -> deadLetters.take(broken, reason)).isInstanceOf(RecordTooLargeException.class);

        // When
        Throwable again = catchThrowable(() -> deadLetters.take(broken, reason));

        // Then
        assertThat(again).isInstanceOf(RecordTooLargeException.class);
    }
}
