package io.earlybrd.scraper.posting;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobTimes;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.schedule.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What some listings of a crawl change: rows to write, and facts to tell. Decides only; {@link PostingTable} carries it out. */
final class ChunkPlan {

    private final List<PostingRow> fresh = new ArrayList<>();
    private final List<PostingRow> changed = new ArrayList<>();
    private final List<JobPosted> events = new ArrayList<>();

    private ChunkPlan() {}

    /**
     * Compares listings with what is known of them.
     *
     * @param listed listings by job id
     * @param known rows by job id
     * @param old external ids of listings that are not new, though they are not known
     */
    static ChunkPlan of(
            Claim claim, Map<String, Found> listed, Map<String, PostingRow> known, Set<String> old, Instant now) {
        ChunkPlan plan = new ChunkPlan();
        listed.forEach((jobId, found) -> {
            PostingRow row = known.get(jobId);
            if (row != null && found.poor()) {
                return;
            }
            Posting posting = found.posting();
            String hash = Identity.contentHash(posting);
            if (row == null) {
                boolean backfill = !claim.past().baseline() || old.contains(posting.externalId());
                PostingRow first =
                        PostingRow.first(jobId, posting.externalId(), hash, backfill, posting.postedAt(), now);
                plan.fresh.add(first);
                plan.events.add(event(claim, posting, first));
            } else if (!row.contentHash().equals(hash) || row.closedAt() != null) {
                PostingRow next = row.next(hash, posting.postedAt(), now);
                plan.changed.add(next);
                plan.events.add(event(claim, posting, next));
            }
        });
        return plan;
    }

    /** Rows that are new. */
    List<PostingRow> fresh() {
        return fresh;
    }

    /** Rows that are there in an older version. */
    List<PostingRow> changed() {
        return changed;
    }

    /** What to tell others: one fact per row. */
    List<JobPosted> events() {
        return events;
    }

    private static JobPosted event(Claim claim, Posting posting, PostingRow row) {
        return new JobPosted(
                row.jobId(),
                row.version(),
                claim.source(),
                posting.company(),
                posting.title(),
                posting.places(),
                Optional.ofNullable(posting.workplace()).map(Workplace::word),
                posting.description(),
                Optional.ofNullable(posting.salary()),
                Optional.ofNullable(posting.employmentType()).map(EmploymentType::word),
                Optional.ofNullable(posting.seniority()).map(Seniority::word),
                posting.url(),
                new JobTimes(Optional.ofNullable(row.postedAt()), row.firstSeenAt(), row.lastSeenAt()),
                row.backfill(),
                Optional.ofNullable(posting.attribution()),
                posting.agency() ? Optional.of(true) : Optional.empty(),
                Optional.empty());
    }
}
