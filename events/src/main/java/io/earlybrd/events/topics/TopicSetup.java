package io.earlybrd.events.topics;

import io.earlybrd.events.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Brings a broker to what {@link Topic} declares: creates what is missing, adds partitions, sets retention. Deletes nothing. */
public final class TopicSetup {

    private TopicSetup() {}

    /** Runs the set-up; the argument is {@code host:port} of the broker, or environment KAFKA_BOOTSTRAP_SERVERS. */
    public static void main(String[] args) {
        apply(args.length > 0 ? args[0] : System.getenv("KAFKA_BOOTSTRAP_SERVERS"), (short) 1);
    }

    /**
     * Brings the broker to the declared topics; doing it twice changes nothing.
     *
     * @param bootstrapServers {@code host:port}, comma separated
     * @param replicas copies of each partition: 1 on one machine, 3 on a cluster
     * @throws IllegalStateException if the broker refuses
     */
    public static void apply(String bootstrapServers, short replicas) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> wanted = wanted(replicas);
            admin.createTopics(wanted.stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
            List<NewTopic> kept = wanted.stream()
                    .filter(topic -> present.contains(topic.name()))
                    .toList();
            grow(admin, kept);
            configure(admin, kept);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics were not created on " + bootstrapServers, e.getCause());
        }
    }

    private static List<NewTopic> wanted(short replicas) {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new NewTopic(topic.topicName(), Topic.PARTITIONS, replicas).configs(config(topic)));
            topics.add(new NewTopic(topic.deadLetters(), 1, replicas)
                    .configs(expiring(Topic.DEAD_LETTERS_KEPT.toMillis())));
        }
        return topics;
    }

    private static Map<String, String> config(Topic topic) {
        return topic.kept()
                .retention()
                .map(retention -> expiring(retention.toMillis()))
                .orElseGet(() -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private static Map<String, String> expiring(long retentionMillis) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retentionMillis));
    }

    private static void grow(Admin admin, List<NewTopic> topics) throws InterruptedException, ExecutionException {
        Set<String> names = topics.stream().map(NewTopic::name).collect(Collectors.toSet());
        Map<String, NewPartitions> more = new HashMap<>();
        var descriptions = admin.describeTopics(names).allTopicNames().get();
        for (NewTopic topic : topics) {
            if (descriptions.get(topic.name()).partitions().size() < topic.numPartitions()) {
                more.put(topic.name(), NewPartitions.increaseTo(topic.numPartitions()));
            }
        }
        admin.createPartitions(more).all().get();
    }

    private static void configure(Admin admin, List<NewTopic> topics) throws InterruptedException, ExecutionException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (NewTopic topic : topics) {
            changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    topic.configs().entrySet().stream()
                            .map(entry -> new AlterConfigOp(
                                    new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                            .toList());
        }
        admin.incrementalAlterConfigs(changes).all().get();
    }
}
