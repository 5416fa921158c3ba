package io.earlybrd.events.outbox;

import io.earlybrd.events.CloudEvent;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** A row that the relay has claimed. */
record OutboxRow(long id, String topic, String key, String payload, CloudEvent attributes, String traceparent) {

    static OutboxRow of(Row row, String source) {
        Instant occurredAt = row.getOffsetDateTime("occurred_at").toInstant();
        return new OutboxRow(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("payload"),
                new CloudEvent(row.getUUID("event_id"), row.getString("type"), source, occurredAt),
                row.getString("traceparent"));
    }

    Message<Record<String, String>> toMessage() {
        Headers headers = new RecordHeaders();
        attributes.writeTo(headers);
        if (!traceparent.isEmpty()) {
            headers.add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return Message.of(
                Record.of(key, payload),
                Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(topic)
                        .withHeaders(headers)
                        .build()));
    }
}
