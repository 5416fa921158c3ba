package io.earlybrd.matcher.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WholeTopicTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TopicPartition PARTITION = new TopicPartition("alerts", 0);

    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final AtomicBoolean reachedEnd = new AtomicBoolean();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-23T10:00:00Z"));
    private int atOnce = 1;

    @Test
    void recordThatFails_comesAgainAndNoneIsSkipped() {
        // Given
        failures.set(2);

        // When
        try (WholeTopic topic = topic(() -> consumer(0, 1, 2, 3))) {
            topic.start();

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(topic.caughtUp()).isTrue());
            assertThat(seen).containsExactly(0L, 1L, 2L, 3L);
            assertThat(failures).hasValue(0);
        }
    }

    @Test
    void recordsOfWhichOneFails_comeAgainTogetherAndNoneIsSkipped() {
        // Given
        atOnce = 2;
        failures.set(1);

        // When
        try (WholeTopic topic = topic(() -> consumer(0, 1, 2, 3, 4))) {
            topic.start();

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(topic.caughtUp()).isTrue());
            assertThat(seen).containsExactly(0L, 1L, 2L, 3L, 4L);
            assertThat(batches).containsExactly(2, 2, 2, 1);
        }
    }

    @Test
    void brokerThatIsAway_isAskedAgain() {
        // Given
        AtomicInteger attempts = new AtomicInteger();

        // When
        try (WholeTopic topic = topic(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("broker is away");
            }
            return consumer(0, 1);
        })) {
            topic.start();

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).containsExactly(0L, 1L));
        }
    }

    @Test
    void topicWithoutRecords_isReadToItsEndAtOnce() {
        // When
        try (WholeTopic topic = topic(WholeTopicTest::consumer)) {
            topic.start();

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(topic.caughtUp()).isTrue());
            assertThat(reachedEnd).isTrue();
        }
    }

    @Test
    @Tag("O1")
    void errorOfTheMachine_endsTheProcess() {
        // When
        try (WholeTopic topic = topic(() -> {
            throw new NoClassDefFoundError("half a jar");
        })) {
            topic.start();

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(ends).hasValue(1));
        }
    }

    @Test
    @Tag("O1")
    void readerThatIsStuck_showsByItsAge() {
        // Given
        CountDownLatch stuck = new CountDownLatch(1);
        MockConsumer<String, byte[]> consumer = consumer();
        consumer.schedulePollTask(() -> awaitQuietly(stuck));
        try (WholeTopic topic = topic(() -> consumer)) {
            topic.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(topic.caughtUp()).isTrue());

            // When
            clock.advance(Duration.ofMinutes(5));

            // Then
            assertThat(topic.pollAge()).isEqualTo(Duration.ofMinutes(5));
            stuck.countDown();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(topic.pollAge()).isZero());
        } finally {
            stuck.countDown();
        }
    }

    @Test
    @Tag("O16")
    void partitionThatIsAdded_isReadFromItsBeginning() {
        // Given
        TopicPartition added = new TopicPartition("alerts", 1);
        MockConsumer<String, byte[]> consumer = consumer(0, 1);
        try (WholeTopic topic = topic(() -> consumer)) {
            topic.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).containsExactly(0L, 1L));

            // When
            consumer.schedulePollTask(() -> {
                consumer.updateBeginningOffsets(Map.of(added, 40L));
                consumer.updateEndOffsets(Map.of(added, 41L));
                consumer.updatePartitions("alerts", List.of(partition(0), partition(1)));
            });
            consumer.schedulePollTask(() -> consumer.addRecord(record(added, 40)));

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).containsExactly(0L, 1L, 40L));
        }
    }

    @Test
    @Tag("M11")
    void partitions_areReadAtTheSameTime() {
        // Given
        TopicPartition other = new TopicPartition("alerts", 1);
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions("alerts", List.of(partition(0), partition(1)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L, other, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 2L, other, 1L));
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(PARTITION, 0));
            consumer.addRecord(record(PARTITION, 1));
            consumer.addRecord(record(other, 0));
        });
        CyclicBarrier bothPartitions = new CyclicBarrier(2);
        List<ConsumerRecord<String, byte[]>> read = new CopyOnWriteArrayList<>();
        WholeTopic.Reader reader = new WholeTopic.Reader() {
            @Override
            public void read(List<ConsumerRecord<String, byte[]>> records) {
                if (records.get(0).offset() == 0) {
                    awaitQuietly(bothPartitions);
                }
                read.addAll(records);
            }

            @Override
            public int threads() {
                return 2;
            }

            @Override
            public void reachedEnd() {
                reachedEnd.set(true);
            }
        };

        // When
        try (WholeTopic topic = topic(() -> consumer, reader)) {
            topic.start();

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(topic.caughtUp()).isTrue());
            assertThat(read).hasSize(3);
            assertThat(read)
                    .filteredOn(record -> record.partition() == 0)
                    .extracting(ConsumerRecord::offset)
                    .containsExactly(0L, 1L);
        }
    }

    private WholeTopic topic(Supplier<Consumer<String, byte[]>> consumers) {
        WholeTopic.Reader reader = new WholeTopic.Reader() {
            @Override
            public void read(List<ConsumerRecord<String, byte[]>> records) {
                batches.add(records.size());
                for (ConsumerRecord<String, byte[]> record : records) {
                    if (record.offset() == 2 && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("cannot be read now");
                    }
                    seen.add(record.offset());
                }
            }

            @Override
            public int atOnce() {
                return atOnce;
            }

            @Override
            public void reachedEnd() {
                reachedEnd.set(true);
            }
        };
        return topic(consumers, reader);
    }

    private WholeTopic topic(Supplier<Consumer<String, byte[]>> consumers, WholeTopic.Reader reader) {
        return new WholeTopic("alerts", Optional.empty(), consumers, reader, clock, ends::incrementAndGet);
    }

    private static void awaitQuietly(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PartitionInfo partition(int number) {
        return new PartitionInfo("alerts", number, null, null, null);
    }

    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "key", new byte[0]);
    }

    private static MockConsumer<String, byte[]> consumer(long... offsets) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        Map<TopicPartition, Long> ends = new HashMap<>();
        ends.put(PARTITION, (long) offsets.length);
        consumer.updatePartitions("alerts", List.of(partition(0)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(ends);
        consumer.schedulePollTask(() -> {
            for (long offset : offsets) {
                if (offset >= consumer.position(PARTITION)) {
                    consumer.addRecord(record(PARTITION, offset));
                }
            }
        });
        return consumer;
    }
}
