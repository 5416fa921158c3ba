package io.earlybrd.scraper.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is remembered of a listing: its row in the table. */
record PostingRow(
        String jobId,
        String externalId,
        String contentHash,
        long version,
        boolean backfill,
        @Nullable Instant postedAt,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant closedAt) {

    /** A listing that no crawl has seen before. */
    static PostingRow first(
            String jobId,
            String externalId,
            String contentHash,
            boolean backfill,
            @Nullable Instant postedAt,
            Instant now) {
        return new PostingRow(jobId, externalId, contentHash, 1, backfill, postedAt, now, now, null);
    }

    /** The listing with other content, or open again; who saw it first and when stays as it was. */
    PostingRow next(String newHash, @Nullable Instant newPostedAt, Instant now) {
        return new PostingRow(jobId, externalId, newHash, version + 1, backfill, newPostedAt, firstSeenAt, now, null);
    }
}
