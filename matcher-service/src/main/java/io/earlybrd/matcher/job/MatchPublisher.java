package io.earlybrd.matcher.job;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventIds;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes matches to the partition that their subscribers belong to. */
@ApplicationScoped
public class MatchPublisher {

    private static final String SOURCE = "/matcher";
    private static final String TRACE = "traceparent";

    private final Producer<String, byte[]> producer;

    MatchPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Begins to send records in their order, each as soon as it is there; waits only for room in the producer's memory, so not to be
     * called on an event loop.
     *
     * @param traceparent the place in a trace that goes on in them, empty for none
     * @return the number of subscribers in them, once the broker has all; fails if it has not, though it may then have some
     */
    Uni<Integer> publish(Iterable<JobMatched> records, String traceparent) {
        Receipts receipts = new Receipts();
        MatchJson json = new MatchJson();
        int subscribers = 0;
        for (JobMatched match : records) {
            if (receipts.failed()) {
                break;
            }
            producer.send(recordOf(match, json.write(match), traceparent), receipts.next());
            subscribers += match.subscribers().size();
        }
        return receipts.all(subscribers);
    }

    /** Which record of the job it is, whomever it names: the same in every replay ({@link JobMatched}). */
    static UUID idOf(JobMatched match) {
        return EventIds.ofParts(
                JobMatched.class.getSimpleName(), match.jobId(), match.jobVersion(), match.partition(), match.chunk());
    }

    private static ProducerRecord<String, byte[]> recordOf(JobMatched match, byte[] json, String traceparent) {
        ProducerRecord<String, byte[]> outgoing =
                new ProducerRecord<>(Topic.MATCHES.topicName(), match.partition(), match.key(), json);
        new CloudEvent(
                        idOf(match),
                        JobMatched.class.getSimpleName(),
                        SOURCE,
                        match.hops().matchedAt())
                .writeTo(outgoing.headers());
        if (!traceparent.isEmpty()) {
            outgoing.headers().add(TRACE, traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return outgoing;
    }
}
