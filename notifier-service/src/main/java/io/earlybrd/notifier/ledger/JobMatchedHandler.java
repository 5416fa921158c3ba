package io.earlybrd.notifier.ledger;

import io.earlybrd.events.JobMatched;
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

    private final EventHandling handling;
    private final Ledger ledger;
    private final Event<MatchesRecorded> recorded;

    JobMatchedHandler(EventHandling handling, Ledger ledger, Event<MatchesRecorded> recorded) {
        this.handling = handling;
        this.ledger = ledger;
        this.recorded = recorded;
    }

    @Incoming("matches")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, JobMatched.class, this::record);
    }

    private Uni<Integer> record(JobMatched matched) {
        MatchCheck.refuseImpossible(matched);
        return Panache.withTransaction(() -> ledger.record(matched))
                .invoke(fresh -> recorded.fire(new MatchesRecorded(fresh)));
    }
}
