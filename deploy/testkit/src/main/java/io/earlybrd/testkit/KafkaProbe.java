package io.earlybrd.testkit;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records as another service would, and reads what is on a topic, without any consumer group. */
public final class KafkaProbe implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private static final Duration ALL_WITHIN = Duration.ofMinutes(1);

    private final String bootstrapServers;
    private final Producer<String, byte[]> producer;

    /** Consumers that nobody uses now: a test reads again and again, and a new one has to find its way to the broker first. */
    private final Deque<Consumer<String, byte[]>> idle = new ConcurrentLinkedDeque<>();

    private KafkaProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        // Each record is waited for, so none comes that could share its batch.
                        ProducerConfig.LINGER_MS_CONFIG,
                        "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A probe of a broker: {@code host:port}. */
    public static KafkaProbe of(String bootstrapServers) {
        return new KafkaProbe(bootstrapServers);
    }

    /** A probe of a broker of the test kit. */
    public static KafkaProbe of(KafkaBroker broker) {
        return of(broker.bootstrapServers());
    }

    /** Publishes a fact as its owner would, and returns the id under which it is known. */
    public UUID publish(Event event) {
        UUID eventId = UUID.randomUUID();
        publish(event, eventId, Instant.now());
        return eventId;
    }

    /** Publishes a fact under an id that the test chooses, as a retry or a replay does. */
    public RecordMetadata publish(Event event, UUID eventId, Instant occurredAt) {
        Topic topic = Topic.of(event.getClass());
        byte[] json = EventJson.writeBytes(event);
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic.topicName(), event.key(), json);
        new CloudEvent(eventId, event.getClass().getSimpleName(), "/test", occurredAt).writeTo(outgoing.headers());
        return send(outgoing);
    }

    /** Publishes the end of whatever a key names. */
    public RecordMetadata publishTombstone(Topic topic, String key) {
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic.topicName(), key, null);
        new CloudEvent(UUID.randomUUID(), "Tombstone", "/test", Instant.now()).writeTo(outgoing.headers());
        return send(outgoing);
    }

    /** Writes any bytes with any headers and waits until the broker has them. */
    public RecordMetadata produce(String topic, String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic, key, value);
        Headers target = outgoing.headers();
        headers.forEach((name, text) -> target.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return send(outgoing);
    }

    /**
     * Everything that is on a topic now, by the time at which the broker took it.
     *
     * @throws IllegalStateException if the broker does not hand it out in a minute
     */
    public List<ConsumerRecord<String, byte[]>> readAll(String topic) {
        return with(consumer -> {
            Map<TopicPartition, Long> ends = consumer.endOffsets(readFromStart(consumer, topic));
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            long deadline = System.nanoTime() + ALL_WITHIN.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("read " + all.size() + " records of " + topic + " in "
                            + ALL_WITHIN.toSeconds() + " s, but not up to " + ends);
                }
                consumer.poll(POLL).forEach(all::add);
            }
            all.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
            return all;
        });
    }

    /**
     * The first record of a topic that is as wanted; waits for it.
     *
     * @throws AssertionError if none comes in time; it tells what did come
     */
    public ConsumerRecord<String, byte[]> awaitRecord(
            String topic, Predicate<ConsumerRecord<String, byte[]>> wanted, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        List<String> others = new ArrayList<>();
        return with(consumer -> {
            readFromStart(consumer, topic);
            do {
                for (ConsumerRecord<String, byte[]> candidate : consumer.poll(POLL)) {
                    if (wanted.test(candidate)) {
                        return candidate;
                    }
                    others.add(describe(candidate));
                }
            } while (System.nanoTime() < end);
            throw new AssertionError("no such record on " + topic + " within " + timeout + "; there were "
                    + others.size() + " others: " + others.subList(Math.max(0, others.size() - 20), others.size()));
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        idle.forEach(Consumer::close);
    }

    private RecordMetadata send(ProducerRecord<String, byte[]> outgoing) {
        try {
            return producer.send(outgoing).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing to " + outgoing.topic(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("not written to " + outgoing.topic(), e.getCause());
        }
    }

    /** Reads with a consumer that is kept for the next time, unless it fails. */
    private <T> T with(Function<Consumer<String, byte[]>, T> read) {
        Consumer<String, byte[]> kept = idle.poll();
        Consumer<String, byte[]> consumer = kept == null ? newConsumer() : kept;
        T result;
        try {
            result = read.apply(consumer);
        } catch (RuntimeException | AssertionError e) {
            consumer.close();
            throw e;
        }
        idle.push(consumer);
        return result;
    }

    private Consumer<String, byte[]> newConsumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false",
                        // A first fetch may ask for empty partitions only, and the rest has to wait for its answer.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        "20",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> readFromStart(Consumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }

    private static String describe(ConsumerRecord<String, byte[]> other) {
        var type = other.headers().lastHeader(CloudEvent.TYPE);
        return other.key() + ":" + (type == null ? "?" : new String(type.value(), StandardCharsets.UTF_8));
    }
}
