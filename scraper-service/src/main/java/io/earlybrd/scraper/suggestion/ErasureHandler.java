package io.earlybrd.scraper.suggestion;

import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code subscribers} for the accounts that are deleted; nothing else of a subscriber is known here. */
@ApplicationScoped
class ErasureHandler {

    private final EventHandling handling;
    private final EventHandlers handlers;

    ErasureHandler(EventHandling handling, ErasedTable erased) {
        this.handling = handling;
        this.handlers = new EventHandlers().onTombstone(key -> {
            UUID subscriberId = UUID.fromString(key);
            return Panache.withTransaction(
                    () -> SuggestionTable.lock(subscriberId).chain(() -> erased.erase(subscriberId)));
        });
    }

    @Incoming("subscribers")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }
}
