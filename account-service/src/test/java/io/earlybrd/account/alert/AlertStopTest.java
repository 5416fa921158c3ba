package io.earlybrd.account.alert;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.AlertStopped;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Alerts that are stopped from a mail. */
@AccountTest
@Tag("A5")
class AlertStopTest {

    @BeforeEach
    void matcherAnswers() {
        MatcherAnswers.finds(2);
    }

    @Test
    void stopFromAMail_pausesTheAlertUntilItsOwnerStartsItAgain() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        Instant stoppedAt = TestClock.CLOCK.instant();
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {

            // When
            UUID eventId = notifier.publish(new AlertStopped(alice.id(), alert, stoppedAt));
            await().untilAsserted(() ->
                    assertThat(alice.browser().get("/alerts").text()).contains("Stopped from a mail"));
            TestClock.CLOCK.advance(Duration.ofMinutes(1));
            alice.browser().get("/alerts").form("/alerts/" + alert + "/resume").submit();
            notifier.publish(new AlertStopped(alice.id(), alert, stoppedAt), eventId, stoppedAt);
            notifier.publish(new AlertStopped(alice.id(), alert, stoppedAt.minusSeconds(60)));
            UUID marker = alice.createAlert("Marker", "go");
            notifier.publish(new AlertStopped(alice.id(), marker, TestClock.CLOCK.instant()));

            // Then
            await().untilAsserted(() -> assertThat(ACCOUNT.outbox(AlertSaved.class, marker.toString()))
                    .hasSize(2));
            List<AlertSaved> told = ACCOUNT.outbox(AlertSaved.class, alert.toString());
            assertThat(told).extracting(AlertSaved::version).containsExactly(1L, 2L, 3L);
            assertThat(told).extracting(AlertSaved::paused).containsExactly(false, true, false);
        }
    }

    @Test
    void stopOfSomebodyElsesAlert_changesNothing() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        Person mallory = Person.subscribed("Mallory");
        UUID own = mallory.createAlert("Own", "go");
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {

            // When
            notifier.publish(new AlertStopped(mallory.id(), alert, TestClock.CLOCK.instant()));
            notifier.publish(new AlertStopped(mallory.id(), own, TestClock.CLOCK.instant()));

            // Then
            await().untilAsserted(() ->
                    assertThat(ACCOUNT.outbox(AlertSaved.class, own.toString())).hasSize(2));
            assertThat(ACCOUNT.outbox(AlertSaved.class, alert.toString())).hasSize(1);
        }
    }
}
