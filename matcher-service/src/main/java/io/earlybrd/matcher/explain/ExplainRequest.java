package io.earlybrd.matcher.explain;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.JobPosted;
import java.util.Optional;

/**
 * An alert and a job.
 *
 * @param alert its words and filters; a whole {@link io.earlybrd.events.AlertSaved} will do
 * @param jobId of a recent job
 * @param job the job itself, for one that is not recent; wins over {@code jobId}
 */
record ExplainRequest(Wanted alert, Optional<String> jobId, Optional<JobPosted> job) {

    /** @param filters none if absent */
    record Wanted(String query, Optional<AlertFilters> filters) {}
}
