package io.earlybrd.matcher.alert;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.events.consume.Outage;
import io.earlybrd.matcher.index.AlertIndex;
import jakarta.enterprise.context.ApplicationScoped;
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

    void take(ConsumerRecord<String, byte[]> record) {
        try {
            String outcome = apply(record);
            metrics.handled(outcome);
            if (outcome.equals(AlertMetrics.HANDLED)) {
                metrics.taken(record.key());
            }
        } catch (RuntimeException e) {
            if (Outage.causedBy(e)) {
                // No fault of the record, which comes again: a disk that is full, say.
                throw e;
            }
            // Whatever is wrong with it, it would be wrong again; the other alerts must not wait for it.
            deadLetters.take(record, e);
            metrics.handled(AlertMetrics.FAILED);
            metrics.refused(record.key());
        }
    }

    int held() {
        return index.count().running() + index.count().paused();
    }

    private String apply(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            throw new UnreadableEvent("record has no key", null);
        }
        if (record.value() == null) {
            index.remove(UUID.fromString(record.key()));
            return AlertMetrics.HANDLED;
        }
        CloudEvent attributes = CloudEvent.of(record.headers());
        if (!attributes.type().equals(AlertSaved.class.getSimpleName())) {
            return AlertMetrics.IGNORED;
        }
        AlertSaved alert = EventJson.read(record.value(), AlertSaved.class);
        if (!record.key().equals(alert.key())) {
            throw new UnreadableEvent("key is not the alert's id", null);
        }
        AlertLimits.check(alert.filters());
        index.save(alert);
        return AlertMetrics.HANDLED;
    }
}
