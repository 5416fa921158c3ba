package io.earlybrd.scraper.posting;

import io.earlybrd.events.JobPosted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a job: its row in the table, where each part is explained.
 *
 * @param told the last event while it is open; null while it is closed
 */
record JobRow(
        String jobId,
        String source,
        long title,
        @Nullable Long kin,
        @Nullable Long copy,
        long simhash,
        int words,
        String lead,
        long version,
        boolean backfill,
        @Nullable Instant postedAt,
        Instant firstSeenAt,
        @Nullable Instant closedAt,
        int reposts,
        @Nullable JobPosted told) {

    /** A job that nobody was told of yet; its first event will have the next version. */
    static JobRow first(
            String jobId,
            String source,
            FoldKey key,
            String lead,
            long version,
            boolean backfill,
            Instant firstSeenAt) {
        return new JobRow(
                jobId,
                source,
                key.title(),
                key.kin(),
                key.copy(),
                key.simhash(),
                key.words(),
                lead,
                version,
                backfill,
                null,
                firstSeenAt,
                null,
                0,
                null);
    }

    JobRow withKey(FoldKey key) {
        return new JobRow(
                jobId,
                source,
                key.title(),
                key.kin(),
                key.copy(),
                key.simhash(),
                key.words(),
                lead,
                version,
                backfill,
                postedAt,
                firstSeenAt,
                closedAt,
                reposts,
                told);
    }

    /** The job as one that takes no further postings. */
    JobRow withoutKey() {
        return new JobRow(
                jobId,
                source,
                title,
                null,
                null,
                simhash,
                words,
                lead,
                version,
                backfill,
                postedAt,
                firstSeenAt,
                closedAt,
                reposts,
                told);
    }

    JobRow atLeast(long otherVersion) {
        return new JobRow(
                jobId,
                source,
                title,
                kin,
                copy,
                simhash,
                words,
                lead,
                Math.max(version, otherVersion),
                backfill,
                postedAt,
                firstSeenAt,
                closedAt,
                reposts,
                told);
    }

    JobRow reposted() {
        return new JobRow(
                jobId,
                source,
                title,
                kin,
                copy,
                simhash,
                words,
                lead,
                version,
                backfill,
                postedAt,
                firstSeenAt,
                closedAt,
                reposts + 1,
                told);
    }

    /** The job as this event tells of it. */
    JobRow told(JobPosted event, String newLead) {
        return new JobRow(
                jobId,
                source,
                title,
                kin,
                copy,
                simhash,
                words,
                newLead,
                event.version(),
                backfill,
                event.times().postedAt().orElse(null),
                firstSeenAt,
                null,
                reposts,
                event);
    }

    JobRow closed(Instant now) {
        return new JobRow(
                jobId,
                source,
                title,
                kin,
                copy,
                simhash,
                words,
                lead,
                version + 1,
                backfill,
                postedAt,
                firstSeenAt,
                now,
                reposts,
                null);
    }
}
