package io.earlybrd.notifier.job;

import io.earlybrd.events.JobClosed;
import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Whether each job is open, as of the newest version that has arrived; an older one changes nothing. All methods must be called within
 * a Panache transaction.
 */
@ApplicationScoped
class JobStateTable {

    private static final String CLOSE = """
            insert into job_state (job_id, version, closed_at, noted_at)
            values (:jobId, :version, cast(:closedAt as timestamptz), cast(:now as timestamptz))
            on conflict (job_id) do update set
                version = excluded.version, closed_at = excluded.closed_at, noted_at = excluded.noted_at
            where excluded.version > job_state.version
            """;

    private static final String OPEN = """
            insert into job_state (job_id, version, noted_at) values (:jobId, :version, cast(:now as timestamptz))
            on conflict (job_id) do update set version = excluded.version, closed_at = null, noted_at = excluded.noted_at
            where excluded.version > job_state.version
            """;

    private static final String PRUNE = """
            delete from job_state where job_id in (
                select job_id from job_state where noted_at < cast(:before as timestamptz)
                order by noted_at limit :most for update skip locked)
            """;

    private final Clock clock;

    JobStateTable(Clock clock) {
        this.clock = clock;
    }

    /** The job is closed from this version on. */
    Uni<Integer> close(JobClosed job) {
        return Sql.of(CLOSE)
                .with("jobId", job.jobId())
                .with("version", job.version())
                .with("closedAt", job.closedAt())
                .with("now", clock.instant())
                .execute();
    }

    /** The job is open from this version on. */
    Uni<Integer> open(JobVersion job) {
        return Sql.of(OPEN)
                .with("jobId", job.jobId())
                .with("version", job.version())
                .with("now", clock.instant())
                .execute();
    }

    /** Forgets what arrived longest ago before an instant, so many jobs at most, and tells how many. */
    Uni<Integer> prune(Instant before, int most) {
        return Sql.of(PRUNE).with("before", before).with("most", most).execute();
    }
}
