package io.earlybrd.matcher.job;

import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.index.FoundAlert;
import io.earlybrd.matcher.match.JobText;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
     * The records that tell of a job; none if it is for nobody. It is known at once whom it is for; each record is made when it is
     * asked for.
     *
     * @param publishedAt when the scraper stored it for publishing
     */
    public Stream<JobMatched> match(JobPosted job, Instant publishedAt) {
        JobText text = JobText.of(job);
        List<FoundAlert> found = index.matching(text);
        HopTimes hops = new HopTimes(job.times().firstSeenAt(), publishedAt, clock.instant());
        Iterable<JobMatched> records = () -> new MatchRecords(index, text, found, hops);
        return StreamSupport.stream(records.spliterator(), false);
    }
}
