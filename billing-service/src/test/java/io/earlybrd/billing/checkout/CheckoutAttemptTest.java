package io.earlybrd.billing.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.subscription.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B10")
class CheckoutAttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final CheckoutAttempt attempt = new CheckoutAttempt(UUID.randomUUID(), Plan.MONTHLY, NOW);

    @Test
    void samePlan_goesOnWithTheAttempt() {
        // When
        attempt.continueOrBegin(Plan.MONTHLY, NOW.plusSeconds(1));

        // Then
        assertThat(attempt.number()).isEqualTo(1);
    }

    @Test
    void otherPlan_beginsTheNextAttempt() {
        // When
        attempt.continueOrBegin(Plan.YEARLY, NOW.plusSeconds(1));

        // Then
        assertThat(attempt.number()).isEqualTo(2);
    }

    @Test
    void attemptThatDiedBeforeItsSession_isFollowedByTheNext() {
        // When
        attempt.continueOrBegin(Plan.MONTHLY, NOW.plus(Duration.ofMinutes(11)));

        // Then
        assertThat(attempt.number()).isEqualTo(2);
    }
}
