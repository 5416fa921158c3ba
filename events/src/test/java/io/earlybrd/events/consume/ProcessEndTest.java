package io.earlybrd.events.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("O1")
@Timeout(60)
class ProcessEndTest {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofDays(1);

    private final CountDownLatch halted = new CountDownLatch(1);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final AtomicInteger shutdowns = new AtomicInteger();

    @Test
    void shutdownThatHangs_isHalted() throws InterruptedException {
        // Given
        ProcessEnd end = new ProcessEnd(this::hang, halted::countDown, SOON);

        // When
        Thread caller = new Thread(end::begin, "caller");
        caller.setDaemon(true);
        caller.start();

        // Then
        try {
            assertThat(halted.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            hanging.countDown();
        }
    }

    @Test
    void endThatHasBegun_isNotBegunAgain() {
        // Given
        ProcessEnd end = new ProcessEnd(shutdowns::incrementAndGet, halted::countDown, NEVER);

        // When
        end.begin();
        end.begin();

        // Then
        assertThat(shutdowns).hasValue(1);
        assertThat(halted.getCount()).as("halted").isEqualTo(1);
    }

    private void hang() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
