package io.earlybrd.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/**
 * Every topic, declared once: name, partitions, how long records are kept, and the records that it carries. Created by
 * {@link io.earlybrd.events.topics.TopicSetup}; described for people in {@code docs/events}.
 */
public enum Topic {
    JOBS("jobs", Kept.forDays(45), "scraper", List.of(JobPosted.class, JobClosed.class)),
    SOURCES("sources", Kept.NEWEST_PER_KEY, "scraper", List.of(SourceChanged.class)),
    ALERTS("alerts", Kept.NEWEST_PER_KEY, "account", List.of(AlertSaved.class)),
    SUBSCRIBERS("subscribers", Kept.NEWEST_PER_KEY, "account", List.of(SubscriberChanged.class)),
    ENTITLEMENTS("entitlements", Kept.NEWEST_PER_KEY, "billing", List.of(EntitlementChanged.class)),
    MATCHES("matches", Kept.forDays(14), "matcher", List.of(JobMatched.class)),
    MAIL_REQUESTS("mail-requests", Kept.forDays(1), "account, billing", List.of(MailRequested.class)),
    DELIVERIES(
            "deliveries",
            Kept.forDays(45),
            "notifier",
            List.of(FateChanged.class, AddressSuppressed.class, AlertStopped.class));

    /** Partitions of every topic; only the order per key may be relied on. */
    public static final int PARTITIONS = 12;

    /** How long a dead letter waits for somebody to look at it. */
    public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    private final String topicName;
    private final Kept kept;
    private final String owner;
    private final List<Class<? extends Event>> events;

    Topic(String topicName, Kept kept, String owner, List<Class<? extends Event>> events) {
        this.topicName = topicName;
        this.kept = kept;
        this.owner = owner;
        this.events = events;
    }

    /** The topic that carries this kind of event. */
    public static Topic of(Class<? extends Event> event) {
        return Arrays.stream(values())
                .filter(topic -> topic.events.contains(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no topic carries " + event.getName()));
    }

    /** The topic of this name. */
    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }

    /** The partition that a key goes to: murmur2, as Kafka's own producers do. */
    public static int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    /** The name on Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Where records go that no consumer could handle. */
    public String deadLetters() {
        return topicName + ".dlq";
    }

    /** How long its records are kept. */
    public Kept kept() {
        return kept;
    }

    /** The services that publish to it. */
    public String owner() {
        return owner;
    }

    /** The records that it carries. */
    public List<Class<? extends Event>> events() {
        return events;
    }

    /**
     * How long records are kept: for a time, or the newest of each key for ever.
     *
     * @param retention absent on a compacted topic
     */
    public record Kept(Optional<Duration> retention) {

        static final Kept NEWEST_PER_KEY = new Kept(Optional.empty());

        static Kept forDays(int days) {
            return new Kept(Optional.of(Duration.ofDays(days)));
        }

        /** Whether the topic is compacted. */
        public boolean compacted() {
            return retention.isEmpty();
        }
    }
}
