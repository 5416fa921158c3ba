package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.Topic;
import io.earlybrd.events.topics.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The topics of {@code events} on a real broker that has some of them already, as an earlier release left them. */
@Tag("O16")
@Timeout(120)
class TopicSetupTest {

    private static final String DAY = "86400000";
    private static final int FEW = 3;
    private static final short ONE_COPY = 1;

    @TempDir
    static Path directory;

    private static KafkaBroker broker;
    private static Admin admin;

    @BeforeAll
    static void setUpOverAnEarlierRelease() throws Exception {
        broker = KafkaBroker.start(directory);
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
        admin.createTopics(List.of(
                        new NewTopic(Topic.ALERTS.topicName(), FEW, ONE_COPY),
                        new NewTopic(Topic.JOBS.topicName(), FEW, ONE_COPY)))
                .all()
                .get();
        TopicSetup.apply(broker.bootstrapServers(), ONE_COPY);
        await().atMost(Duration.ofSeconds(30)).until(() -> partitions(Topic.JOBS.topicName()) > FEW);
        TopicSetup.apply(broker.bootstrapServers(), ONE_COPY);
        awaitApplied();
    }

    /** What the controller has taken down the broker applies a moment later, and in order: the newest change is the last. */
    private static void awaitApplied() throws Exception {
        NewTopic last = new NewTopic("last-of-all", 1, ONE_COPY);
        admin.createTopics(List.of(last)).all().get();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> admin.listTopics().names().get().contains(last.name()));
    }

    @AfterAll
    static void stop() {
        if (admin != null) {
            admin.close();
        }
        if (broker != null) {
            broker.kill();
        }
    }

    @Test
    void topicOfEvents_growsAndACompactedOneDoesNot() throws Exception {
        assertThat(partitions(Topic.JOBS.topicName())).isEqualTo(Topic.PARTITIONS);
        assertThat(partitions(Topic.ALERTS.topicName())).isEqualTo(FEW);
        assertThat(partitions(Topic.SUBSCRIBERS.topicName())).isEqualTo(Topic.PARTITIONS);
    }

    @Test
    void compactedTopic_forgetsWithinDaysAndTellsOfItForAWeek() throws Exception {
        assertThat(settings(Topic.ALERTS.topicName()))
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact")
                .containsEntry(TopicConfig.SEGMENT_MS_CONFIG, DAY)
                .containsEntry(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, DAY)
                .containsEntry(TopicConfig.DELETE_RETENTION_MS_CONFIG, "604800000")
                .containsEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1");
    }

    @Test
    void topicOfEvents_isRolledInTimeForItsRetentionAndDatedByTheBroker() throws Exception {
        assertThat(settings(Topic.JOBS.topicName()))
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "delete")
                .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        Map<String, String> aDay = settings(Topic.MAIL_REQUESTS.topicName());
        assertThat(aDay).containsEntry(TopicConfig.RETENTION_MS_CONFIG, DAY);
        assertThat(Long.parseLong(aDay.get(TopicConfig.SEGMENT_MS_CONFIG))).isLessThan(Long.parseLong(DAY) / 6);
    }

    @Test
    void deadLetters_mayBeLargerThanWhatTheyHold() throws Exception {
        long record = Long.parseLong(settings(Topic.JOBS.topicName()).get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));

        assertThat(settings(Topic.JOBS.deadLetters()))
                .hasEntrySatisfying(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        letter -> assertThat(Long.parseLong(letter)).isGreaterThan(record + 100_000));
    }

    private static int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }

    private static Map<String, String> settings(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(entry -> entry.name(), entry -> entry.value()));
    }
}
