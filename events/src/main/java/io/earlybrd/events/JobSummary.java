package io.earlybrd.events;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a mail and the ledger show of a job.
 *
 * @param title as in {@link JobPosted}
 * @param company as in {@link JobPosted}
 * @param places as in {@link JobPosted}
 * @param workplace as in {@link JobPosted}
 * @param salary as in {@link JobPosted}
 * @param url as in {@link JobPosted}
 * @param sourceId as in {@link JobPosted}
 * @param postedAt when the employer says it was posted
 * @param attribution what the source asks to be named as
 * @param repost as in {@link JobPosted}
 */
public record JobSummary(
        String title,
        String company,
        List<Place> places,
        Optional<String> workplace,
        Optional<Salary> salary,
        URI url,
        String sourceId,
        Optional<Instant> postedAt,
        Optional<Attribution> attribution,
        Optional<Repost> repost) {

    public JobSummary {
        places = List.copyOf(places);
    }

    /** A summary of a job that is no repost. */
    public JobSummary(
            String title,
            String company,
            List<Place> places,
            Optional<String> workplace,
            Optional<Salary> salary,
            URI url,
            String sourceId,
            Optional<Instant> postedAt,
            Optional<Attribution> attribution) {
        this(title, company, places, workplace, salary, url, sourceId, postedAt, attribution, Optional.empty());
    }

    /** The summary of a job. */
    public static JobSummary of(JobPosted job) {
        return new JobSummary(
                job.title(),
                job.company(),
                job.places(),
                job.workplace(),
                job.salary(),
                job.url(),
                job.sourceId(),
                job.times().postedAt(),
                job.attribution(),
                job.repost());
    }
}
