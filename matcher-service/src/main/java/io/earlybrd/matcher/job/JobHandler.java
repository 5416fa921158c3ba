package io.earlybrd.matcher.job;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Matches each posted job once it is there, and acknowledges it only after its matches are on all replicas of the broker. A job that comes
 * twice is matched twice, with the same ids; the notifier's ledger keeps one mail of it.
 */
@ApplicationScoped
public class JobHandler {

    private final EventHandling handling;
    private final JobMatching matching;
    private final MatchPublisher publisher;
    private final JobMetrics metrics;
    private final EventHandlers handlers;

    JobHandler(EventHandling handling, JobMatching matching, MatchPublisher publisher, JobMetrics metrics) {
        this.handling = handling;
        this.matching = matching;
        this.publisher = publisher;
        this.metrics = metrics;
        handlers = new EventHandlers().on(JobPosted.class, this::posted).on(JobClosed.class, this::closed);
    }

    @Incoming("jobs")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }

    private Uni<Void> posted(JobPosted job, CloudEvent attributes) {
        if (job.backfill()) {
            metrics.job(JobMetrics.BACKFILL);
            return Uni.createFrom().voidItem();
        }
        return matches(job, attributes)
                .chain(matches -> publisher.publish(matches).invoke(() -> metrics.published(matches)));
    }

    /** Off the event loop, which has the API to serve meanwhile, and back on it. */
    private Uni<List<JobMatched>> matches(JobPosted job, CloudEvent attributes) {
        return Uni.createFrom()
                .completionStage(() -> Vertx.currentContext()
                        .executeBlocking(() -> metrics.timed(() -> matching.match(job, attributes.time())))
                        .toCompletionStage());
    }

    /** Whom it was for knows the notifier; it asks before it mails. */
    private Uni<Void> closed(JobClosed job) {
        metrics.job(JobMetrics.CLOSED);
        return Uni.createFrom().voidItem();
    }
}
