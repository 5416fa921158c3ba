package io.earlybrd.matcher.alert;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.events.consume.Outage;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.index.PreparedAlert;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Applies the records of the {@code alerts} topic to the index. One that is broken, or larger than an alert may be, goes to the dead
 * letters and changes nothing: the version that was held goes on, and the alert counts as refused until a newer record of it is taken.
 * Safe for concurrent use; records of one alert come one after the other.
 */
@ApplicationScoped
class AlertRecords {

    private final AlertIndex index;
    private final AlertDeadLetters deadLetters;
    private final AlertMetrics metrics;

    AlertRecords(AlertIndex index, AlertDeadLetters deadLetters, AlertMetrics metrics) {
        this.index = index;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Takes records in their order. If the machine fails, all of them are to be taken again. */
    void take(List<ConsumerRecord<String, byte[]>> records) {
        Map<ConsumerRecord<String, byte[]>, PreparedAlert> prepared = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                apply(record, prepared);
            } catch (RuntimeException e) {
                // An older version may be among them, and this record is the newest.
                save(prepared);
                refuse(record, e);
            }
        }
        save(prepared);
    }

    /** Saves what was prepared, all at once; if that fails, one by one, so that only those fail that must. */
    private void save(Map<ConsumerRecord<String, byte[]>, PreparedAlert> prepared) {
        try {
            index.save(List.copyOf(prepared.values()));
            prepared.keySet().forEach(this::taken);
        } catch (RuntimeException e) {
            prepared.forEach(this::saveAlone);
        }
        prepared.clear();
    }

    private void saveAlone(ConsumerRecord<String, byte[]> record, PreparedAlert alert) {
        try {
            index.save(List.of(alert));
            taken(record);
        } catch (RuntimeException e) {
            refuse(record, e);
        }
    }

    private void refuse(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
        if (Outage.causedBy(failure)) {
            // No fault of the record, which comes again: a disk that is full, say.
            throw failure;
        }
        // Whatever is wrong with it, it would be wrong again; the other alerts must not wait for it.
        deadLetters.take(record, failure);
        metrics.handled(AlertMetrics.FAILED);
        metrics.refused(record.key());
    }

    private void taken(ConsumerRecord<String, byte[]> record) {
        metrics.handled(AlertMetrics.HANDLED);
        metrics.taken(record.key());
    }

    int held() {
        return index.count().running() + index.count().paused();
    }

    /** Applies a record, or prepares it to be saved with others. */
    private void apply(
            ConsumerRecord<String, byte[]> record, Map<ConsumerRecord<String, byte[]>, PreparedAlert> prepared) {
        if (record.key() == null) {
            throw new UnreadableEvent("record has no key", null);
        }
        if (record.value() == null) {
            UUID alertId = UUID.fromString(record.key());
            // The alert may be among them.
            save(prepared);
            index.remove(alertId);
            taken(record);
            return;
        }
        CloudEvent attributes = CloudEvent.of(record.headers());
        if (!attributes.type().equals(AlertSaved.class.getSimpleName())) {
            metrics.handled(AlertMetrics.IGNORED);
            return;
        }
        AlertSaved alert = EventJson.read(record.value(), AlertSaved.class);
        if (!record.key().equals(alert.key())) {
            throw new UnreadableEvent("key is not the alert's id", null);
        }
        AlertLimits.check(alert.filters());
        prepared.put(record, index.prepare(alert));
    }
}
