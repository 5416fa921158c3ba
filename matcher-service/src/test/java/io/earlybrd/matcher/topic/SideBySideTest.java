package io.earlybrd.matcher.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@Tag("M11")
class SideBySideTest {

    private final SideBySide sideBySide = new SideBySide(2, "test");
    private final Set<Integer> done = ConcurrentHashMap.newKeySet();

    @AfterEach
    void end() {
        sideBySide.close();
    }

    @Test
    void things_areUnderWayAtTheSameTime() {
        // Given
        CyclicBarrier both = new CyclicBarrier(2);

        // When
        sideBySide.run(List.of(1, 2), thing -> {
            await(both);
            done.add(thing);
        });

        // Then
        assertThat(done).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void oneThatFails_isToldWhenTheOthersAreFinished() {
        // Given
        CountDownLatch failing = new CountDownLatch(1);

        // When
        assertThatThrownBy(() -> sideBySide.run(List.of(1, 2, 3), thing -> {
                    if (thing == 1) {
                        failing.countDown();
                        throw new IllegalStateException("cannot be done");
                    }
                    await(failing);
                    done.add(thing);
                }))
                // Then
                .hasMessage("cannot be done");
        assertThat(done).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    @Tag("O1")
    void errorOfTheMachine_staysOne() {
        assertThatThrownBy(() -> sideBySide.run(List.of(1, 2), thing -> {
                    throw new NoClassDefFoundError("half a jar");
                }))
                .isInstanceOf(NoClassDefFoundError.class);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
