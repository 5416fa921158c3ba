package io.earlybrd.account.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("A1")
@Tag("A5")
class BrokerOutageTest {

    @AfterEach
    void brokerRuns() {
        if (!Backends.kafka().running()) {
            Backends.kafka().restart();
        }
    }

    @Test
    void signUpAndAlertWhileTheBrokerIsAway_areTakenAndToldWhenItIsBack() {
        // Given
        MatcherAnswers.finds(2);
        Backends.kafka().stop();

        // When
        Person alice = Person.named("Alice");
        WebPage signedUp = alice.signUp();
        WebPage confirmed = alice.confirm();
        UUID alert = alice.createAlert("Rust", "rust");
        Backends.kafka().restart();

        // Then
        assertThat(signedUp.status()).isEqualTo(303);
        assertThat(confirmed.status()).isEqualTo(303);
        try (KafkaProbe probe = KafkaProbe.of(Backends.kafka())) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(probe.readAll("alerts"))
                        .extracting(ConsumerRecord::key)
                        .contains(alert.toString());
                assertThat(probe.readAll("mail-requests"))
                        .extracting(ConsumerRecord::key)
                        .contains(alice.id().toString());
                assertThat(probe.readAll("subscribers"))
                        .filteredOn(sent -> sent.key().equals(alice.id().toString()))
                        .hasSize(2);
            });
        }
    }
}
