package io.earlybrd.scraper.posting;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobTimes;
import io.earlybrd.events.Place;
import io.earlybrd.events.Repost;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Posting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of a job. */
final class JobContent {

    private JobContent() {}

    /** The next version, with the content of a posting that was read now. */
    static JobPosted of(JobRow row, Posting posting, List<Place> places, Instant now) {
        return new JobPosted(
                row.jobId(),
                row.version() + 1,
                row.source(),
                posting.company(),
                posting.title(),
                places,
                Optional.ofNullable(posting.workplace()).map(Workplace::word),
                posting.description(),
                Optional.ofNullable(posting.salary()),
                Optional.ofNullable(posting.employmentType()).map(EmploymentType::word),
                Optional.ofNullable(posting.seniority()).map(Seniority::word),
                posting.url(),
                times(row, posting.postedAt(), now),
                row.backfill(),
                Optional.ofNullable(posting.attribution()),
                posting.agency() ? Optional.of(true) : Optional.empty(),
                repost(row));
    }

    /**
     * The next version, with the text that was told last: nobody reads it now.
     *
     * @param other whether it is told of another posting than last
     */
    static JobPosted again(JobRow row, JobPosted told, Shown lead, boolean other, List<Place> places, Instant now) {
        return new JobPosted(
                told.jobId(),
                row.version() + 1,
                told.sourceId(),
                other ? lead.company() : told.company(),
                other ? lead.title() : told.title(),
                places,
                told.workplace(),
                told.description(),
                told.salary(),
                told.employmentType(),
                told.seniority(),
                other ? lead.url() : told.url(),
                times(row, row.postedAt(), now),
                told.backfill(),
                other ? lead.attribution() : told.attribution(),
                told.agency(),
                repost(row));
    }

    /** Whether subscribers see the same. Times are left out: providers touch them without any change. */
    static boolean same(JobPosted told, JobPosted next) {
        return told.equals(with(next, told.version(), told.times()));
    }

    /** The same under another version. */
    static JobPosted ofVersion(JobPosted job, long version) {
        return with(job, version, job.times());
    }

    private static JobPosted with(JobPosted job, long version, JobTimes times) {
        return new JobPosted(
                job.jobId(),
                version,
                job.sourceId(),
                job.company(),
                job.title(),
                job.places(),
                job.workplace(),
                job.description(),
                job.salary(),
                job.employmentType(),
                job.seniority(),
                job.url(),
                times,
                job.backfill(),
                job.attribution(),
                job.agency(),
                job.repost());
    }

    private static JobTimes times(JobRow row, @Nullable Instant postedAt, Instant now) {
        return new JobTimes(Optional.ofNullable(postedAt), row.firstSeenAt(), now);
    }

    private static Optional<Repost> repost(JobRow row) {
        return row.reposts() == 0 ? Optional.empty() : Optional.of(new Repost(row.reposts(), row.firstSeenAt()));
    }
}
