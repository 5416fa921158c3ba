package io.earlybrd.matcher.testing;

import io.earlybrd.events.Topic;
import io.earlybrd.testkit.Backends;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The consumer group of all matchers, seen from outside. */
public final class JobGroup implements AutoCloseable {

    private static final String NAME = "matcher";
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topic.JOBS.topicName(), partition))
            .toList();

    private final Admin admin = Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.kafka().bootstrapServers()));

    /** Number of jobs that are not acknowledged, by partition; only of partitions that have some. */
    public Map<TopicPartition, Long> lag() {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(NAME).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> lag = new HashMap<>();
        offsets(OffsetSpec.latest()).forEach((partition, end) -> {
            OffsetAndMetadata known = committed.get(partition);
            long behind = end.offset() - (known == null ? 0 : known.offset());
            if (behind > 0) {
                lag.put(partition, behind);
            }
        });
        return lag;
    }

    /** Which members it has, and what it is doing. */
    public String state() {
        return get(admin.describeConsumerGroups(List.of(NAME)).all()).toString();
    }

    /** Has the next matcher begin with the first job there is; none may run. */
    public void rewind() {
        Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
        PARTITIONS.forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
        get(admin.alterConsumerGroupOffsets(NAME, beginning).all());
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        PARTITIONS.forEach(partition -> wanted.put(partition, spec));
        return get(admin.listOffsets(wanted).all());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker was asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker was asked in vain", e.getCause());
        }
    }
}
