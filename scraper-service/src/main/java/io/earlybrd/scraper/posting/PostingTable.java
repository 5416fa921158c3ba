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
import org.jspecify.annotations.Nullable;

/** The statements on table {@code posting}; each works on many rows and runs within the caller's transaction. */
@ApplicationScoped
class PostingTable {

    /** A listing that is still there is written again after so long only: five thousand rows in five minutes would be waste. */
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofHours(1);

    private static final String KNOWN = """
            select cast(json_build_object(
                       'postingId', job_id, 'externalId', external_id, 'foldedInto', folded_into,
                       'contentHash', content_hash, 'version', version, 'backfill', backfill, 'postedAt', posted_at,
                       'firstSeenAt', first_seen_at, 'lastSeenAt', last_seen_at, 'closedAt', closed_at,
                       'own', coalesce(own, false), 'shown', shown,
                       'position', coalesce(position, 0)) as text)
            from posting
            where job_id = any(cast(:ids as text[]))
            """;

    private static final String INSERT = """
            insert into posting (job_id, source_id, external_id, folded_into, content_hash, version, backfill,
                                 posted_at, first_seen_at, last_seen_at, own, shown, position)
            select "postingId", :source, "externalId", "foldedInto", "contentHash", version, backfill,
                   "postedAt", "firstSeenAt", "lastSeenAt", own, shown, position
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                 as fresh ("postingId" text, "externalId" text, "foldedInto" text, "contentHash" text, version bigint,
                           backfill boolean, "postedAt" timestamptz, "firstSeenAt" timestamptz,
                           "lastSeenAt" timestamptz, own boolean, shown jsonb, position integer)
            """;

    private static final String UPDATE = """
            update posting
            set folded_into = changed."foldedInto", content_hash = changed."contentHash", version = changed.version,
                posted_at = changed."postedAt", last_seen_at = changed."lastSeenAt", closed_at = null,
                own = changed.own, shown = changed.shown, position = changed.position
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                 as changed ("postingId" text, "foldedInto" text, "contentHash" text, version bigint,
                             "postedAt" timestamptz, "lastSeenAt" timestamptz, own boolean,
                             shown jsonb, position integer)
            where posting.job_id = changed."postingId"
            """;

    private static final String SEEN = """
            update posting set last_seen_at = cast(:now as timestamptz)
            where job_id = any(cast(:ids as text[])) and closed_at is null and last_seen_at < cast(:before as timestamptz)
            """;

    private static final String ALL_SEEN = """
            update posting set last_seen_at = cast(:now as timestamptz)
            where source_id = :source and closed_at is null and last_seen_at < cast(:before as timestamptz)
            """;

    // The version of an event about a job is counted by the job.
    private static final String CLOSE = """
            with closed as (
                update posting
                set closed_at = cast(:now as timestamptz),
                    version = version + case when folded_into is null then 1 else 0 end
                where job_id in (select job_id from posting
                                 where source_id = :source and closed_at is null and %s
                                 limit :most)
                returning job_id, folded_into, version)
            select cast(json_build_object('postingId', job_id, 'foldedInto', folded_into, 'version', version) as text)
            from closed
            """;

    private static final String FORGOTTEN =
            "select cast(json_build_object('version', forgotten_version) as text) from source where id = :source";

    private static final String CLOSE_UNLISTED = CLOSE.formatted("job_id <> all(cast(:listed as text[]))");

    private static final String CLOSE_UNSEEN =
            CLOSE.formatted("job_id = any(cast(:ids as text[])) and last_seen_at < cast(:before as timestamptz)");

    /** The rows of those postings that are known, by the posting's id. */
    Uni<Map<String, PostingRow>> known(Collection<String> postingIds) {
        return Sql.of(KNOWN)
                .with("ids", postingIds)
                .list(PostingRow.class)
                .map(rows -> rows.stream().collect(Collectors.toMap(PostingRow::postingId, Function.identity())));
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

    /** The latest version that a job of this source had which is deleted here. */
    Uni<Long> forgottenVersion(UUID sourceId) {
        return Sql.of(FORGOTTEN).with("source", sourceId).first(Forgotten.class).map(Forgotten::version);
    }

    /** Remembers that these postings are still listed. */
    Uni<Void> seen(Collection<String> postingIds, Instant now) {
        return Sql.of(SEEN)
                .with("now", now)
                .with("ids", postingIds)
                .with("before", now.minus(SEEN_AGAIN_AFTER))
                .execute()
                .replaceWithVoid();
    }

    /** Remembers that every open posting of the source is still listed. */
    Uni<Void> allSeen(UUID sourceId, Instant now) {
        return Sql.of(ALL_SEEN)
                .with("now", now)
                .with("source", sourceId)
                .with("before", now.minus(SEEN_AGAIN_AFTER))
                .execute()
                .replaceWithVoid();
    }

    /** Closes at most so many open postings of the source that are not listed. */
    Uni<List<Closed>> closeUnlisted(UUID sourceId, Collection<String> listed, int most, Instant now) {
        return Sql.of(CLOSE_UNLISTED)
                .with("now", now)
                .with("source", sourceId)
                .with("listed", listed)
                .with("most", most)
                .list(Closed.class);
    }

    private record Forgotten(long version) {}

    /** Closes these postings of the source, except those that a list has shown since. */
    Uni<List<Closed>> closeUnseen(UUID sourceId, Collection<String> postingIds, Instant since, Instant now) {
        return Sql.of(CLOSE_UNSEEN)
                .with("now", now)
                .with("source", sourceId)
                .with("ids", postingIds)
                .with("before", since)
                .with("most", postingIds.size())
                .list(Closed.class);
    }

    /**
     * A posting that was closed.
     *
     * @param foldedInto the job that it is of; null if the version before wrote its row
     * @param version the next one
     */
    record Closed(String postingId, @Nullable String foldedInto, long version) {}
}
