package io.earlybrd.events.topics;

import io.earlybrd.events.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Brings a broker to what {@link Topic} declares: creates what is missing, adds partitions to topics of events, and applies {@link
 * TopicSettings} to all. Deletes nothing. A compacted topic keeps the partitions it was created with: its keys would go to others,
 * and what the old partitions hold of them would never be compacted away.
 */
public final class TopicSetup {

    private static final short ONE_MACHINE = 1;

    private TopicSetup() {}

    /**
     * Runs the set-up.
     *
     * @param args {@code host:port} of the broker, or none: environment KAFKA_BOOTSTRAP_SERVERS. Environment EARLYBRD_TOPIC_REPLICAS
     *     says how many copies of each partition a topic is created with: 3 on a cluster, 1 if it is not set
     */
    public static void main(String[] args) {
        apply(
                args.length > 0 ? args[0] : System.getenv("KAFKA_BOOTSTRAP_SERVERS"),
                Optional.ofNullable(System.getenv("EARLYBRD_TOPIC_REPLICAS"))
                        .map(Short::valueOf)
                        .orElse(ONE_MACHINE));
    }

    /**
     * Brings the broker to the declared topics; doing it twice changes nothing.
     *
     * @param bootstrapServers {@code host:port}, comma separated
     * @param replicas copies of each partition of a topic that is created: 1 on one machine, 3 on a cluster
     * @throws IllegalStateException if the broker refuses
     */
    public static void apply(String bootstrapServers, short replicas) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            List<Declared> declared = declared();
            Map<String, TopicDescription> present = present(admin, declared);
            create(admin, declared, present, replicas);
            grow(admin, declared, present);
            configure(admin, declared, present);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics were not created on " + bootstrapServers, e.getCause());
        }
    }

    private static List<Declared> declared() {
        List<Declared> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new Declared(topic.topicName(), Topic.PARTITIONS, TopicSettings.of(topic)));
            topics.add(new Declared(topic.deadLetters(), 1, TopicSettings.ofDeadLetters()));
        }
        return topics;
    }

    private static Map<String, TopicDescription> present(Admin admin, List<Declared> declared)
            throws InterruptedException, ExecutionException {
        Collection<String> names = admin.listTopics().names().get();
        return admin.describeTopics(declared.stream()
                        .map(Declared::name)
                        .filter(names::contains)
                        .toList())
                .allTopicNames()
                .get();
    }

    private static void create(
            Admin admin, List<Declared> declared, Map<String, TopicDescription> present, short replicas)
            throws InterruptedException, ExecutionException {
        admin.createTopics(declared.stream()
                        .filter(topic -> !present.containsKey(topic.name()))
                        .map(topic -> new NewTopic(topic.name(), topic.partitions(), replicas)
                                .configs(topic.settings(replicas)))
                        .toList())
                .all()
                .get();
    }

    private static void grow(Admin admin, List<Declared> declared, Map<String, TopicDescription> present)
            throws InterruptedException, ExecutionException {
        Map<String, NewPartitions> more = new HashMap<>();
        for (Declared topic : among(declared, present)) {
            if (!topic.compacted() && present.get(topic.name()).partitions().size() < topic.partitions()) {
                more.put(topic.name(), NewPartitions.increaseTo(topic.partitions()));
            }
        }
        admin.createPartitions(more).all().get();
    }

    private static void configure(Admin admin, List<Declared> declared, Map<String, TopicDescription> present)
            throws InterruptedException, ExecutionException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Declared topic : among(declared, present)) {
            // By the copies that it has, which may be fewer than a new topic would get: more than those can never be in
            // sync.
            int replicas = present.get(topic.name()).partitions().stream()
                    .mapToInt(partition -> partition.replicas().size())
                    .min()
                    .orElse(ONE_MACHINE);
            changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    topic.settings(replicas).entrySet().stream()
                            .map(entry -> new AlterConfigOp(
                                    new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                            .toList());
        }
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static List<Declared> among(List<Declared> declared, Map<String, TopicDescription> present) {
        return declared.stream()
                .filter(topic -> present.containsKey(topic.name()))
                .toList();
    }

    /** A topic as it should be. */
    private record Declared(String name, int partitions, Map<String, String> settings) {

        boolean compacted() {
            return TopicConfig.CLEANUP_POLICY_COMPACT.equals(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG));
        }

        /** With all copies but one, what is acknowledged outlives the loss of a machine, and a restart of one stops nobody. */
        Map<String, String> settings(int replicas) {
            Map<String, String> all = new HashMap<>(settings);
            all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, replicas - 1)));
            return all;
        }
    }
}
