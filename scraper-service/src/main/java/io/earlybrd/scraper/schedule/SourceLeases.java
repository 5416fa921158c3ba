package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who crawls which source. A lease lasts {@link #LEASE} and is renewed while the crawl runs, so that a source whose instance died
 * is free again soon. Due times are by the service's clock; leases are by the database's, which all instances share.
 */
@ApplicationScoped
public class SourceLeases {

    /** Long enough for three renewals, short enough that nobody waits for a crashed instance. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** So many due sources are looked at for each that is wanted, since those of one host come one at a time. */
    private static final int LOOKED_AT = 4;

    private static final String CLAIM = """
            with due as materialized (
                select id, host, due_at from source
                where due_at <= cast(:now as timestamptz) and disabled_at is null
                  and (leased_until is null or leased_until < now())
                  and host <> all(cast(:busy as text[]))
                order by due_at
                limit :looked
                for update skip locked),
            chosen as (
                select id from (select distinct on (host) id, due_at from due order by host, due_at) as first_of_host
                order by due_at
                limit :most),
            claimed as (
                update source
                set leased_until = now() + cast(:lease as float8) * interval '1 second', fence = fence + 1
                from chosen
                where source.id = chosen.id
                returning source.*)
            select cast(json_build_object(
                       'id', id, 'provider', provider, 'board', board, 'company', company, 'host', host,
                       'fence', fence, 'dueAt', due_at,
                       'etag', etag, 'lastModified', last_modified, 'listedAt', listed_at, 'health', health,
                       'failures', failures, 'failuresAlike', failures_alike, 'failedAs', failed_as,
                       'baseline', baseline_at is not null, 'openJobs', open_jobs, 'lastYield', last_yield,
                       'toldAt', told_at,
                       'reported', reported, 'steady', steady,
                       'days', (select json_agg(json_build_object('day', day, 'listed', listed, 'fresh', fresh))
                                from source_day where source_id = claimed.id)) as text)
            from claimed
            order by due_at
            """;

    // Rows are locked in the order of their ids, so that it never waits for who records some of these crawls.
    private static final String RENEW = """
            with kept as materialized (
                select source.id
                from source, jsonb_to_recordset(cast(cast(:held as text) as jsonb)) as held (id uuid, fence bigint)
                where source.id = held.id and source.fence = held.fence and leased_until is not null
                order by source.id
                for update of source)
            update source
            set leased_until = now() + cast(:lease as float8) * interval '1 second'
            from kept
            where source.id = kept.id
            returning cast(json_build_object('id', source.id, 'fence', source.fence) as text)
            """;

    // The lock holds until the end of the transaction: nobody can claim the source while something is written for it.
    private static final String CONFIRM = """
            select cast(json_build_object('id', id, 'fence', fence) as text)
            from source
            where id = :id and fence = :fence and leased_until is not null
            for share
            """;

    private final Transactions transactions;
    private final Clock clock;

    SourceLeases(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Claims sources that are due for longest and that nobody else crawls, at most one of each host.
     *
     * @param busyHosts hosts that would make a further request wait
     * @param most at most so many, at least one
     */
    public Uni<List<Claim>> claim(Set<String> busyHosts, int most) {
        Instant now = clock.instant();
        long nanos = System.nanoTime();
        return transactions
                .run(() -> Sql.of(CLAIM)
                        .with("lease", (double) LEASE.toSeconds())
                        .with("now", now)
                        .with("busy", busyHosts)
                        .with("looked", most * LOOKED_AT)
                        .with("most", most)
                        .list(ClaimedRow.class))
                .map(rows -> rows.stream()
                        .map(row -> row.claim(now, new Lease(LEASE, nanos)))
                        .toList());
    }

    /** Keeps the claims of crawls that still run. */
    public Uni<Void> renew(Collection<Claim> claims) {
        long nanos = System.nanoTime();
        return transactions
                .run(() -> Sql.of(RENEW)
                        .with("lease", (double) LEASE.toSeconds())
                        .withJson("held", claims.stream().map(Held::of).toList())
                        .list(Held.class))
                .invoke(renewed -> claims.stream()
                        .filter(claim -> renewed.contains(Held.of(claim)))
                        .forEach(claim -> claim.lease().renewed(nanos)))
                .replaceWithVoid();
    }

    /** Fails with {@link LeaseLost} if the claim no longer holds. Must be the first thing in each transaction of a crawl. */
    public Uni<Void> confirm(Claim claim) {
        return Sql.of(CONFIRM)
                .with("id", claim.id())
                .with("fence", claim.fence())
                .first(Held.class)
                .onItem()
                .ifNull()
                .failWith(LeaseLost::new)
                .replaceWithVoid();
    }

    private record Held(UUID id, long fence) {

        static Held of(Claim claim) {
            return new Held(claim.id(), claim.fence());
        }
    }
}
