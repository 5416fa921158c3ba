package io.earlybrd.account.preview;

import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Reason;
import java.time.Instant;
import java.util.List;

/**
 * What the matcher found.
 *
 * @param days how far back was looked
 * @param count jobs of those days that match
 * @param backfilled how many of them were open already when their source was first read: what is found from now on is not so many
 * @param complete false if not all jobs were looked at, so that the count is too low
 * @param jobs the newest of them
 */
public record PreviewAnswer(int days, int count, int backfilled, boolean complete, List<Found> jobs) {

    public PreviewAnswer {
        jobs = List.copyOf(jobs);
    }

    /** About how many new jobs a day that is; those that were there when their source was first read were not new. */
    public double newPerDay() {
        return (double) (count - backfilled) / Math.max(1, days);
    }

    /** One job, when it was first seen, whether it is closed by now, and why it matches. */
    public record Found(JobSummary job, Instant firstSeenAt, boolean closed, List<Reason> reasons) {}
}
