package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicBoolean dead = new AtomicBoolean();
    private final List<String> told = new CopyOnWriteArrayList<>();

    private final Progress progress = new Progress() {
        @Override
        public void began(String part) {}

        @Override
        public void ready(String part, Duration after) {
            told.add(part + " ready");
        }

        @Override
        public void failed(String part) {}

        @Override
        public void note(String message) {
            told.add(message);
        }
    };

    @Test
    void partDies_isStartedAgainAndSaidSo() {
        Supervised part = new Supervised("notifier", dead::get, () -> dead.set(false), "notifier.log");
        try (Supervisor supervisor = supervise(part)) {
            dead.set(true);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).hasSize(2));
            assertThat(told.get(0)).contains("notifier died", "1 of 5", "notifier.log");
            assertThat(told.get(1)).isEqualTo("notifier ready");
            assertThat(supervisor).isNotNull();
        }
    }

    @Test
    void partDiesDuringItsRestart_isTriedAgainLater() {
        Supervised part = new Supervised(
                "notifier",
                dead::get,
                () -> {
                    if (told.stream().noneMatch(message -> message.contains("2 of 5"))) {
                        throw new StartFailure("notifier ended with code 1");
                    }
                    dead.set(false);
                },
                "notifier.log");
        try (Supervisor supervisor = supervise(part)) {
            dead.set(true);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told)
                            .contains("notifier ended with code 1")
                            .endsWith("notifier ready"));
            assertThat(supervisor).isNotNull();
        }
    }

    @Test
    void partIsBeingStarted_isNotAskedAndHoldsUpNoOther() throws Exception {
        // Given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Supervised slow = new Supervised(
                "kafka",
                () -> {
                    // As if the answer had to wait for the start.
                    if (begun.getCount() == 0) {
                        awaitIgnoringInterrupts(end);
                    }
                    return true;
                },
                () -> {
                    begun.countDown();
                    awaitIgnoringInterrupts(end);
                },
                "kafka.log");
        Supervised other = new Supervised("notifier", dead::get, () -> dead.set(false), "notifier.log");
        try (Supervisor supervisor = supervise(slow, other)) {
            assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

            // When
            dead.set(true);

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).contains("notifier ready"));
            assertThat(supervisor).isNotNull();
        } finally {
            end.countDown();
        }
    }

    @Test
    void startThatEndsWithTheSystem_isNoNews() throws Exception {
        // Given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Supervised part = new Supervised(
                "kafka",
                () -> true,
                () -> {
                    begun.countDown();
                    awaitIgnoringInterrupts(ended);
                    throw new StartFailure("stopped in the middle");
                },
                "kafka.log");
        CountDownLatch described = new CountDownLatch(1);
        Supervisor supervisor = new Supervisor(List.of(part), Clock.systemUTC(), progress, described::countDown);
        assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        // When
        supervisor.close();
        ended.countDown();

        // Then
        assertThat(described.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(told).hasSize(1);
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                // The supervisor interrupts what it started; this stands for a step that does not heed that.
            }
        }
    }

    private Supervisor supervise(Supervised... parts) {
        return new Supervisor(List.of(parts), Clock.systemUTC(), progress, () -> {});
    }
}
