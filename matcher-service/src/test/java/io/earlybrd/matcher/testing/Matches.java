package io.earlybrd.matcher.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.Topic;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes what other services tell the matcher, and reads what it answers. */
public final class Matches {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final KafkaProbe KAFKA = KafkaProbe.of(Backends.kafka());

    private Matches() {}

    public static KafkaProbe kafka() {
        return KAFKA;
    }

    /** What was published about a job so far, in the order of partitions and chunks. */
    public static List<ConsumerRecord<String, byte[]>> recordsOf(String jobId) {
        return KAFKA.readAll(Topic.MATCHES.topicName()).stream()
                .filter(record -> jobOf(record).equals(jobId))
                .toList();
    }

    public static List<JobMatched> of(String jobId) {
        return recordsOf(jobId).stream().map(Matches::read).toList();
    }

    /** What was published about a job, once there is as much. */
    public static List<ConsumerRecord<String, byte[]>> awaitRecordsOf(String jobId, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(recordsOf(jobId)).hasSize(count));
        return recordsOf(jobId);
    }

    public static JobMatched read(ConsumerRecord<String, byte[]> record) {
        return EventJson.read(record.value(), JobMatched.class);
    }

    public static CloudEvent attributes(ConsumerRecord<String, byte[]> record) {
        return CloudEvent.of(record.headers());
    }

    private static String jobOf(ConsumerRecord<String, byte[]> record) {
        return read(record).jobId();
    }
}
