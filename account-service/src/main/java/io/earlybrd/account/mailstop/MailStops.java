package io.earlybrd.account.mailstop;

import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.events.AddressSuppressed;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.inbox.Inbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Owns the transactions that stop and start mail to a subscriber. A start names the newest stop that it knows of, so that a stop of
 * which the notifier has not told yet outlives it.
 */
@ApplicationScoped
public class MailStops {

    private static final String CONSUMER = "mail-stops";

    private final Inbox inbox;
    private final Subscribers subscribers;

    MailStops(Inbox inbox, Subscribers subscribers) {
        this.inbox = inbox;
        this.subscribers = subscribers;
    }

    /** Takes over that mail is stopped; false if that is known, was undone since, or is about nobody. */
    @WithTransaction
    public Uni<Boolean> note(AddressSuppressed stop, CloudEvent attributes) {
        return inbox.claim(CONSUMER, attributes.id())
                .chain(first -> first
                        ? subscribers.stopMail(stop.subscriberId(), stop.suppressedAt(), stop.reason())
                        : Uni.createFrom().item(false));
    }

    /** Starts mail again; false if it was not stopped. */
    @WithTransaction
    Uni<Boolean> startAgain(UUID subscriberId) {
        return subscribers.startMail(subscriberId);
    }
}
