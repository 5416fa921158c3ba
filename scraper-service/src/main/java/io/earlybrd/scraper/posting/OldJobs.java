package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Adapters;
import io.earlybrd.scraper.retention.Perishable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Jobs that nobody asks for any more: each goes with all its postings and their details, once the last of these is over for so long
 * that whoever lists it again has a new opening. A posting is over when it is closed. One of a feed, which never says that a job is
 * gone, is over when it was last in the feed, if the feed was read since.
 *
 * <p>Open postings of sources that are switched off, or cannot be read, stay: when such a source is read again, what it listed all
 * the time must not be taken for new, and mailed.
 */
@ApplicationScoped
class OldJobs implements Perishable {

    private static final int STEP = 100;

    private static final String OVER = """
            (posting.closed_at < cast(:before as timestamptz)
             or posting.closed_at is null and source.provider = any(cast(:feeds as text[]))
                and posting.last_seen_at < least(cast(:before as timestamptz), source.listed_at - interval '1 day'))
            """;

    // A posting keeps its id when it becomes another job: the job that has that id by then must not be founded again.
    // By the offset each posting is looked up by its job; the planner would make a join of it, which reads all of them.
    private static final String MAY_GO = """
            not exists (select from posting join source on source.id = posting.source_id
                        where posting.folded_into = job.job_id and """ + OVER + """
             is not true offset 0)
            and not exists (select from posting join job as other on other.job_id = posting.job_id
                            where posting.folded_into = job.job_id and other.job_id <> job.job_id offset 0)
            """;

    private static final String CLOSED = """
            select cast(json_build_object('jobId', job_id, 'version', version) as text) from job
            where closed_at < cast(:before as timestamptz) and """ + " " + MAY_GO + """
            order by closed_at
            limit :most
            for update skip locked
            """;

    private static final String GONE_FROM_FEEDS = """
            select cast(json_build_object('jobId', found.job_id, 'version', found.version) as text)
            from source
            cross join lateral (select folded_into from posting
                                where posting.source_id = source.id and posting.closed_at is null
                                  and last_seen_at < least(cast(:before as timestamptz), listed_at - interval '1 day')
                                offset 0) as unseen
            cross join lateral (select job_id, version from job
                                where job.job_id = folded_into and closed_at is null and """ + " " + MAY_GO + """
                                for update skip locked) as found
            where source.provider = any(cast(:feeds as text[]))
            limit :most
            """;

    // A crawl holds its source while it writes, so none is between reading one of these rows and writing it.
    private static final String LOCK_SOURCES = """
            select cast(json_build_object('id', id) as text) from source
            where id in (select source_id from posting
                         where folded_into = any(cast(:ids as text[])) or job_id = any(cast(:ids as text[])))
            for no key update skip locked
            """;

    // After the locks and not with them: what a statement has to wait for, or skips, is newer than what it sees.
    private static final String CHECK = """
            select cast(json_build_object('jobId', job_id, 'version', version) as text) from job
            where job_id = any(cast(:ids as text[])) and """ + " " + MAY_GO + """
              and not exists (select from posting where posting.folded_into = job.job_id
                              and posting.source_id <> all(cast(cast(:sources as text[]) as uuid[])))
              and not exists (select from posting where posting.job_id = job.job_id
                              and posting.source_id <> all(cast(cast(:sources as text[]) as uuid[])))
            """;

    private static final String RAISE = """
            update source set forgotten_version = :version
            where id = any(cast(cast(:sources as text[]) as uuid[])) and forgotten_version < :version
            """;

    private static final String DELETE_POSTINGS = """
            with gone as (
                delete from posting where folded_into = any(cast(:ids as text[])) returning source_id, external_id)
            delete from detail using gone
            where detail.source_id = gone.source_id and detail.external_id = gone.external_id
            """;

    private static final String DELETE = "delete from job where job_id = any(cast(:ids as text[]))";

    private final List<String> feeds;

    OldJobs(Adapters adapters) {
        feeds = adapters.providers().stream()
                .filter(provider ->
                        adapters.find(provider).map(Adapter::coverage).equals(Optional.of(Coverage.NEWEST_JOBS)))
                .toList();
    }

    @Override
    public String what() {
        return "old jobs";
    }

    @Override
    public Uni<Integer> deleteSome(Instant now) {
        Instant before = now.minus(Folding.REMEMBERED);
        return deleteSome(CLOSED, before)
                .chain(deleted -> deleted > 0 ? Uni.createFrom().item(deleted) : deleteSome(GONE_FROM_FEEDS, before));
    }

    private Uni<Integer> deleteSome(String statement, Instant before) {
        return lock(statement, before)
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(0) : delete(found, before));
    }

    private Uni<List<String>> lock(String statement, Instant before) {
        return Sql.of(statement)
                .with("before", before)
                .with("feeds", feeds)
                .with("most", STEP)
                .list(Job.class)
                .map(jobs -> jobs.stream().map(Job::jobId).toList());
    }

    private Uni<Integer> delete(List<String> found, Instant before) {
        return Sql.of(LOCK_SOURCES).with("ids", found).list(Source.class).chain(locked -> {
            List<String> sources =
                    locked.stream().map(source -> source.id().toString()).toList();
            return Sql.of(CHECK)
                    .with("ids", found)
                    .with("before", before)
                    .with("feeds", feeds)
                    .with("sources", sources)
                    .list(Job.class)
                    .chain(jobs -> delete(jobs, sources));
        });
    }

    private static Uni<Integer> delete(List<Job> jobs, List<String> sources) {
        List<String> ids = jobs.stream().map(Job::jobId).toList();
        long version = jobs.stream().mapToLong(Job::version).max().orElse(0);
        return Sql.of(RAISE)
                .with("version", version)
                .with("sources", sources)
                .execute()
                .chain(() -> Sql.of(DELETE_POSTINGS).with("ids", ids).execute())
                .chain(() -> Sql.of(DELETE).with("ids", ids).execute());
    }

    private record Job(String jobId, long version) {}

    private record Source(UUID id) {}
}
