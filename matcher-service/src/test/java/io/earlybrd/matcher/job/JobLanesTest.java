package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.consume.ProcessEnd;
import io.earlybrd.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobLanesTest {

    private static final int ITS_PARTITION = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-23T10:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger ends = new AtomicInteger();
    private final JobLanes lanes = new JobLanes(
            new JobMetrics(registry, clock), new ProcessEnd(ends::incrementAndGet, ends::incrementAndGet, PATIENCE));
    private final List<Integer> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    @Tag("M12")
    void partitionThatWaitsForTheBroker_holdsUpNoOther() {
        // Given
        CompletableFuture<Void> receipts = new CompletableFuture<>();
        lanes.add(ITS_PARTITION, 1, () -> Uni.createFrom().completionStage(receipts));
        lanes.add(ITS_PARTITION, 1, doing(-1));

        // When
        IntStream.range(0, 500).forEach(i -> lanes.add(i % ITS_PARTITION, 1, doing(i)));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(done).hasSize(500));
        assertThat(done).doesNotContain(-1);
        receipts.complete(null);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(done).contains(-1));
    }

    @Test
    @Tag("M12")
    void jobForEverybody_leavesAThreadToTheOthers() {
        // Given
        CountDownLatch matched = new CountDownLatch(1);
        lanes.add(
                ITS_PARTITION,
                1,
                () -> lanes.run(() -> {
                    awaitQuietly(matched);
                    return Uni.createFrom().voidItem();
                }));

        // When
        IntStream.range(0, 500).forEach(i -> lanes.add(i % ITS_PARTITION, 1, doing(i)));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(done).hasSize(500));
        matched.countDown();
    }

    @Test
    void workOfOnePartition_isDoneInItsOrder() {
        // When
        IntStream.range(0, 500).forEach(i -> lanes.add(ITS_PARTITION, 1, doing(i)));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(done).hasSize(500));
        assertThat(done).isSorted();
    }

    @Test
    void moreThanMayBeUnderWay_leavesNoRoomUntilItIsThrough() {
        // Given
        CompletableFuture<Void> receipts = new CompletableFuture<>();
        lanes.add(0, JobLanes.MOST_BYTES, () -> Uni.createFrom().completionStage(receipts));
        assertThat(lanes.room().subscribeAsCompletionStage()).isCompleted();

        // When
        lanes.add(1, 1, () -> Uni.createFrom().completionStage(receipts));

        // Then
        CompletableFuture<Void> room = lanes.room().subscribeAsCompletionStage();
        assertThat(room).isNotDone();
        receipts.complete(null);
        assertThat(room).isCompleted();
        assertThat(lanes.room().subscribeAsCompletionStage()).isCompleted();
    }

    @Test
    @Tag("O1")
    void whatWaitsLongest_showsByItsAge() {
        // Given
        CompletableFuture<Void> receipts = new CompletableFuture<>();
        lanes.add(0, 1, () -> Uni.createFrom().completionStage(receipts));
        clock.advance(Duration.ofMinutes(2));
        lanes.add(1, 1, () -> Uni.createFrom().completionStage(receipts));

        // When
        clock.advance(Duration.ofMinutes(3));

        // Then
        assertThat(registry.get(JobMetrics.AGE).gauge().value()).isEqualTo(300);
        receipts.complete(null);
        assertThat(registry.get(JobMetrics.AGE).gauge().value()).isZero();
    }

    @Test
    @Tag("O1")
    void workThatFailsThoughItMustNot_endsTheProcess() {
        // When
        lanes.add(0, 1, () -> Uni.createFrom().failure(new IllegalStateException("nobody thought of it")));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ends).hasValue(1));
    }

    @Test
    @Tag("M12")
    void whoLetsJobsPass_goesOnWhenNoneIsUnderWay() {
        // Given
        CompletableFuture<Void> receipts = new CompletableFuture<>();
        lanes.add(0, 1, () -> Uni.createFrom().completionStage(receipts));

        // When
        CompletableFuture<Void> passed = CompletableFuture.runAsync(() -> lanes.letPass(PATIENCE.multipliedBy(10)));
        CompletableFuture<Void> impatient = CompletableFuture.runAsync(() -> lanes.letPass(Duration.ofMillis(1)));

        // Then
        await().atMost(PATIENCE).until(impatient::isDone);
        assertThat(passed).isNotDone();
        receipts.complete(null);
        await().atMost(PATIENCE).until(passed::isDone);
    }

    private Supplier<Uni<Void>> doing(int number) {
        return () -> lanes.run(() -> {
            done.add(number);
            return Uni.createFrom().voidItem();
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
