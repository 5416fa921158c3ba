package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements on table {@code job}; each works on many rows and runs within the caller's transaction.
 *
 * <p>Crawls of two sources may find the same new job at the same moment. So whoever decides about listings first takes a lock for
 * each of their titles, and then locks the rows of the jobs, both in a stable order: one waits for the other, and none for ever.
 */
@ApplicationScoped
class JobTable {

    /** Tells these advisory locks from others of the same database. */
    private static final int FOLDING = 0x666f6c64;

    /** Many, so that two titles seldom share a lock; few, so that the server's table of locks has room. */
    private static final int LOCKS = 16_384;

    private static final String LOCK_TITLES = """
            select cast(json_build_object('jobId', count(pg_advisory_xact_lock(:space, number))) as text)
            from (select number from unnest(cast(cast(:numbers as text[]) as integer[])) as number order by number) as ordered
            """;

    /**
     * Of one company and title, or of one title and text, the newest so many are looked at: a chain has thousands of openings for
     * baristas, and each new one would be compared with all of them.
     */
    static final int MOST_ALIKE = 50;

    private static final String FIND = """
            select cast(json_build_object('jobId', job_id) as text)
            from (select newest.job_id
                  from unnest(cast(cast(:kins as text[]) as bigint[])) as wanted (kin)
                  cross join lateral (select job_id from job where job.kin = wanted.kin
                                      order by first_seen_at desc, job_id limit :most) as newest
                  union
                  select newest.job_id
                  from unnest(cast(cast(:copies as text[]) as bigint[])) as wanted (copy)
                  cross join lateral (select job_id from job where job.copy = wanted.copy
                                      order by first_seen_at desc, job_id limit :most) as newest
                  union
                  select job_id from job
                  join unnest(cast(cast(:kinsOfCopies as text[]) as bigint[]), cast(cast(:copiesOfKin as text[]) as bigint[]))
                       as wanted (kin, copy) using (kin, copy)
                  union
                  select unnest(cast(:known as text[]))) as found
            """;

    private static final String LOCK_ROWS = """
            select cast(json_build_object('jobId', job_id) as text)
            from job where job_id = any(cast(:ids as text[]))
            order by job_id
            for no key update
            """;

    // After the lock and not with it: what a statement waits for is newer than what it sees.
    private static final String READ = """
            select cast(json_build_object(
                       'row', json_build_object(
                           'jobId', job_id, 'source', source, 'title', title, 'kin', kin, 'copy', copy,
                           'simhash', simhash, 'words', words, 'lead', lead, 'version', version, 'backfill', backfill,
                           'postedAt', posted_at, 'firstSeenAt', first_seen_at, 'closedAt', closed_at,
                           'reposts', reposts, 'told', cast(told as json)),
                       'members', (select coalesce(json_agg(json_build_object(
                               'postingId', posting.job_id, 'sourceId', posting.source_id, 'own', posting.own,
                               'shown', posting.shown,
                               'firstSeenAt', posting.first_seen_at, 'position', posting.position,
                               'open', posting.closed_at is null)), '[]')
                           from posting where posting.folded_into = job.job_id)) as text)
            from job
            where job_id = any(cast(:ids as text[]))
            """;

    // As json rather than jsonb: the text of what was told goes in as it is, and is not taken apart.
    private static final String COLUMNS = """
            ("jobId" text, source text, title bigint, kin bigint, copy bigint, simhash bigint, words integer, lead text,
             version bigint, backfill boolean, "postedAt" timestamptz, "firstSeenAt" timestamptz,
             "closedAt" timestamptz, reposts integer, told json)
            """;

    private static final String INSERT = """
            insert into job (job_id, source, title, kin, copy, simhash, words, lead, version, backfill,
                             posted_at, first_seen_at, closed_at, reposts, told)
            select "jobId", source, title, kin, copy, simhash, words, lead, version, backfill,
                   "postedAt", "firstSeenAt", "closedAt", reposts, cast(told as text)
            from json_to_recordset(cast(cast(:rows as text) as json)) as fresh
            """ + COLUMNS;

    private static final String UPDATE = """
            update job
            set title = changed.title, kin = changed.kin, copy = changed.copy, simhash = changed.simhash,
                words = changed.words, lead = changed.lead, version = changed.version, posted_at = changed."postedAt",
                closed_at = changed."closedAt", reposts = changed.reposts,
                told = cast(changed.told as text)
            from json_to_recordset(cast(cast(:rows as text) as json)) as changed
            """ + COLUMNS + " where job.job_id = changed.\"jobId\"";

    /** Lets nobody else decide about listings with these titles, and gives all jobs that may be concerned. */
    Uni<List<FoldedJob>> concerned(List<Moved> listings) {
        return lockTitles(listings).chain(() -> find(listings)).chain(this::lock);
    }

    /** Locks jobs and reads them. */
    Uni<List<FoldedJob>> lock(Collection<String> jobIds) {
        return jobIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Sql.of(LOCK_ROWS)
                        .with("ids", jobIds)
                        .list(JobId.class)
                        .chain(() -> Sql.of(READ).with("ids", jobIds).list(KnownJob.class))
                        .map(jobs -> jobs.stream()
                                .map(job -> FoldedJob.known(job.row(), job.members()))
                                .toList());
    }

    /** Adds jobs. */
    Uni<Void> insert(List<JobRow> rows) {
        return write(INSERT, rows);
    }

    /** Writes jobs that are there in an older version. */
    Uni<Void> update(List<JobRow> rows) {
        return write(UPDATE, rows);
    }

    private static Uni<Void> write(String statement, List<JobRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(statement).withJson("rows", rows).execute().replaceWithVoid();
    }

    private static Uni<Void> lockTitles(List<Moved> listings) {
        Set<Integer> numbers = listings.stream()
                .map(listing -> (int) Math.floorMod(listing.key().title(), (long) LOCKS))
                .collect(Collectors.toCollection(TreeSet::new));
        return Sql.of(LOCK_TITLES)
                .with("space", FOLDING)
                .with("numbers", numbers.stream().map(String::valueOf).toList())
                .list(JobId.class)
                .replaceWithVoid();
    }

    private static Uni<List<String>> find(List<Moved> listings) {
        // These are found however many are alike: a second job with both would not be taken.
        List<FoldKey> exact = listings.stream()
                .map(Moved::key)
                .filter(key -> key.copy() != null)
                .toList();
        return Sql.of(FIND)
                .with("most", MOST_ALIKE)
                .with(
                        "kinsOfCopies",
                        exact.stream().map(key -> String.valueOf(key.kin())).toList())
                .with(
                        "copiesOfKin",
                        exact.stream().map(key -> String.valueOf(key.copy())).toList())
                .with(
                        "kins",
                        texts(listings.stream().map(listing -> listing.key().kin())))
                .with(
                        "copies",
                        texts(listings.stream().map(listing -> listing.key().copy())))
                .with("known", known(listings))
                .list(JobId.class)
                .map(found -> found.stream().map(JobId::jobId).toList());
    }

    private static List<String> texts(Stream<@Nullable Long> numbers) {
        return numbers.filter(Objects::nonNull).distinct().map(String::valueOf).toList();
    }

    private static List<String> known(List<Moved> listings) {
        return listings.stream()
                .map(Moved::row)
                .filter(row -> row != null && row.foldedInto() != null)
                .map(row -> Objects.requireNonNull(row).job())
                .distinct()
                .toList();
    }

    private record JobId(String jobId) {}

    private record KnownJob(JobRow row, List<Member> members) {}
}
