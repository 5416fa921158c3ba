package io.earlybrd.notifier.ledger;

import io.earlybrd.events.JobMatched;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.events.consume.EventHandling;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code matches}: writes every match down before anything is done about it. */
@ApplicationScoped
class JobMatchedHandler {

    private static final long FIRST_VERSION = 1;

    private final EventHandling handling;
    private final Ledger ledger;
    private final DueSubscribers dueSubscribers;
    private final Event<MatchesRecorded> recorded;

    JobMatchedHandler(
            EventHandling handling, Ledger ledger, DueSubscribers dueSubscribers, Event<MatchesRecorded> recorded) {
        this.handling = handling;
        this.ledger = ledger;
        this.dueSubscribers = dueSubscribers;
        this.recorded = recorded;
    }

    @Incoming("matches")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, JobMatched.class, this::record);
    }

    private Uni<Integer> record(JobMatched matched) {
        MatchCheck.refuseImpossible(matched);
        return Panache.withTransaction(() -> undecided(matched).chain(() -> ledger.record(matched)))
                .invoke(fresh -> recorded.fire(new MatchesRecorded(fresh)));
    }

    /**
     * A later version may say that a job is open again which somebody is leaving out of a mail at this moment, since it was closed:
     * only once that is written can it be taken back.
     */
    private Uni<Void> undecided(JobMatched matched) {
        return matched.jobVersion() == FIRST_VERSION
                ? Uni.createFrom().voidItem()
                : dueSubscribers.holdAll(matched.subscribers().stream()
                        .map(SubscriberMatch::subscriberId)
                        .toList());
    }
}
