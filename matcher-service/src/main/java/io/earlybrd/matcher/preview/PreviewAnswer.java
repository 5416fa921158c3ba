package io.earlybrd.matcher.preview;

import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Reason;
import java.time.Instant;
import java.util.List;

/**
 * What an alert would have found.
 *
 * @param query the words in their canonical form
 * @param days how far back was looked
 * @param count jobs of those days that match, open or closed by now
 * @param backfilled how many of them were already open when their source was first read; those would not have been mailed
 * @param complete false if not all jobs could be looked at, so that {@code count} is too low
 * @param jobs the newest of them
 */
record PreviewAnswer(String query, int days, int count, int backfilled, boolean complete, List<Found> jobs) {

    PreviewAnswer {
        jobs = List.copyOf(jobs);
    }

    PreviewAnswer incomplete() {
        return new PreviewAnswer(query, days, count, backfilled, false, jobs);
    }

    /**
     * A job that matches.
     *
     * @param reasons as they would travel with the match
     */
    record Found(
            String jobId,
            long version,
            JobSummary job,
            Instant firstSeenAt,
            boolean backfill,
            boolean closed,
            List<Reason> reasons) {

        Found {
            reasons = List.copyOf(reasons);
        }
    }
}
