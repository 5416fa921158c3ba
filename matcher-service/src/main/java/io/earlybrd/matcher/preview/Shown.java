package io.earlybrd.matcher.preview;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.consume.Unquoted;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.match.Requirement;
import io.earlybrd.matcher.recent.RecentJob;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the jobs that are shown, each once more judged by the engine as a whole. */
final class Shown {

    private final Criteria criteria;
    /** Of these, one by one, it was counted what fails. */
    private final List<Requirement> requirements;

    private int unjudged;

    Shown(Criteria criteria, List<Requirement> requirements) {
        this.criteria = criteria;
        this.requirements = requirements;
    }

    /** Those that match. */
    List<PreviewAnswer.Found> found(List<Newest.Entry> entries) throws IOException {
        List<PreviewAnswer.Found> found = new ArrayList<>();
        for (Newest.Entry entry : entries) {
            RecentJob job = entry.segment().read(entry.job());
            try {
                JobText text = JobText.of(job.posted());
                if (criteria.areMetBy(text)) {
                    found.add(found(job, text));
                } else {
                    disagree(entry);
                }
            } catch (RuntimeException e) {
                skip(entry, e);
            }
        }
        return found;
    }

    /** Those that fail the one clause that is noted with them. */
    List<PreviewAnswer.NearMiss> nearMisses(List<Newest.Entry> entries) throws IOException {
        List<PreviewAnswer.NearMiss> misses = new ArrayList<>();
        for (Newest.Entry entry : entries) {
            RecentJob job = entry.segment().read(entry.job());
            try {
                JobText text = JobText.of(job.posted());
                if (requirements.stream().allMatch(asked -> asked.isMetBy(text) != (asked == entry.failed()))) {
                    misses.add(nearMiss(job, entry.failed()));
                } else {
                    disagree(entry);
                }
            } catch (RuntimeException e) {
                skip(entry, e);
            }
        }
        return misses;
    }

    /** How many of them could not be judged. */
    int unjudged() {
        return unjudged;
    }

    private void disagree(Newest.Entry entry) {
        unjudged++;
        Log.errorf("the index and the engine disagree, the job is not shown jobId=%s", entry.jobId());
    }

    private void skip(Newest.Entry entry, RuntimeException failure) {
        // One job that cannot be judged must not cost the page the others.
        unjudged++;
        Log.warnf(Unquoted.of(failure), "job not previewed jobId=%s", entry.jobId());
    }

    private PreviewAnswer.Found found(RecentJob job, JobText text) {
        JobPosted posted = job.posted();
        return new PreviewAnswer.Found(
                posted.jobId(),
                posted.version(),
                JobSummary.of(posted),
                posted.times().firstSeenAt(),
                posted.backfill(),
                job.closed(),
                criteria.reasons(text));
    }

    private static PreviewAnswer.NearMiss nearMiss(RecentJob job, Requirement failed) {
        JobPosted posted = job.posted();
        return new PreviewAnswer.NearMiss(
                failed.kind(),
                failed.text(),
                posted.jobId(),
                posted.version(),
                JobSummary.of(posted),
                posted.times().firstSeenAt(),
                posted.backfill(),
                job.closed());
    }
}
