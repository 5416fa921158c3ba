package io.earlybrd.notifier.recipient;

import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.earlybrd.notifier.ledger.DueSubscribers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code entitlements}. */
@ApplicationScoped
class EntitlementHandler {

    private final EventHandling handling;
    private final EventHandlers handlers;
    private final EntitlementTable table;
    private final DueSubscribers due;

    EntitlementHandler(EventHandling handling, EntitlementTable table, DueSubscribers due) {
        this.handling = handling;
        this.table = table;
        this.due = due;
        this.handlers = new EventHandlers()
                .on(EntitlementChanged.class, this::save)
                .onTombstone(key -> Panache.withTransaction(() -> table.delete(RecordKeys.id(key))));
    }

    @Incoming("entitlements")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }

    private Uni<Integer> save(EntitlementChanged entitlement) {
        return Panache.withTransaction(
                () -> table.save(entitlement).chain(() -> due.arrived(entitlement.subscriberId())));
    }
}
