package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void taskThatFails_isDoneAgain() throws InterruptedException {
        // Given
        CountDownLatch twice = new CountDownLatch(2);

        // When
        try (Ticker ticker = Ticker.every(Duration.ofMillis(1), "fails", () -> {
            twice.countDown();
            throw new IllegalStateException("told to fail");
        })) {
            // Then
            assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ticker).isNotNull();
        }
    }
}
