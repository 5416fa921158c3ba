package io.earlybrd.billing.trial;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.testing.Alice;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
@Tag("B1")
class TrialTest {

    private static final Duration TRIAL = Duration.ofDays(14);

    @Test
    void firstVerification_opensTheTrial() {
        // Given
        Instant verifiedAt = TestClock.CLOCK.instant();

        // When
        Alice alice = Alice.verifiedAt(verifiedAt);

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("trial"));
        EntitlementChanged told = alice.lastTold();
        assertThat(told.allowed()).isTrue();
        assertThat(told.until()).contains(verifiedAt.plus(TRIAL));
        assertThat(told.plan()).isEmpty();
        assertThat(told.version()).isEqualTo(1);
    }

    @Test
    void withoutVerification_thereIsNoTrial() {
        // Given
        Alice alice = Alice.unverified();
        Alice other = Alice.verifiedAt(TestClock.CLOCK.instant());

        // When
        eventually(() -> assertThat(other.told()).isNotEmpty());

        // Then
        assertThat(alice.told()).isEmpty();
    }

    @Test
    @Tag("B11")
    void laterVerification_opensNoSecondTrial() {
        // Given
        Instant first = TestClock.CLOCK.instant().minus(3, DAYS);
        Alice alice = Alice.verifiedAt(first);

        // When
        alice.tell(Optional.of(TestClock.CLOCK.instant()));
        alice.tellAgain(Optional.of(TestClock.CLOCK.instant()));
        Alice last = Alice.verifiedAt(TestClock.CLOCK.instant());
        eventually(() -> assertThat(last.told()).isNotEmpty());

        // Then
        eventually(() -> assertThat(alice.told()).hasSize(1));
        assertThat(alice.lastTold().until()).contains(first.plus(TRIAL));
    }

    @Test
    @Tag("B20")
    void trialEnd_isClosedByTheClockThoughStripeIsSilent() {
        // Given
        Alice alice = Alice.verifiedAt(TestClock.CLOCK.instant());
        eventually(() -> assertThat(alice.told()).hasSize(1));

        // When
        TestClock.CLOCK.advance(TRIAL);

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("ended"));
        EntitlementChanged told = alice.lastTold();
        assertThat(told.allowed()).isFalse();
        assertThat(told.reason()).isEqualTo("trial-ended");
        assertThat(told.version()).isEqualTo(2);
        assertThat(alice.told()).hasSize(2);
    }

    @Test
    @Tag("B7")
    void erasure_takesBackTheEntitlementForGood() {
        // Given
        Instant verifiedAt = TestClock.CLOCK.instant();
        Alice alice = Alice.verifiedAt(verifiedAt);
        eventually(() -> assertThat(alice.told()).hasSize(1));

        // When
        alice.leave();
        eventually(() -> assertThat(alice.told()).hasSize(2));
        alice.tell(Optional.of(verifiedAt));
        Alice last = Alice.verifiedAt(verifiedAt);
        eventually(() -> assertThat(last.told()).isNotEmpty());

        // Then
        assertThat(alice.told().get(1)).isEmpty();
        assertThat(alice.told()).hasSize(2);
    }

    @Test
    @Tag("B7")
    void poison_goesToTheDeadLettersAndTheStreamGoesOn() {
        // Given
        KafkaProbe kafka = KafkaProbe.of(Backends.kafka());
        Alice alice = Alice.unverified();
        byte[] poison = "{not json".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(
                "ce_id", alice.id().toString(),
                "ce_type", "SubscriberChanged",
                "ce_source", "/account",
                "ce_time", "2026-11-23T12:00:00Z");

        // When
        kafka.produce(Topic.SUBSCRIBERS.topicName(), alice.id().toString(), poison, headers);
        kafka.publishTombstone(Topic.SUBSCRIBERS, "not-a-uuid");
        alice.tell(Optional.of(TestClock.CLOCK.instant()));

        // Then
        eventually(() -> assertThat(alice.lastTold().state()).isEqualTo("trial"));
        assertThat(kafka.awaitRecord(
                                Topic.SUBSCRIBERS.deadLetters(),
                                dead -> alice.id().toString().equals(dead.key()),
                                Duration.ofSeconds(30))
                        .value())
                .isEqualTo(poison);
        kafka.awaitRecord(
                Topic.SUBSCRIBERS.deadLetters(), dead -> "not-a-uuid".equals(dead.key()), Duration.ofSeconds(30));
        kafka.close();
    }
}
