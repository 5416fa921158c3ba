package io.earlybrd.matcher.job;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.MutableClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("O1")
class JobMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final JobMetrics metrics = new JobMetrics(registry, MutableClock.at(NOW));

    @Test
    void publishedMatches_showHowLongAgoTheirJobWas() {
        // When
        metrics.published(2, NOW.minusSeconds(3));

        // Then
        assertThat(dwell().totalTime(SECONDS)).isEqualTo(3);
        assertThat(registry.get(JobMetrics.FOUND).counter().count()).isEqualTo(2);
    }

    @Test
    void jobOfAMachineWhoseClockIsAhead_countsAsOfNow() {
        // When
        metrics.published(0, NOW.plusSeconds(3));

        // Then
        assertThat(dwell().count()).isEqualTo(1);
        assertThat(dwell().totalTime(SECONDS)).isZero();
    }

    private Timer dwell() {
        return registry.get(JobMetrics.DWELL).timer();
    }
}
