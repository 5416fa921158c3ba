package io.earlybrd.scraper.posting;

import io.earlybrd.events.JobPosted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What some listings of a crawl change: rows to write, and facts to tell. Decides only; the tables carry it out. */
record ChunkPlan(
        List<JobRow> freshJobs,
        List<JobRow> changedJobs,
        List<PostingRow> fresh,
        List<PostingRow> changed,
        List<JobPosted> first,
        List<JobPosted> again) {

    /** Nothing has changed. */
    static final ChunkPlan NOTHING = new ChunkPlan(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * Folds listings into jobs.
     *
     * @param source name of the source that is read
     * @param jobs those that may be concerned
     * @param forgottenVersion the latest that a job of the source had which is deleted here
     */
    static ChunkPlan of(
            String source, List<Moved> listings, Collection<FoldedJob> jobs, long forgottenVersion, Instant now) {
        Folding folding = new Folding(source, jobs, forgottenVersion, now);
        folding.fold(listings);
        ChunkPlan plan = new ChunkPlan(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (FoldedJob job : folding.jobs()) {
            plan.tell(job, now);
        }
        for (Moved listing : listings) {
            (listing.row() == null ? plan.fresh : plan.changed)
                    .add(listing.row(folding.jobOf(listing).row()));
        }
        return plan;
    }

    /** How many jobs are new to others, and how many they know otherwise. */
    Changes changes() {
        return new Changes(first.size(), again.size(), 0, 0);
    }

    private void tell(FoldedJob job, Instant now) {
        if (job.concerned()) {
            JobPosted event = job.tell(now);
            if (event != null) {
                (job.fresh() ? first : again).add(event);
            }
        }
        if (job.changed()) {
            (job.known() ? changedJobs : freshJobs).add(job.row());
        }
    }
}
