package io.earlybrd.matcher.topic;

import io.earlybrd.events.Topic;
import io.earlybrd.events.consume.ProcessEnd;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Opens topics that are read whole, on the broker of the service's configuration. */
@ApplicationScoped
public class WholeTopics {

    /** Of calls to a broker that is away; reading waits longer by itself. */
    private static final int CALL_TIMEOUT_MILLIS = 10_000;

    /** Of each partition: so much that every poll brings many records of most of them, to be read side by side. */
    private static final int PARTITION_FETCH_BYTES = 256 * 1024;

    /** What all partitions bring at once; of larger records fewer come. */
    private static final int MOST_RECORDS_A_POLL = 10_000;

    /** How long a partition that is added to a topic may go unnoticed. */
    private static final int METADATA_AGE_MILLIS = 60_000;

    /** Seconds since the reader of a topic last asked for records and took them; grows if it is stuck. */
    private static final String POLL_AGE = "earlybrd.topic.poll.age";

    private final Map<String, Object> broker;
    private final Clock clock;
    private final ProcessEnd end;
    private final MeterRegistry registry;

    WholeTopics(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Clock clock,
            ProcessEnd end,
            MeterRegistry registry) {
        this.broker = broker;
        this.clock = clock;
        this.end = end;
        this.registry = registry;
    }

    /** Reads all of a topic, from the first record that is not older than {@code since}, and follows it. */
    public WholeTopic read(Topic topic, Optional<Instant> since, WholeTopic.Reader reader) {
        WholeTopic whole =
                new WholeTopic(topic.topicName(), since, () -> consumer(topic.topicName()), reader, clock, end::begin);
        Gauge.builder(POLL_AGE, whole, reading -> reading.pollAge().toMillis() / 1000.0)
                .tag("topic", topic.topicName())
                .baseUnit("seconds")
                .register(registry);
        whole.start();
        return whole;
    }

    /** A consumer that belongs to no group. */
    public Consumer<String, byte[]> consumer(String topicName) {
        Map<String, Object> config = new HashMap<>(broker);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "matcher-whole-" + topicName);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_TIMEOUT_MILLIS);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS_A_POLL);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
