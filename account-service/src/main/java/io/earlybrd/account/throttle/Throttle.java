package io.earlybrd.account.throttle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
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

    /** As long as this many of the newest hits are too new, there is no room for another. */
    private static final String LAST_TO_GO = """
            select hit from throttle, unnest(hits) as hit where bucket = :bucket order by hit desc offset :others limit 1
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

    /** Takes one time of an allowance, if one is left. Must be called within a Panache transaction. */
    public Uni<Verdict> take(Allowance allowance) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE)
                        .setParameter("bucket", allowance.bucket())
                        .setParameter("now", now)
                        .setParameter("since", now.minus(allowance.within()))
                        .setParameter("expires", now.plus(allowance.within()))
                        .setParameter("times", allowance.times())
                        .executeUpdate())
                .chain(counted -> counted == 1 ? Uni.createFrom().item(Verdict.ALLOWED) : refusal(allowance, now));
    }

    /**
     * Takes one time of each of two allowances, or none of either: what the second refuses has not been done, and so does not count
     * against the first. Must be called within a Panache transaction.
     */
    public Uni<Verdict> take(Allowance first, Allowance second) {
        return take(first)
                .chain(verdict -> verdict.allowed()
                        ? take(second)
                                .call(last -> last.allowed() ? Uni.createFrom().voidItem() : giveBack(first))
                        : Uni.createFrom().item(verdict));
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

    private static Uni<Verdict> refusal(Allowance allowance, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LAST_TO_GO, Instant.class)
                        .setParameter("bucket", allowance.bucket())
                        .setParameter("others", allowance.times() - 1)
                        .getSingleResult())
                .map(hit -> new Verdict(Duration.between(now, hit.plus(allowance.within()))));
    }
}
