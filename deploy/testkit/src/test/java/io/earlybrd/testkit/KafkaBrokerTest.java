package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    @TempDir
    Path directory;

    private KafkaBroker broker;

    @AfterEach
    void stop() {
        if (broker != null) {
            broker.kill();
        }
    }

    @Test
    void brokerKilledAndRestarted_keepsPortClusterAndRecords() throws Exception {
        // Given
        broker = KafkaBroker.start(directory);
        String clusterId = clusterIdAfterCreating("fruit");
        try (KafkaProbe probe = KafkaProbe.of(broker)) {
            probe.produce("fruit", "k", "pear".getBytes(StandardCharsets.UTF_8), Map.of("h", "1"));
        }
        long killed = broker.pid();

        // When
        broker.kill();
        assertThat(broker.running()).isFalse();
        broker.restart();

        // Then
        assertThat(broker.pid()).isNotEqualTo(killed);
        assertThat(clusterId()).isEqualTo(clusterId);
        try (KafkaProbe probe = KafkaProbe.of(broker)) {
            assertThat(probe.readAll("fruit"))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .containsExactly("pear");
            probe.produce("fruit", "k", "plum".getBytes(StandardCharsets.UTF_8), Map.of());
            assertThat(probe.readAll("fruit")).hasSize(2);
        }
    }

    @Test
    void brokerStoppedInOrderAndRestarted_keepsRecords() throws Exception {
        // Given
        broker = KafkaBroker.start(directory);
        clusterIdAfterCreating("fruit");
        try (KafkaProbe probe = KafkaProbe.of(broker)) {
            probe.produce("fruit", "k", "pear".getBytes(StandardCharsets.UTF_8), Map.of());
        }

        // When
        broker.stop();
        broker.restart();

        // Then
        try (KafkaProbe probe = KafkaProbe.of(broker)) {
            ConsumerRecord<String, byte[]> kept = probe.readAll("fruit").get(0);
            assertThat(kept.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        }
    }

    @Test
    void undeclaredTopic_isNotCreated() {
        // Given
        broker = KafkaBroker.start(directory);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                1500);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            // When
            var sent = producer.send(new ProducerRecord<>("typo", "k", "v"));

            // Then
            assertThatThrownBy(sent::get).hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void flagsThatTheJvmRefuses_areToldWithTheLog() {
        // Given
        List<String> flags = List.of("-XX:NoSuchFlag=1");

        // When Then
        assertThatThrownBy(
                        () -> KafkaBroker.in(directory, FreePorts.one(), flags).restart())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NoSuchFlag");
    }

    @Test
    void checkoutWithoutBuiltBroker_saysWhatToRun() {
        // Given
        String root = System.getProperty("earlybrd.root");
        System.setProperty("earlybrd.root", directory.toString());
        try {
            // When Then
            assertThatThrownBy(() -> KafkaBroker.start(directory.resolve("data")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("mvn -pl deploy/broker package");
        } finally {
            if (root == null) {
                System.clearProperty("earlybrd.root");
            } else {
                System.setProperty("earlybrd.root", root);
            }
        }
    }

    private String clusterIdAfterCreating(String topic) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        }
        return clusterId();
    }

    private String clusterId() throws Exception {
        try (Admin admin = admin()) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
    }
}
