package io.earlybrd.events.topics;

import io.earlybrd.events.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/** What a broker is told about a topic, whatever the size of the cluster. */
public final class TopicSettings {

    /**
     * Kafka deletes and compacts whole segments but never the one that is written to, so this bounds by how much a record outlives its
     * time: by a seventh of it, and a day on a compacted topic. Shorter segments would only cost open files.
     */
    private static final int SEGMENTS_OF_A_RETENTION = 7;

    private static final Duration COMPACTED_WITHIN = Duration.ofDays(1);

    /** A consumer that was away for as long must still learn that somebody is gone. */
    private static final Duration TOMBSTONES_KEPT = Duration.ofDays(7);

    /** Twice the broker's limit: the record, which may be as large as that, and the headers that give the reason. */
    private static final int DEAD_LETTER_BYTES = 2 * 1024 * 1024;

    private TopicSettings() {}

    /** The settings of a topic, by Kafka's names. */
    public static Map<String, String> of(Topic topic) {
        return topic.kept().retention().map(TopicSettings::expiring).orElseGet(TopicSettings::compacted);
    }

    /** The settings of every topic of dead letters, by Kafka's names. */
    public static Map<String, String> ofDeadLetters() {
        Map<String, String> settings = expiring(Topic.DEAD_LETTERS_KEPT);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(DEAD_LETTER_BYTES));
        return settings;
    }

    private static Map<String, String> expiring(Duration retention) {
        Map<String, String> settings = common();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.RETENTION_MS_CONFIG, millis(retention));
        settings.put(TopicConfig.SEGMENT_MS_CONFIG, millis(retention.dividedBy(SEGMENTS_OF_A_RETENTION)));
        return settings;
    }

    private static Map<String, String> compacted() {
        Map<String, String> settings = common();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        settings.put(TopicConfig.SEGMENT_MS_CONFIG, millis(COMPACTED_WITHIN));
        settings.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(COMPACTED_WITHIN));
        settings.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(TOMBSTONES_KEPT));
        return settings;
    }

    /** By the broker's clock, since retention and the look-back over recent jobs go by it: a producer's may be wrong. */
    private static Map<String, String> common() {
        Map<String, String> settings = new TreeMap<>();
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
