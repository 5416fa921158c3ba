package io.earlybrd.billing.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.MutableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B6")
class BoundedRunTest {

    private final MutableClock clock = MutableClock.at("2026-11-25T12:00:00Z");
    private final BoundedRun run = new BoundedRun(clock, Duration.ofMinutes(1));
    private final List<String> done = new ArrayList<>();

    @Test
    void enoughTime_doesAllInOrder() {
        // When
        List<String> left = doEach(Duration.ofSeconds(20));

        // Then
        assertThat(done).containsExactly("a", "b", "c");
        assertThat(left).isEmpty();
    }

    @Test
    void timeIsUp_beginsNothingMore() {
        // When
        List<String> left = doEach(Duration.ofSeconds(30));

        // Then
        assertThat(done).containsExactly("a", "b");
        assertThat(left).containsExactly("c");
        assertThat(run.over()).isTrue();
    }

    private List<String> doEach(Duration taking) {
        return run.each(List.of("a", "b", "c"), item -> {
                    done.add(item);
                    clock.advance(taking);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
    }
}
