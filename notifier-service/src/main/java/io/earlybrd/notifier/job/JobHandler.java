package io.earlybrd.notifier.job;

import static io.earlybrd.notifier.intake.Requirement.requireParts;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the topic {@code jobs}, as far as it tells whether a job is open. */
@ApplicationScoped
class JobHandler {

    private final EventHandling handling;
    private final EventHandlers handlers;
    private final JobStateTable table;

    JobHandler(EventHandling handling, JobStateTable table) {
        this.handling = handling;
        this.table = table;
        this.handlers = new EventHandlers()
                .on(JobClosed.class, this::close)
                .onPartOf(JobPosted.class, JobVersion.class, this::open);
    }

    @Incoming("jobs")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return handling.handle(record, handlers);
    }

    private Uni<Integer> close(JobClosed job) {
        requireParts("closed job", job.jobId(), job.closedAt());
        return Panache.withTransaction(() -> table.close(job));
    }

    private Uni<Integer> open(JobVersion job) {
        requireParts("job", job.jobId());
        return job.isLater()
                ? Panache.withTransaction(() -> table.open(job))
                : Uni.createFrom().item(0);
    }
}
