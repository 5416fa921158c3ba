package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.schedule.Claim;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing that is new, changed, or back: one whose job is to be looked at.
 *
 * @param row what was remembered of it; null if it was never seen
 * @param backfill whether it was there before its source was known
 * @param own whether its source is the employer's own board
 */
record Moved(
        String postingId,
        UUID sourceId,
        Posting posting,
        String contentHash,
        FoldKey key,
        @Nullable PostingRow row,
        boolean backfill,
        boolean own,
        int position,
        Instant now) {

    static Moved of(
            Claim claim,
            String postingId,
            Found found,
            String contentHash,
            @Nullable PostingRow row,
            boolean backfill,
            boolean employersBoard,
            Instant now) {
        Posting posting = found.posting();
        return new Moved(
                postingId,
                claim.id(),
                posting,
                contentHash,
                FoldKey.of(posting),
                row,
                row == null ? backfill : row.backfill(),
                employersBoard && posting.attribution() == null && !posting.agency(),
                row == null ? found.position() : row.position(),
                now);
    }

    Instant firstSeenAt() {
        return row == null ? now : row.firstSeenAt();
    }

    /** The listing as one of its job's postings. */
    Member member() {
        return new Member(postingId, sourceId, own, Shown.of(posting), firstSeenAt(), position, true);
    }

    /** Its row once it is of this job. */
    PostingRow row(JobRow job) {
        return new PostingRow(
                postingId,
                posting.externalId(),
                job.jobId(),
                contentHash,
                job.version(),
                backfill,
                posting.postedAt(),
                firstSeenAt(),
                now,
                null,
                own,
                Shown.of(posting),
                position);
    }
}
