package io.earlybrd.matcher.job;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventIds;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobMatched;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Writes matches to the partition that their subscribers belong to. */
@ApplicationScoped
public class MatchPublisher {

    private static final String SOURCE = "/matcher";

    /** Records on their way at a time; the channel refuses more than it has asked for, and a popular job makes thousands. */
    private static final int AT_A_TIME = 64;

    private final MutinyEmitter<byte[]> matches;

    MatchPublisher(@Channel("matches") MutinyEmitter<byte[]> matches) {
        this.matches = matches;
    }

    /** Done when the broker has all of them; fails if it has not, though it may then have some. */
    Uni<Void> publish(List<JobMatched> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(records.stream().map(this::send).toList())
                .usingConcurrencyOf(AT_A_TIME)
                .andFailFast()
                .replaceWithVoid();
    }

    /** Which record of the job it is, whomever it names: the same in every replay ({@link JobMatched}). */
    static UUID idOf(JobMatched match) {
        return EventIds.ofParts(
                JobMatched.class.getSimpleName(), match.jobId(), match.jobVersion(), match.partition(), match.chunk());
    }

    private Uni<Void> send(JobMatched match) {
        Headers headers = new RecordHeaders();
        new CloudEvent(
                        idOf(match),
                        JobMatched.class.getSimpleName(),
                        SOURCE,
                        match.hops().matchedAt())
                .writeTo(headers);
        return matches.sendMessage(Message.of(EventJson.write(match).getBytes(StandardCharsets.UTF_8))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(match.key())
                        .withPartition(match.partition())
                        .withHeaders(headers)
                        .build()));
    }
}
