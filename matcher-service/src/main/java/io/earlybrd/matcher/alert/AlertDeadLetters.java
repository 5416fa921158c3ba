package io.earlybrd.matcher.alert;

import io.earlybrd.events.Topic;
import io.earlybrd.matcher.topic.WholeTopics;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Moves broken alert records, untouched, to the dead letters, with the reason in the same headers that the messaging library uses. The
 * topic is read anew at every start, so what is there already is not sent again; several instances may each send it once.
 */
@ApplicationScoped
class AlertDeadLetters {

    private static final String PARTITION = "dead-letter-partition";
    private static final String OFFSET = "dead-letter-offset";

    private static final Duration SENT_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final MutinyEmitter<Record<String, byte[]>> letters;
    private final WholeTopics topics;
    /** Partition and offset of what lies there; empty until the first letter. */
    private Optional<Set<String>> known = Optional.empty();

    AlertDeadLetters(
            @Channel("alerts-dead-letters") MutinyEmitter<Record<String, byte[]>> letters, WholeTopics topics) {
        this.letters = letters;
        this.topics = topics;
    }

    /** Sends a record there. */
    synchronized void take(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        if (known.isEmpty()) {
            known = Optional.of(read());
        }
        String place = record.partition() + ":" + record.offset();
        if (known.get().contains(place)) {
            return;
        }
        letters.sendMessage(Message.of(Record.of(record.key(), record.value()))
                        .addMetadata(OutgoingKafkaRecordMetadata.builder()
                                .withHeaders(headers(record, reason))
                                .build()))
                .await()
                .atMost(SENT_WITHIN);
        // Only now: if it was not sent, the record comes again and must find its place free.
        known.get().add(place);
        // The message may quote the query, which is nobody's business.
        Log.warnf(
                "record moved to dead letters topic=%s partition=%d offset=%d deadLetters=%s cause=%s",
                record.topic(),
                record.partition(),
                record.offset(),
                Topic.ALERTS.deadLetters(),
                reason.getClass().getSimpleName());
    }

    private static Headers headers(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        Headers headers = new RecordHeaders(record.headers());
        put("dead-letter-exception-class-name", reason.getClass().getName(), headers);
        put("dead-letter-reason", String.valueOf(reason.getMessage()), headers);
        put("dead-letter-topic", record.topic(), headers);
        put(PARTITION, Integer.toString(record.partition()), headers);
        put(OFFSET, Long.toString(record.offset()), headers);
        return headers;
    }

    private static void put(String name, String value, Headers headers) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> read() {
        Set<String> found = new HashSet<>();
        String topic = Topic.ALERTS.deadLetters();
        try (Consumer<String, byte[]> consumer = topics.consumer(topic)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(letter -> found.add(text(letter, PARTITION) + ":" + text(letter, OFFSET)));
            }
        }
        return found;
    }

    private static String text(ConsumerRecord<String, byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
