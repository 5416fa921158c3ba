package io.earlybrd.matcher.job;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.events.Topic;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.index.FoundAlert;
import io.earlybrd.matcher.match.JobText;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finds whom a job is for and packs them into records, one or more for each partition of {@code matches}. The same alerts and the same
 * job give the same records, whatever happened before.
 */
@Singleton
public final class JobMatching {

    private final AlertIndex index;
    private final Clock clock;

    public JobMatching(AlertIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /**
     * The records that tell of a job; none if it is for nobody.
     *
     * @param publishedAt when the scraper stored it for publishing
     */
    public List<JobMatched> match(JobPosted job, Instant publishedAt) {
        JobText text = JobText.of(job);
        Map<Integer, List<SubscriberMatch>> byPartition = new TreeMap<>();
        bySubscriber(index.matching(text), text)
                .forEach((subscriberId, alerts) -> byPartition
                        .computeIfAbsent(Topic.partitionOf(subscriberId.toString()), partition -> new ArrayList<>())
                        .add(new SubscriberMatch(subscriberId, alerts)));
        HopTimes hops = new HopTimes(job.times().firstSeenAt(), publishedAt, clock.instant());
        List<JobMatched> records = new ArrayList<>();
        byPartition.forEach((partition, subscribers) -> {
            List<List<SubscriberMatch>> chunks = Chunks.of(subscribers);
            for (int chunk = 0; chunk < chunks.size(); chunk++) {
                records.add(new JobMatched(
                        job.jobId(), job.version(), partition, chunk, JobSummary.of(job), chunks.get(chunk), hops));
            }
        });
        return records;
    }

    private SortedMap<UUID, List<AlertMatch>> bySubscriber(List<FoundAlert> alerts, JobText job) {
        SortedMap<UUID, List<AlertMatch>> matches = new TreeMap<>();
        alerts.stream()
                .sorted(Comparator.comparing(FoundAlert::alertId))
                .forEach(alert -> index.matchOf(alert, job)
                        .ifPresent(match -> matches.computeIfAbsent(alert.subscriberId(), id -> new ArrayList<>(1))
                                .add(match)));
        return matches;
    }
}
