package io.earlybrd.matcher.topic;

import io.earlybrd.events.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final Map<String, Object> broker;

    WholeTopics(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** Reads all of a topic, from the first record that is not older than {@code since}, and follows it. */
    public WholeTopic read(Topic topic, Optional<Instant> since, WholeTopic.Reader reader) {
        WholeTopic whole = new WholeTopic(topic.topicName(), since, () -> consumer(topic.topicName()), reader);
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
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
