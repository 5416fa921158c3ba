package io.earlybrd.matcher.topic;

import io.earlybrd.events.consume.Unquoted;
import io.quarkus.logging.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads all partitions of a topic from the beginning and then follows them, on threads of its own. Knows when it has reached what was
 * the end when it began, and takes up partitions that are added later. A failure, of the broker or of the reader, is told and tried
 * again at the same record: nothing is skipped. What cannot be tried again, such as an error of the machine, ends the process, since a
 * reader that has stopped would answer from what it once knew, and nobody would notice.
 */
public final class WholeTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final String topic;
    private final Optional<Instant> since;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Reader reader;
    private final Clock clock;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** Offset of the next record of each partition. */
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

    private Map<TopicPartition, Long> ends = Map.of();
    private volatile boolean caughtUp;
    private volatile Instant polledAt;

    /**
     * @param since records that are older need not be read; empty for all
     * @param consumers makes a consumer without group and without automatic commits
     * @param broken called if it can read no more though it was not closed
     */
    WholeTopic(
            String topic,
            Optional<Instant> since,
            Supplier<Consumer<String, byte[]>> consumers,
            Reader reader,
            Clock clock,
            Runnable broken) {
        this.topic = topic;
        this.since = since;
        this.consumers = consumers;
        this.reader = reader;
        this.clock = clock;
        polledAt = clock.instant();
        thread = new Thread(this::run, "topic-" + topic);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((reading, failure) -> {
            Log.errorf(
                    Unquoted.of(failure),
                    "the service ends, to be started again, since it cannot read on topic=%s",
                    topic);
            broken.run();
        });
    }

    /** Begins to read. */
    void start() {
        thread.start();
    }

    /** Whether everything has been read that was there at the start. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** How long ago the last records were asked for and taken; grows if the reader is stuck. */
    Duration pollAge() {
        return Duration.between(polledAt, clock.instant());
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (SideBySide sideBySide = new SideBySide(reader.threads(), thread.getName())) {
            while (!isStopped(Duration.ZERO)) {
                try (Consumer<String, byte[]> consumer = consumers.get()) {
                    begin(consumer);
                    follow(consumer, sideBySide);
                } catch (RuntimeException e) {
                    Log.warnf(
                            Unquoted.of(e),
                            "topic could not be read, tried again topic=%s in=%s",
                            topic,
                            PAUSE_AFTER_FAILURE);
                    isStopped(PAUSE_AFTER_FAILURE);
                }
            }
        }
    }

    private void begin(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            throw new IllegalStateException("topic has no partitions: " + topic);
        }
        // First, since the consumer warns of each offset of a partition that it has not.
        consumer.assign(partitions);
        if (positions.isEmpty()) {
            ends = consumer.endOffsets(partitions);
        }
        seek(consumer, partitions);
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** Goes on where it was in each partition, and begins with those that it has not read before. */
    private void seek(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        List<TopicPartition> fresh = partitions.stream()
                .filter(partition -> !positions.containsKey(partition))
                .toList();
        positions.putAll(starts(consumer, fresh));
        positions.forEach(consumer::seek);
    }

    private Map<TopicPartition, Long> starts(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(partitions));
        since.ifPresent(from -> {
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
            partitions.forEach(partition -> starts.put(
                    partition,
                    found.get(partition) == null
                            ? ends.getOrDefault(partition, starts.get(partition))
                            : found.get(partition).offset()));
        });
        return starts;
    }

    private void follow(Consumer<String, byte[]> consumer, SideBySide sideBySide) {
        while (!isStopped(Duration.ZERO)) {
            noteCaughtUp();
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            sideBySide.run(polled.partitions(), partition -> read(polled.records(partition), partition));
            // The last offset of a compacted topic may hold no record.
            positions.replaceAll((partition, position) -> consumer.position(partition));
            polledAt = clock.instant();
            takeUpNewPartitions(consumer);
        }
    }

    private void read(List<ConsumerRecord<String, byte[]>> records, TopicPartition partition) {
        for (int from = 0; from < records.size(); from += reader.atOnce()) {
            List<ConsumerRecord<String, byte[]>> next =
                    records.subList(from, Math.min(from + reader.atOnce(), records.size()));
            reader.read(next);
            positions.put(partition, next.get(next.size() - 1).offset() + 1);
        }
    }

    private void takeUpNewPartitions(Consumer<String, byte[]> consumer) {
        // Known to the consumer from its regular look at the topic; no call to the broker.
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.size() > positions.size()) {
            Log.infof("topic has more partitions topic=%s partitions=%d", topic, partitions.size());
            consumer.assign(partitions);
            seek(consumer, partitions);
        }
    }

    private void noteCaughtUp() {
        if (!caughtUp && ends.entrySet().stream().allMatch(end -> positions.get(end.getKey()) >= end.getValue())) {
            reader.reachedEnd();
            caughtUp = true;
            Log.infof("topic read to its end topic=%s", topic);
        }
    }

    private boolean isStopped(Duration wait) {
        try {
            return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted, though nobody should", e);
        }
    }

    /** What is done with the records. */
    public interface Reader {

        /** Takes the next records of a partition; a failure makes all of them come again. */
        void read(List<ConsumerRecord<String, byte[]>> records);

        /** How many records it is given at most. */
        default int atOnce() {
            return 1;
        }

        /** How many partitions may be read at the same time; each is read in order. */
        default int threads() {
            return 1;
        }

        /** Called once, when everything has been read that was there at the start. */
        void reachedEnd();
    }
}
