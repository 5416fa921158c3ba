package io.earlybrd.notifier.recipient;

import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.earlybrd.notifier.ledger.DueSubscribers;
import io.earlybrd.notifier.ledger.HeldMatches;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code subscribers}. */
@ApplicationScoped
class SubscriberHandler {

    private final EventHandling handling;
    private final EventHandlers handlers;
    private final SubscriberTable table;
    private final DueSubscribers due;
    private final HeldMatches held;

    SubscriberHandler(EventHandling handling, SubscriberTable table, DueSubscribers due, HeldMatches held) {
        this.handling = handling;
        this.table = table;
        this.due = due;
        this.held = held;
        this.handlers = new EventHandlers()
                .on(SubscriberChanged.class, this::save)
                .onTombstone(key -> Panache.withTransaction(() -> table.erase(RecordKeys.id(key))));
    }

    @Incoming("subscribers")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }

    private Uni<Integer> save(SubscriberChanged subscriber) {
        RecipientCheck.refuseImpossible(subscriber);
        UUID subscriberId = subscriber.subscriberId();
        return Panache.withTransaction(() ->
                lookAgain(subscriberId).chain(() -> table.save(subscriber)).chain(() -> due.arrived(subscriberId)));
    }

    /** The quiet hours may be others from now on, or none. */
    private Uni<Void> lookAgain(UUID subscriberId) {
        return table.keepsQuiet(subscriberId)
                .chain(keepsQuiet -> keepsQuiet
                        ? held.lookAgain(subscriberId)
                        : Uni.createFrom().voidItem());
    }
}
