package io.earlybrd.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("S21")
@Timeout(60)
class OutboxScheduleTest {

    private static final int ROUNDS = 100_000;

    @Test
    void pruning_goesOnUntilNothingIsLeft() {
        // Given
        AtomicInteger left = new AtomicInteger(ROUNDS);

        // When
        OutboxSchedule.untilNone(() -> Uni.createFrom().item(left.getAndUpdate(rows -> Math.max(0, rows - 1))))
                .await()
                .atMost(Duration.ofSeconds(30));

        // Then
        assertThat(left).hasValue(0);
    }
}
