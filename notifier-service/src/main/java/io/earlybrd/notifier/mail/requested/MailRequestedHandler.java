package io.earlybrd.notifier.mail.requested;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventIds;
import io.earlybrd.events.MailRequested;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.earlybrd.events.inbox.Inbox;
import io.earlybrd.notifier.mail.MailQueue;
import io.earlybrd.notifier.mail.NewMail;
import io.earlybrd.notifier.mail.Sender;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code mail-requests}: each request becomes one mail, however often its record comes. */
@ApplicationScoped
class MailRequestedHandler {

    private static final String CONSUMER = "mail-requests";

    private final EventHandling handling;
    private final EventHandlers handlers;
    private final Inbox inbox;
    private final MailQueue queue;
    private final EventIds ids;
    private final Sender sender;

    MailRequestedHandler(EventHandling handling, Inbox inbox, MailQueue queue, EventIds ids, Sender sender) {
        this.handling = handling;
        this.inbox = inbox;
        this.queue = queue;
        this.ids = ids;
        this.sender = sender;
        this.handlers = new EventHandlers().on(MailRequested.class, this::queue);
    }

    @Incoming("mail-requests")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }

    private Uni<Integer> queue(MailRequested request, CloudEvent attributes) {
        RequestCheck.refuseUnsendable(request);
        NewMail mail = NewMail.of(ids.next(), request);
        return Panache.withTransaction(() -> inbox.claim(CONSUMER, attributes.id())
                        .chain(first -> first
                                ? queue.add(List.of(mail))
                                : Uni.createFrom().item(0)))
                .invoke(sender::wake);
    }
}
