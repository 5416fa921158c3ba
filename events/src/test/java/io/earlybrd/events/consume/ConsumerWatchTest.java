package io.earlybrd.events.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.reactive.messaging.health.HealthReport;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("O1")
class ConsumerWatchTest {

    private final AtomicInteger ends = new AtomicInteger();

    @Test
    void allConsumersLive_processGoesOn() {
        // Given
        ConsumerWatch watch =
                watching(HealthReport.builder().add("alerts", true).add("matches", true));

        // When
        watch.look();

        // Then
        assertThat(ends).hasValue(0);
    }

    @Test
    void oneConsumerHasEnded_processEndsOnce() {
        // Given
        ConsumerWatch watch = watching(HealthReport.builder()
                .add("alerts", false, "the offset could not be read")
                .add("matches", true));

        // When
        watch.look();
        watch.look();

        // Then
        assertThat(ends).hasValue(1);
    }

    @Test
    void serviceIsStopping_itsConsumersMayEnd() {
        // Given
        ConsumerWatch watch = watching(HealthReport.builder().add("alerts", false));

        // When
        watch.stop(null);
        watch.look();

        // Then
        assertThat(ends).hasValue(0);
    }

    private ConsumerWatch watching(HealthReport.HealthReportBuilder report) {
        return new ConsumerWatch(report::build, ends::incrementAndGet);
    }
}
