package io.earlybrd.matcher.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WholeTopicTest {

    private static final TopicPartition PARTITION = new TopicPartition("alerts", 0);

    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final AtomicBoolean reachedEnd = new AtomicBoolean();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void recordThatFails_comesAgainAndNoneIsSkipped() {
        // Given
        failures.set(2);

        // When
        try (WholeTopic topic = topic(() -> consumer(0, 1, 2, 3))) {
            topic.start();

            // Then
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(topic.caughtUp()).isTrue());
            assertThat(seen).containsExactly(0L, 1L, 2L, 3L);
            assertThat(failures).hasValue(0);
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
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(seen).containsExactly(0L, 1L));
        }
    }

    @Test
    void topicWithoutRecords_isReadToItsEndAtOnce() {
        // When
        try (WholeTopic topic = topic(WholeTopicTest::consumer)) {
            topic.start();

            // Then
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(topic.caughtUp()).isTrue());
            assertThat(reachedEnd).isTrue();
        }
    }

    private WholeTopic topic(Supplier<Consumer<String, byte[]>> consumers) {
        return new WholeTopic("alerts", Optional.empty(), consumers, new WholeTopic.Reader() {
            @Override
            public void read(ConsumerRecord<String, byte[]> record) {
                if (record.offset() == 2 && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IllegalStateException("cannot be read now");
                }
                seen.add(record.offset());
            }

            @Override
            public void reachedEnd() {
                reachedEnd.set(true);
            }
        });
    }

    private static Consumer<String, byte[]> consumer(long... offsets) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        Map<TopicPartition, Long> ends = new HashMap<>();
        ends.put(PARTITION, (long) offsets.length);
        consumer.updatePartitions("alerts", List.of(new PartitionInfo("alerts", 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(ends);
        consumer.schedulePollTask(() -> {
            for (long offset : offsets) {
                if (offset >= consumer.position(PARTITION)) {
                    consumer.addRecord(new ConsumerRecord<>("alerts", 0, offset, "key", new byte[0]));
                }
            }
        });
        return consumer;
    }
}
