package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.fetch.HostGates;
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
 * Who crawls which source, and asks which host. A lease lasts {@link #LEASE} and is renewed while the crawl runs, so that a source
 * whose instance died is free again soon. Due times are by the service's clock; leases are by the database's, which all instances
 * share.
 *
 * <p>A source is claimed with its host, which stays with the instance until a lease after its last claim or renewal, and a little
 * longer: one instance keeps the host's gap and concurrency, by its {@link HostGates}, and the next one begins a gap after the last
 * request. A host that an answer leads to, by a redirect or a further page, or that somebody has us look at once, is asked without
 * being held: there the gates of each instance keep the pace for themselves.
 */
@ApplicationScoped
public class SourceLeases {

    /** Long enough for three renewals, short enough that nobody waits for a crashed instance. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** So many due sources are looked at for each that is wanted, since those of one host come one at a time. */
    private static final int LOOKED_AT = 4;

    // Rows that somebody else is about to take are skipped, hosts like sources: nobody waits for an instance that was
    // frozen between two statements. What was taken since this one began shows when the row is locked.
    private static final String CLAIM = """
            with due as materialized (
                select source.id, source.host, source.due_at, host.name is null as "unheard"
                from source left join host on host.name = source.host
                where due_at <= cast(:now as timestamptz) and disabled_at is null
                  and (leased_until is null or leased_until < now())
                  and source.host <> all(cast(:busy as text[]))
                  and (host.name is null or host.rests_until < now() and (host.holder = :me or host.held_until < now()))
                order by due_at
                limit :looked
                for update of source skip locked),
            first as materialized (
                select distinct on (host) id, host, due_at, "unheard" from due order by host, due_at),
            free as materialized (
                select name from host
                where name = any(array(select host from first))
                  and rests_until < now() and (holder = :me or held_until < now())
                for update skip locked),
            chosen as materialized (
                select id, host, "unheard" from first
                where "unheard" or host in (select name from free)
                order by due_at
                limit :most),
            kept as (
                update host
                set holder = :me, held_until = now() + cast(:hold as float8) * interval '1 second'
                where name = any(array(select host from chosen where not "unheard"))
                returning name),
            added as (
                insert into host (name, holder, held_until)
                select host, :me, now() + cast(:hold as float8) * interval '1 second' from chosen
                where "unheard"
                order by host
                on conflict do nothing
                returning name),
            claimed as (
                update source
                set leased_until = now() + cast(:lease as float8) * interval '1 second', fence = fence + 1
                from chosen
                where source.id = chosen.id
                  and chosen.host in (select name from kept union all select name from added)
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

    // Whoever lost the host has lost the source. Rows are locked in the order of their ids, so that it never waits for
    // who records some of these crawls; hosts after sources, as they are for claims.
    private static final String RENEW = """
            with running as materialized (
                select source.id, source.host
                from source, jsonb_to_recordset(cast(cast(:held as text) as jsonb)) as held (id uuid, fence bigint)
                where source.id = held.id and source.fence = held.fence and leased_until is not null
                order by source.id
                for update of source),
            mine as materialized (
                select name from host
                where name = any(array(select host from running)) and holder = :me
                order by name
                for update),
            kept as (
                update host
                set held_until = now() + cast(:hold as float8) * interval '1 second'
                where name = any(array(select name from mine))
                returning name)
            update source
            set leased_until = now() + cast(:lease as float8) * interval '1 second'
            from running
            where source.id = running.id and running.host in (select name from kept)
            returning cast(json_build_object('id', source.id, 'fence', source.fence) as text)
            """;

    // Requests that were on their way are broken off; the hosts may have seen them.
    private static final String RELEASE = """
            update host
            set held_until = least(held_until, now() + cast(:handover as float8) * interval '1 second')
            where holder = :me and held_until > now()
            """;

    // The lock holds until the end of the transaction: nobody can claim the source while something is written for it.
    private static final String CONFIRM = """
            select cast(json_build_object('id', id, 'fence', fence) as text)
            from source
            where id = :id and fence = :fence and leased_until is not null
            for share
            """;

    private final UUID me = UUID.randomUUID();
    private final Transactions transactions;
    private final Clock clock;
    private final Duration handover;

    SourceLeases(Transactions transactions, Clock clock, HostGates gates) {
        this.transactions = transactions;
        this.clock = clock;
        this.handover = gates.handover();
    }

    /**
     * Claims sources that are due for longest and that nobody else crawls, at most one of each host, of hosts that nobody else holds
     * and that do not rest.
     *
     * @param busyHosts hosts that would make a further request wait
     * @param most at most so many, at least one
     */
    public Uni<List<Claim>> claim(Set<String> busyHosts, int most) {
        Instant now = clock.instant();
        long nanos = System.nanoTime();
        return transactions
                .run(() -> held(CLAIM)
                        .with("now", now)
                        .with("busy", busyHosts)
                        .with("looked", most * LOOKED_AT)
                        .with("most", most)
                        .list(ClaimedRow.class))
                .map(rows -> rows.stream()
                        .map(row -> row.claim(now, new Lease(LEASE, nanos)))
                        .toList());
    }

    /** Keeps the claims of crawls that still run, and their hosts. */
    public Uni<Void> renew(Collection<Claim> claims) {
        long nanos = System.nanoTime();
        return transactions
                .run(() -> held(RENEW)
                        .withJson("held", claims.stream().map(Held::of).toList())
                        .list(Held.class))
                .invoke(renewed -> claims.stream()
                        .filter(claim -> renewed.contains(Held.of(claim)))
                        .forEach(claim -> claim.lease().renewed(nanos)))
                .replaceWithVoid();
    }

    /** Leaves all hosts to others; nothing may be asked for after that, whatever was claimed. */
    public Uni<Void> release() {
        return transactions
                .run(() -> Sql.of(RELEASE)
                        .with("me", me)
                        .with("handover", seconds(handover))
                        .execute())
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

    private Sql held(String statement) {
        return Sql.of(statement)
                .with("me", me)
                .with("lease", seconds(LEASE))
                .with("hold", seconds(LEASE.plus(handover)));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private record Held(UUID id, long fence) {

        static Held of(Claim claim) {
            return new Held(claim.id(), claim.fence());
        }
    }
}
