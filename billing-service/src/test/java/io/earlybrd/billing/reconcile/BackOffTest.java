package io.earlybrd.billing.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("B6")
class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofMinutes(1), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "1000000, 60"})
    void pause_doublesUpToTheLongest(int failures, long minutes) {
        assertThat(backOff.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }
}
