package io.earlybrd.matcher.job;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.events.Topic;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.index.AlertKey;
import io.earlybrd.matcher.index.FoundAlert;
import io.earlybrd.matcher.match.JobText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The records that tell of a job, by partition of {@code matches}, subscriber and alert. Each is made when it is asked for, since why the job is
 * for somebody takes more memory than that it is: a job for everybody does not fill the heap.
 */
final class MatchRecords implements Iterator<JobMatched> {

    private final AlertIndex index;
    private final JobText text;
    private final JobSummary summary;
    private final HopTimes hops;
    private final List<FoundAlert> found;
    /** The partition of each that was found. */
    private final byte[] partitions;

    private int partition = -1;
    private int chunk;
    private Optional<Chunks> chunks = Optional.empty();
    /** Those of the partition, and the next of them. */
    private List<Addressed> alerts = List.of();

    private int next;

    MatchRecords(AlertIndex index, JobText text, List<FoundAlert> found, HopTimes hops) {
        this.index = index;
        this.text = text;
        this.found = found;
        this.hops = hops;
        summary = JobSummary.of(text.job());
        partitions = new byte[found.size()];
        for (int i = 0; i < partitions.length; i++) {
            partitions[i] = (byte)
                    Topic.partitionOf(index.keyOf(found.get(i)).subscriberId().toString());
        }
    }

    @Override
    public boolean hasNext() {
        while (chunks.filter(Chunks::hasNext).isEmpty() && partition + 1 < Topic.PARTITIONS) {
            partition++;
            chunk = 0;
            next = 0;
            alerts = IntStream.range(0, partitions.length)
                    .filter(i -> partitions[i] == partition)
                    .mapToObj(i -> new Addressed(index.keyOf(found.get(i)), found.get(i)))
                    .sorted(Comparator.comparing(Addressed::key))
                    .toList();
            chunks = Optional.of(new Chunks(this::nextSubscriber));
        }
        return chunks.filter(Chunks::hasNext).isPresent();
    }

    @Override
    public JobMatched next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        JobPosted job = text.job();
        List<SubscriberMatch> subscribers = chunks.orElseThrow().next();
        return new JobMatched(job.jobId(), job.version(), partition, chunk++, summary, subscribers, hops);
    }

    private Optional<SubscriberMatch> nextSubscriber() {
        while (next < alerts.size()) {
            UUID subscriberId = alerts.get(next).key().subscriberId();
            List<AlertMatch> matches = new ArrayList<>(1);
            while (next < alerts.size() && alerts.get(next).key().subscriberId().equals(subscriberId)) {
                index.matchOf(alerts.get(next).alert(), text).ifPresent(matches::add);
                next++;
            }
            if (!matches.isEmpty()) {
                return Optional.of(new SubscriberMatch(subscriberId, matches));
            }
        }
        return Optional.empty();
    }

    /** An alert that was found, which it is and whose. */
    private record Addressed(AlertKey key, FoundAlert alert) {}
}
