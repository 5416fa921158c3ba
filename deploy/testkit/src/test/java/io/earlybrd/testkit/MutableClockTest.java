package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    @Test
    void clock_standsUntilItIsMoved() {
        // Given
        MutableClock clock = MutableClock.at("2026-03-29T00:59:59Z");
        Clock berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
        assertThat(LocalTime.now(berlin)).isEqualTo("01:59:59");

        // When
        clock.advance(Duration.ofSeconds(1));

        // Then
        assertThat(clock.instant()).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(LocalTime.now(berlin)).isEqualTo("03:00:00");
        clock.set(Instant.EPOCH);
        assertThat(berlin.millis()).isZero();
    }
}
