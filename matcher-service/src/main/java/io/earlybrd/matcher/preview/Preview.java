package io.earlybrd.matcher.preview;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.consume.Unquoted;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.Query;
import io.earlybrd.matcher.recent.RecentJob;
import io.earlybrd.matcher.recent.RecentJobs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the engine about each recent job, newest first, as live matching did when the job came. Gives up after a while and says so, because
 * somebody is waiting for a page.
 */
@Singleton
public final class Preview {

    /** Jobs that a preview could not look at. */
    static final String SKIPPED = "earlybrd.preview.skipped";

    private final RecentJobs jobs;
    private final Clock clock;
    private final Duration timeLimit;
    private final Counter skipped;

    public Preview(
            RecentJobs jobs,
            Clock clock,
            @ConfigProperty(name = "matcher.preview.time-limit") Duration timeLimit,
            MeterRegistry registry) {
        this.jobs = jobs;
        this.clock = clock;
        this.timeLimit = timeLimit;
        skipped = registry.counter(SKIPPED);
    }

    /** What these criteria would have found, with at most {@code limit} jobs. */
    PreviewAnswer of(Criteria criteria, int limit) {
        Instant now = clock.instant();
        Instant giveUpAt = now.plus(timeLimit);
        List<PreviewAnswer.Found> found = new ArrayList<>();
        int count = 0;
        int backfilled = 0;
        boolean complete = true;
        for (RecentJob job : jobs.newest(now.minus(RecentJobs.KEPT))) {
            if (clock.instant().isAfter(giveUpAt)) {
                complete = false;
                break;
            }
            try {
                Optional<JobText> text = jobs.read(job).map(JobText::of).filter(criteria::areMetBy);
                if (text.isPresent()) {
                    if (found.size() < limit) {
                        found.add(found(job, text.get(), criteria));
                    }
                    count++;
                    backfilled += job.backfill() ? 1 : 0;
                }
            } catch (RuntimeException e) {
                // One job that cannot be judged must not cost the page the others.
                skipped.increment();
                Log.warnf(Unquoted.of(e), "job not previewed jobId=%s", job.jobId());
                complete = false;
            }
        }
        String canonical = criteria.query().map(Query::toString).orElse("");
        return new PreviewAnswer(canonical, (int) RecentJobs.KEPT.toDays(), count, backfilled, complete, found);
    }

    private static PreviewAnswer.Found found(RecentJob job, JobText text, Criteria criteria) {
        JobPosted posted = text.job();
        return new PreviewAnswer.Found(
                job.jobId(),
                posted.version(),
                JobSummary.of(posted),
                job.firstSeenAt(),
                job.backfill(),
                job.closed(),
                criteria.reasons(text));
    }
}
