package io.earlybrd.events;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A job appeared, or what we know of it changed. Topic {@code jobs}, key {@code jobId}, owner scraper.
 *
 * @param jobId stable over crawls: a hash of provider, board and the provider's own id, in lower-case hex
 * @param version grows by one per change of this job; ignore what is not newer than what you hold
 * @param sourceId the source that listed the job first
 * @param company name of the employer as people know it
 * @param title title as posted, outer and double blanks removed
 * @param places every place of the job, in the source's order; empty if none is stated
 * @param workplace {@code onsite}, {@code hybrid} or {@code remote}; absent if not stated
 * @param description plain text without markup, at most 50,000 characters
 * @param salary absent if the employer states none
 * @param employmentType {@code full-time}, {@code part-time}, {@code contract}, {@code temporary}, {@code internship}
 * @param seniority {@code junior}, {@code mid}, {@code senior}, {@code lead}; absent if not stated
 * @param url the employer's own page of this job
 * @param times when it was posted, first seen and read
 * @param backfill true if the job was already open when its source was first read: searchable, never mailed
 * @param attribution what the source asks to be named as, if it asks
 * @param agency true if the posting itself says that somebody else than the employer placed it; absent if nothing says so, never false
 * @param repost that the same opening was listed before; absent if none was known
 */
public record JobPosted(
        String jobId,
        long version,
        String sourceId,
        String company,
        String title,
        List<Place> places,
        Optional<String> workplace,
        String description,
        Optional<Salary> salary,
        Optional<String> employmentType,
        Optional<String> seniority,
        URI url,
        JobTimes times,
        boolean backfill,
        Optional<Attribution> attribution,
        Optional<Boolean> agency,
        Optional<Repost> repost)
        implements Event {

    public JobPosted {
        places = List.copyOf(places);
    }

    /** A job of which nothing says that an agency placed it, nor that it was listed before. */
    public JobPosted(
            String jobId,
            long version,
            String sourceId,
            String company,
            String title,
            List<Place> places,
            Optional<String> workplace,
            String description,
            Optional<Salary> salary,
            Optional<String> employmentType,
            Optional<String> seniority,
            URI url,
            JobTimes times,
            boolean backfill,
            Optional<Attribution> attribution) {
        this(
                jobId,
                version,
                sourceId,
                company,
                title,
                places,
                workplace,
                description,
                salary,
                employmentType,
                seniority,
                url,
                times,
                backfill,
                attribution,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String key() {
        return jobId;
    }
}
