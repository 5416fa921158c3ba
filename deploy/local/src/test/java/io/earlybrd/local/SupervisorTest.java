package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SupervisorTest {

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

            await().untilAsserted(() -> assertThat(told).hasSize(2));
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

            await().untilAsserted(() ->
                    assertThat(told).contains("notifier ended with code 1").endsWith("notifier ready"));
            assertThat(supervisor).isNotNull();
        }
    }

    private Supervisor supervise(Supervised part) {
        return new Supervisor(List.of(part), Clock.systemUTC(), progress, () -> {});
    }
}
