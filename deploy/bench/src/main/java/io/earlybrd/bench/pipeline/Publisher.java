package io.earlybrd.bench.pipeline;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as their owners do, many in a batch. */
public final class Publisher implements AutoCloseable {

    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MILLIS = 5;

    private final Producer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Of all topics of a broker. */
    public Publisher(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MILLIS),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The record of an event, ready to be sent. */
    public static ProducerRecord<String, byte[]> record(Event event) {
        byte[] json = EventJson.writeBytes(event);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.of(event.getClass()).topicName(), event.key(), json);
        new CloudEvent(UUID.randomUUID(), event.getClass().getSimpleName(), "/bench", Instant.now())
                .writeTo(record.headers());
        return record;
    }

    /** Begins to send a record. */
    public void send(ProducerRecord<String, byte[]> record) {
        producer.send(record, (metadata, exception) -> {
            if (exception != null) {
                failure.set(exception);
            }
        });
    }

    /** Waits until the broker has everything. */
    public void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("the broker did not take an event", failure.get());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
