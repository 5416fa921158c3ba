package io.earlybrd.account.throttle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Counts in PostgreSQL, so that all instances count together. Each hit is kept with its time until it is too old to matter; the
 * row's lock makes check and count one step, whoever else is counting.
 */
@ApplicationScoped
public class Throttle {

    private static final String TAKE = """
            insert into throttle (bucket, hits, expires_at)
            values (:bucket, array[cast(:now as timestamptz)], cast(:expires as timestamptz))
            on conflict (bucket) do update
               set hits = array(select hit from unnest(throttle.hits) as hit where hit > cast(:since as timestamptz)) || excluded.hits,
                   expires_at = excluded.expires_at
             where (select count(*) from unnest(throttle.hits) as hit where hit > cast(:since as timestamptz)) < :times
            """;

    /** The newest hit is as good as any other of the same moment. */
    private static final String GIVE_BACK =
            "update throttle set hits = trim_array(hits, 1) where bucket = :bucket and cardinality(hits) > 0";

    private static final String FORGET = "delete from throttle where bucket = :bucket";

    private static final String PRUNE = "delete from throttle where expires_at < cast(:now as timestamptz)";

    private final Clock clock;

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** Takes one time of an allowance; false if none is left. Must be called within a Panache transaction. */
    public Uni<Boolean> take(Allowance allowance) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE)
                        .setParameter("bucket", allowance.bucket())
                        .setParameter("now", now)
                        .setParameter("since", now.minus(allowance.within()))
                        .setParameter("expires", now.plus(allowance.within()))
                        .setParameter("times", allowance.times())
                        .executeUpdate())
                .map(counted -> counted == 1);
    }

    /** Gives one time of an allowance back that turned out to be none. Must be called within a Panache transaction. */
    public Uni<Void> giveBack(Allowance allowance) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GIVE_BACK)
                        .setParameter("bucket", allowance.bucket())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Gives all times of an allowance back. Must be called within a Panache transaction. */
    public Uni<Void> forget(Allowance allowance) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("bucket", allowance.bucket())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Deletes what no allowance looks at any more. Must be called within a Panache transaction. */
    Uni<Integer> prune() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PRUNE)
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }
}
