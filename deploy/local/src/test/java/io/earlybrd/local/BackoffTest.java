package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-23T12:00:00Z"));
    private final Backoff backoff = new Backoff(clock);

    @Test
    void diesAgainAndAgain_waitsLongerEachTimeAndEndsAfterFive() {
        for (long millis : new long[] {500, 1000, 2000, 4000, 8000}) {
            assertThat(backoff.next()).hasValue(Duration.ofMillis(millis));
            clock.advance(Duration.ofSeconds(20));
        }

        assertThat(backoff.next()).isEmpty();
    }

    @Test
    void ranWellInBetween_startsAtTheShortestPause() {
        // Given
        backoff.next();
        backoff.next();

        // When
        clock.advance(Duration.ofMinutes(3));

        // Then
        assertThat(backoff.next()).hasValue(Duration.ofMillis(500));
        assertThat(backoff.inARow()).isEqualTo(1);
    }
}
