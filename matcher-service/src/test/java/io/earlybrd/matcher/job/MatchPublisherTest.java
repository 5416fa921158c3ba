package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.events.Topic;
import io.earlybrd.events.consume.Outage;
import io.earlybrd.matcher.testing.Broker;
import io.earlybrd.matcher.testing.Matches;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.testkit.Backends;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithTestResource(Broker.class)
@Tag("M15")
@Timeout(240)
class MatchPublisherTest {

    /** Far below the two minutes after which Kafka's client gives up by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    MatchPublisher publisher;

    @Test
    void brokerAway_showsSoonAndAsAnOutage() {
        // Given
        JobPosted job = Posting.titled("Sexton").posted();
        Backends.kafka().stop();

        // When
        Throwable failure;
        try {
            failure = catchThrowable(
                    () -> publisher.publish(List.of(match(job, 0)), "").await().atMost(PATIENCE));
        } finally {
            Backends.kafka().restart();
        }

        // Then
        assertThat(failure).isInstanceOf(TimeoutException.class);
        assertThat(Outage.causedBy(failure)).isTrue();
    }

    @Test
    @Tag("M12")
    void jobForAMillionSubscribers_isPublishedWhole() {
        // Given
        JobPosted job = Posting.titled("Lamplighter").posted();
        List<JobMatched> records =
                IntStream.range(0, 2_000).mapToObj(chunk -> match(job, chunk)).toList();

        // When
        int subscribers = publisher.publish(records, "").await().atMost(PATIENCE);

        // Then
        assertThat(subscribers).isEqualTo(records.size());
        assertThat(Matches.recordsOf(job.jobId())).hasSize(records.size());
    }

    private static JobMatched match(JobPosted job, int chunk) {
        return new JobMatched(
                job.jobId(),
                job.version(),
                chunk % Topic.PARTITIONS,
                chunk,
                JobSummary.of(job),
                List.of(new SubscriberMatch(UUID.randomUUID(), List.of())),
                new HopTimes(
                        job.times().firstSeenAt(),
                        job.times().firstSeenAt(),
                        job.times().firstSeenAt()));
    }
}
