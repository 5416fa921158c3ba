package io.earlybrd.account.billing;

import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what billing says; twice, late or out of order does no harm. */
@ApplicationScoped
class EntitlementHandler {

    private final EventHandling handling;
    private final EventHandlers handlers;

    EntitlementHandler(EventHandling handling, Entitlements entitlements) {
        this.handling = handling;
        this.handlers = new EventHandlers()
                .on(EntitlementChanged.class, entitlements::note)
                .onTombstone(key -> entitlements.forget(UUID.fromString(key)));
    }

    @Incoming("entitlements")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }
}
