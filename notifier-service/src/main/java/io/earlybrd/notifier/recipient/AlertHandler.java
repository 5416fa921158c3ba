package io.earlybrd.notifier.recipient;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.earlybrd.notifier.ledger.DueSubscribers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code alerts}. */
@ApplicationScoped
class AlertHandler {

    private final EventHandling handling;
    private final EventHandlers handlers;
    private final AlertTable table;
    private final DueSubscribers due;

    AlertHandler(EventHandling handling, AlertTable table, DueSubscribers due) {
        this.handling = handling;
        this.table = table;
        this.due = due;
        this.handlers = new EventHandlers()
                .on(AlertSaved.class, this::save)
                .onTombstone(key -> Panache.withTransaction(() -> table.delete(RecordKeys.id(key))));
    }

    @Incoming("alerts")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }

    private Uni<Integer> save(AlertSaved alert) {
        RecipientCheck.refuseImpossible(alert);
        return Panache.withTransaction(() -> table.save(alert).chain(() -> due.arrived(alert.subscriberId())));
    }
}
