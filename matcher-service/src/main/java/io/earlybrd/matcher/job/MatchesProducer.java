package io.earlybrd.matcher.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the producer of matches. A channel would do for most of it, but hands each record through three threads and takes no more than
 * it has asked for, while a job for many is a row of records that this client takes as fast as they come.
 */
@Singleton
class MatchesProducer {

    /** A broker that is away shows after ten seconds, as an outage that the job waits for, not after two minutes. */
    private static final int DELIVERY_MILLIS = 10_000;

    private static final int REQUEST_MILLIS = 5_000;
    private static final int BLOCK_MILLIS = 5_000;

    /** What was matched and is not sent: at most as much as the jobs that are under way. */
    private static final long MEMORY_BYTES = 8L * 1024 * 1024;

    /** Some 20 records; they share their words, so more in a batch is much less on the wire. */
    private static final int BATCH_BYTES = 64 * 1024;

    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private Optional<KafkaClientMetrics> metrics = Optional.empty();

    @Produces
    @Singleton
    Producer<String, byte[]> producer(
            @Identifier("default-kafka-broker") Map<String, Object> broker, MeterRegistry registry) {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "matcher-matches");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // A job that comes alone is sent at once. Under load batches fill while one request is on its way: that takes
        // a third of the requests that five at a time would be, and an eighth less to send.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, MEMORY_BYTES);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
        Producer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        KafkaClientMetrics bound = new KafkaClientMetrics(producer);
        bound.bindTo(registry);
        metrics = Optional.of(bound);
        return producer;
    }

    void close(@Disposes Producer<String, byte[]> producer) {
        metrics.ifPresent(KafkaClientMetrics::close);
        producer.close(CLOSED_WITHIN);
    }
}
