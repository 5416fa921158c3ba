package io.earlybrd.scraper.posting;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a listing: its row in the table.
 *
 * @param version of the event that told of its job when it was read last
 * @param foldedInto the job that it is of; null if the version before wrote the row
 * @param shown null only if the version before wrote the row
 */
record PostingRow(
        String postingId,
        String externalId,
        @Nullable String foldedInto,
        String contentHash,
        long version,
        boolean backfill,
        @Nullable Instant postedAt,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant closedAt,
        boolean own,
        @Nullable Shown shown,
        int position) {

    /** Whether nothing that others see of this posting has changed since it was stored. */
    boolean shows(String hash) {
        return foldedInto != null && closedAt == null && contentHash.equals(hash);
    }

    /** The job that it is of. */
    String job() {
        return Objects.requireNonNull(foldedInto);
    }
}
