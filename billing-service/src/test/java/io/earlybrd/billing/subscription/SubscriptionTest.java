package io.earlybrd.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    @Tag("B8")
    void secondFailure_doesNotBeginTheGraceAnew() {
        // Given
        Subscription first = told("past_due", Optional.of(NOW.minus(Duration.ofDays(10))));
        Subscription second = told("past_due", Optional.of(NOW));

        // When
        Subscription followed = second.following(Optional.of(first), NOW);

        // Then
        assertThat(followed.pastDueSince()).contains(NOW.minus(Duration.ofDays(10)));
    }

    @Test
    @Tag("B8")
    void paidInBetween_beginsTheGraceAnew() {
        // Given
        Subscription failedLongAgo = told("past_due", Optional.of(NOW.minus(Duration.ofDays(40))));
        Subscription paid = told("active", Optional.empty()).following(Optional.of(failedLongAgo), NOW);

        // When
        Subscription failedNow = told("past_due", Optional.of(NOW)).following(Optional.of(paid), NOW);

        // Then
        assertThat(failedNow.pastDueSince()).contains(NOW);
    }

    @Test
    @Tag("B7")
    void unknownStatus_keepsWhatWasUnderstoodAndSinceWhen() {
        // Given
        Subscription active = told("active", Optional.empty());
        Subscription unknown = told("hibernating", Optional.empty()).following(Optional.of(active), NOW);

        // When
        Subscription later =
                told("hibernating", Optional.empty()).following(Optional.of(unknown), NOW.plus(Duration.ofDays(1)));

        // Then
        assertThat(later.status()).isEqualTo("hibernating");
        assertThat(later.understoodStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(later.unknownSince()).contains(NOW);
    }

    private static Subscription told(String status, Optional<Instant> pastDueSince) {
        return new Subscription(
                "sub_1",
                status,
                SubscriptionStatus.of(status),
                Optional.empty(),
                Optional.of(Plan.MONTHLY),
                NOW.plus(Duration.ofDays(20)),
                Optional.empty(),
                pastDueSince);
    }
}
