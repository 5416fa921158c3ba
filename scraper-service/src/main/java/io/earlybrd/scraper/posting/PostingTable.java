package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements on table {@code posting}; each works on many rows and runs within the caller's transaction. */
@ApplicationScoped
class PostingTable {

    /** A listing that is still there is written again after so long only: five thousand rows in five minutes would be waste. */
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofHours(1);

    private static final String KNOWN = """
            select cast(json_build_object(
                       'jobId', job_id, 'externalId', external_id, 'contentHash', content_hash, 'version', version,
                       'backfill', backfill, 'postedAt', posted_at, 'firstSeenAt', first_seen_at,
                       'lastSeenAt', last_seen_at, 'closedAt', closed_at) as text)
            from posting
            where job_id = any(cast(:ids as text[]))
            """;

    private static final String INSERT = """
            insert into posting (job_id, source_id, external_id, content_hash, version, backfill,
                                 posted_at, first_seen_at, last_seen_at)
            select "jobId", :source, "externalId", "contentHash", version, backfill, "postedAt", "firstSeenAt", "lastSeenAt"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                 as fresh ("jobId" text, "externalId" text, "contentHash" text, version bigint, backfill boolean,
                           "postedAt" timestamptz, "firstSeenAt" timestamptz, "lastSeenAt" timestamptz)
            """;

    private static final String UPDATE = """
            update posting
            set content_hash = changed."contentHash", version = changed.version, posted_at = changed."postedAt",
                last_seen_at = changed."lastSeenAt", closed_at = null
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                 as changed ("jobId" text, "contentHash" text, version bigint, "postedAt" timestamptz, "lastSeenAt" timestamptz)
            where posting.job_id = changed."jobId"
            """;

    private static final String SEEN = """
            update posting set last_seen_at = cast(:now as timestamptz)
            where job_id = any(cast(:ids as text[])) and closed_at is null and last_seen_at < cast(:before as timestamptz)
            """;

    private static final String ALL_SEEN = """
            update posting set last_seen_at = cast(:now as timestamptz)
            where source_id = :source and closed_at is null and last_seen_at < cast(:before as timestamptz)
            """;

    private static final String CLOSE = """
            with closed as (
                update posting set closed_at = cast(:now as timestamptz), version = version + 1
                where job_id in (select job_id from posting
                                 where source_id = :source and closed_at is null
                                   and job_id <> all(cast(:listed as text[]))
                                 limit :most)
                returning job_id, version)
            select cast(json_build_object('jobId', job_id, 'version', version) as text) from closed
            """;

    /** The rows of those jobs that are known, by job id. */
    Uni<Map<String, PostingRow>> known(Collection<String> jobIds) {
        return Sql.of(KNOWN)
                .with("ids", jobIds)
                .list(PostingRow.class)
                .map(rows -> rows.stream().collect(Collectors.toMap(PostingRow::jobId, Function.identity())));
    }

    /** Adds rows of one source. */
    Uni<Void> insert(UUID sourceId, List<PostingRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(INSERT)
                        .with("source", sourceId)
                        .withJson("rows", rows)
                        .execute()
                        .replaceWithVoid();
    }

    /** Writes the newer version of rows; they are open now. */
    Uni<Void> update(List<PostingRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(UPDATE).withJson("rows", rows).execute().replaceWithVoid();
    }

    /** Remembers that these jobs are still listed. */
    Uni<Void> seen(Collection<String> jobIds, Instant now) {
        return Sql.of(SEEN)
                .with("now", now)
                .with("ids", jobIds)
                .with("before", now.minus(SEEN_AGAIN_AFTER))
                .execute()
                .replaceWithVoid();
    }

    /** Remembers that every open job of the source is still listed. */
    Uni<Void> allSeen(UUID sourceId, Instant now) {
        return Sql.of(ALL_SEEN)
                .with("now", now)
                .with("source", sourceId)
                .with("before", now.minus(SEEN_AGAIN_AFTER))
                .execute()
                .replaceWithVoid();
    }

    /** Closes at most so many open jobs of the source that are not listed. */
    Uni<List<Closed>> close(UUID sourceId, Collection<String> listed, int most, Instant now) {
        return Sql.of(CLOSE)
                .with("now", now)
                .with("source", sourceId)
                .with("listed", listed)
                .with("most", most)
                .list(Closed.class);
    }

    /** A job that was closed, in its new version. */
    record Closed(String jobId, long version) {}
}
