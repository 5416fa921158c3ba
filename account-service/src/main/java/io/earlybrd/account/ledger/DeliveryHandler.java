package io.earlybrd.account.ledger;

import io.earlybrd.account.alert.AlertService;
import io.earlybrd.account.mailstop.MailStops;
import io.earlybrd.events.AddressSuppressed;
import io.earlybrd.events.AlertStopped;
import io.earlybrd.events.FateChanged;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes in what the notifier did: fates go to the ledger, a stop pauses its alert, a stop of all mail is shown. Each may come
 * twice.
 */
@ApplicationScoped
class DeliveryHandler {

    private final EventHandling handling;
    private final EventHandlers handlers;

    DeliveryHandler(EventHandling handling, Ledger ledger, AlertService alerts, MailStops mailStops) {
        this.handling = handling;
        this.handlers = new EventHandlers()
                .on(FateChanged.class, ledger::note)
                .on(AlertStopped.class, alerts::stopped)
                .on(AddressSuppressed.class, mailStops::note);
    }

    @Incoming("deliveries")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }
}
