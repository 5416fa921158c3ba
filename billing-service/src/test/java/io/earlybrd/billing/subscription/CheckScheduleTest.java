package io.earlybrd.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B6")
class CheckScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void periodThatEndsSoon_isCheckedFiveMinutesAfterwards() {
        // Given
        Subscription renewing = subscription(SubscriptionStatus.ACTIVE, Duration.ofHours(3));

        // When
        Instant next = CheckSchedule.next(List.of(renewing), Optional.empty(), NOW);

        // Then
        assertThat(next).isEqualTo(NOW.plus(Duration.ofHours(3)).plus(CheckSchedule.AFTER_PERIOD_END));
    }

    @Test
    void openPayment_isCheckedHourly() {
        // Given
        Subscription pastDue = subscription(SubscriptionStatus.PAST_DUE, Duration.ofDays(20));
        Subscription overdue = subscription(SubscriptionStatus.ACTIVE, Duration.ofHours(-1));

        // When
        Instant afterFailure = CheckSchedule.next(List.of(pastDue), Optional.empty(), NOW);
        Instant withoutRenewal = CheckSchedule.next(List.of(overdue), Optional.empty(), NOW);

        // Then
        assertThat(afterFailure).isEqualTo(NOW.plus(CheckSchedule.WHILE_UNSETTLED));
        assertThat(withoutRenewal).isEqualTo(NOW.plus(CheckSchedule.WHILE_UNSETTLED));
    }

    @Test
    void openCheckout_isCheckedOftenUntilSomethingIsBought() {
        // Given
        Optional<Instant> watchedUntil = Optional.of(NOW.plus(Duration.ofHours(1)));
        Subscription bought = subscription(SubscriptionStatus.ACTIVE, Duration.ofDays(30));

        // When
        Instant unpaid = CheckSchedule.next(List.of(), watchedUntil, NOW);
        Instant paid = CheckSchedule.next(List.of(bought), watchedUntil, NOW);

        // Then
        assertThat(unpaid).isEqualTo(NOW.plus(CheckSchedule.WHILE_CHECKOUT_OPEN));
        assertThat(paid).isEqualTo(NOW.plus(CheckSchedule.AT_LEAST_EVERY));
    }

    @Test
    void nothingDue_isCheckedDailyAllTheSame() {
        // Given
        Subscription ended = subscription(SubscriptionStatus.CANCELED, Duration.ofHours(1));

        // When
        Instant next = CheckSchedule.next(List.of(ended), Optional.of(NOW.minusSeconds(1)), NOW);

        // Then
        assertThat(next).isEqualTo(NOW.plus(CheckSchedule.AT_LEAST_EVERY));
    }

    private static Subscription subscription(SubscriptionStatus status, Duration periodEndsIn) {
        return new Subscription(
                "sub_1",
                status.name(),
                status,
                Optional.empty(),
                Optional.empty(),
                NOW.plus(periodEndsIn),
                Optional.empty(),
                Optional.empty());
    }
}
