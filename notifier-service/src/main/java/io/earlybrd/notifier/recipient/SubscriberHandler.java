package io.earlybrd.notifier.recipient;

import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.earlybrd.notifier.ledger.DueSubscribers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code subscribers}. */
@ApplicationScoped
class SubscriberHandler {

    private final EventHandling handling;
    private final EventHandlers handlers;
    private final SubscriberTable table;
    private final DueSubscribers due;

    SubscriberHandler(EventHandling handling, SubscriberTable table, DueSubscribers due) {
        this.handling = handling;
        this.table = table;
        this.due = due;
        this.handlers = new EventHandlers()
                .on(SubscriberChanged.class, this::save)
                .onTombstone(key -> Panache.withTransaction(() -> table.erase(RecordKeys.id(key))));
    }

    @Incoming("subscribers")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }

    private Uni<Integer> save(SubscriberChanged subscriber) {
        return Panache.withTransaction(
                () -> table.save(subscriber).chain(() -> due.arrived(subscriber.subscriberId())));
    }
}
