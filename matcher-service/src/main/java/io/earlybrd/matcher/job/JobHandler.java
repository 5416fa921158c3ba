package io.earlybrd.matcher.job;

import static java.util.stream.Collectors.groupingBy;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.consume.EventHandlers;
import io.earlybrd.events.consume.EventHandling;
import io.earlybrd.events.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Matches jobs as they are posted. What a poll brings is split by partition: partitions go on side by side, so that a job for everybody
 * holds up only its own, and the records of one stay in order. A partition's records are matched and sent one after the other without
 * waiting for the broker, and acknowledged once all their matches are on all its replicas. A record that fails ends that run: those before
 * it are through, it is tried again and put aside on its own ({@link EventHandling}), and the run goes on behind it.
 *
 * <p>A job that comes twice is matched twice, with the same ids; the notifier's ledger keeps one mail of it.
 */
@ApplicationScoped
public class JobHandler {

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

    private final EventHandling handling;
    private final JobMatching matching;
    private final MatchPublisher publisher;
    private final JobMetrics metrics;
    private final JobLanes lanes;

    JobHandler(
            EventHandling handling,
            JobMatching matching,
            MatchPublisher publisher,
            JobMetrics metrics,
            JobLanes lanes) {
        this.handling = handling;
        this.matching = matching;
        this.publisher = publisher;
        this.metrics = metrics;
        this.lanes = lanes;
    }

    /** Done when there is room for the next batch, which may be long before this one is through. */
    @Incoming("jobs")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        Context context = Vertx.currentContext();
        batch.getRecords().stream()
                .collect(groupingBy(KafkaRecord::getPartition))
                .forEach((partition, records) -> lanes.add(
                        partition,
                        bytesOf(records),
                        () -> inOrder(records, context).chain(() -> acknowledge(records))));
        return lanes.room();
    }

    private Uni<Void> inOrder(List<KafkaRecord<String, byte[]>> records, Context context) {
        AtomicInteger through = new AtomicInteger();
        return Uni.createFrom()
                .deferred(() -> goOn(records, through, context))
                .repeat()
                .until(count -> count == records.size())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Handles all that is left, or up to the first that fails, and that. */
    private Uni<Integer> goOn(List<KafkaRecord<String, byte[]>> records, AtomicInteger through, Context context) {
        return lanes.run(() -> sendUpToFailure(records.subList(through.get(), records.size())))
                .chain(sent -> through.addAndGet(sent) == records.size()
                        ? Uni.createFrom().item(through.get())
                        : alone(records.get(through.get()), context).map(ignored -> through.incrementAndGet()));
    }

    /** The number of records from the first on whose matches are on the broker. */
    private Uni<Integer> sendUpToFailure(List<KafkaRecord<String, byte[]>> records) {
        InFlight inFlight = new InFlight();
        for (KafkaRecord<String, byte[]> record : records) {
            if (inFlight.failed()) {
                break;
            }
            inFlight.add(handling.tryOnce(recordOf(record), handlers(record, Runnable::run)));
        }
        return inFlight.succeeded();
    }

    /** Tries one record for as long as that makes sense, and else moves it to the dead letters. */
    private Uni<Void> alone(KafkaRecord<String, byte[]> record, Context context) {
        return Uni.createFrom()
                .deferred(() -> handling.handle(recordOf(record), handlers(record, lanes.workers())))
                // Where its back-off comes back to.
                .runSubscriptionOn(handle -> context.runOnContext(ignored -> handle.run()))
                .onFailure()
                .recoverWithUni(failure -> putAside(record, failure));
    }

    /** It is the last copy of its record, so it is not given up before the broker has it. */
    private static Uni<Void> putAside(KafkaRecord<String, byte[]> record, Throwable failure) {
        return Uni.createFrom()
                .completionStage(() -> record.nack(failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .indefinitely();
    }

    private static Uni<Void> acknowledge(List<KafkaRecord<String, byte[]>> records) {
        // The channel has noted the last offset of each partition of a batch, and no other.
        return Uni.createFrom()
                .completionStage(() -> records.get(records.size() - 1).ack());
    }

    private EventHandlers handlers(KafkaRecord<String, byte[]> record, Executor executor) {
        return new EventHandlers()
                .on(
                        JobPosted.class,
                        (job, attributes) -> Uni.createFrom()
                                .deferred(() -> posted(job, attributes, traceOf(record)))
                                .runSubscriptionOn(executor))
                .on(JobClosed.class, this::closed);
    }

    private Uni<Void> posted(JobPosted job, CloudEvent attributes, String traceparent) {
        if (job.backfill()) {
            metrics.job(JobMetrics.BACKFILL);
            return Uni.createFrom().voidItem();
        }
        Stream<JobMatched> matches = metrics.timed(() -> matching.match(job, attributes.time()));
        return publisher
                .publish(matches::iterator, traceparent)
                .invoke(subscribers -> metrics.published(subscribers, attributes.time()))
                .replaceWithVoid();
    }

    /** Whom it was for knows the notifier; it asks before it mails. */
    private Uni<Void> closed(JobClosed job) {
        metrics.job(JobMetrics.CLOSED);
        return Uni.createFrom().voidItem();
    }

    private static String traceOf(KafkaRecord<String, byte[]> record) {
        return record.getMetadata(TracingMetadata.class)
                .map(trace -> TraceParent.of(trace.getCurrentContext()))
                .orElse("");
    }

    private static int bytesOf(List<KafkaRecord<String, byte[]>> records) {
        return records.stream()
                .mapToInt(record -> Math.max(0, recordOf(record).serializedValueSize()))
                .sum();
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> recordOf(KafkaRecord<String, byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow()
                .getRecord();
    }
}
