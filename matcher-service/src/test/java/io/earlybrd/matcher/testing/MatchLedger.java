package io.earlybrd.matcher.testing;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.Topic;
import io.earlybrd.testkit.Backends;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a consumer sees that counts a subscriber and a job once, as the notifier does: duplicates do not show, losses do. */
public final class MatchLedger implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Consumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    Backends.kafka().bootstrapServers(),
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final Set<String> pairs = new HashSet<>();
    private final Map<UUID, Integer> decisions = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private long records;

    public MatchLedger() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.MATCHES.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes what has come. */
    public MatchLedger read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
        return this;
    }

    /** Every job, subscriber and alert that belong together, in that order with blanks between. */
    public Set<String> pairs() {
        return pairs;
    }

    /** The ids of all records. */
    public Set<UUID> ids() {
        return decisions.keySet();
    }

    /** Ids under which two records came that differ in more than when they were matched. */
    public Set<UUID> changed() {
        return changed;
    }

    /** Number of records, doubled ones among them. */
    public long records() {
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        records++;
        UUID id = CloudEvent.of(record.headers()).id();
        JobMatched match = EventJson.read(record.value(), JobMatched.class);
        int decision = EventJson.write(withoutStamp(match)).hashCode();
        Integer known = decisions.put(id, decision);
        if (known != null && known != decision) {
            changed.add(id);
        }
        match.subscribers()
                .forEach(subscriber -> subscriber
                        .alerts()
                        .forEach(alert -> pairs.add(pair(match.jobId(), subscriber.subscriberId(), alert.alertId()))));
    }

    /** What {@link #pairs} says of a match. */
    public static String pair(String jobId, UUID subscriberId, UUID alertId) {
        return jobId + " " + subscriberId + " " + alertId;
    }

    /** The record but for when it was matched: what a replay must give again, byte by byte. */
    public static JobMatched withoutStamp(JobMatched match) {
        HopTimes hops = match.hops();
        return new JobMatched(
                match.jobId(),
                match.jobVersion(),
                match.partition(),
                match.chunk(),
                match.job(),
                match.subscribers(),
                new HopTimes(hops.firstSeenAt(), hops.publishedAt(), Instant.EPOCH));
    }
}
