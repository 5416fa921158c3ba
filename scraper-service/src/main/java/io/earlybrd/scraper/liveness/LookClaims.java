package io.earlybrd.scraper.liveness;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who looks at pages of which source. Whoever claims one moves its due time into the future, so that it comes back by itself if
 * its instance dies; crawls go on meanwhile.
 */
@ApplicationScoped
class LookClaims {

    /** Longer than any round. */
    static final Duration HELD = Duration.ofMinutes(30);

    /** As often as the pages of one source are looked at, many as they may be. */
    static final Duration SHORTEST_REST = Duration.ofMinutes(10);

    /** As late as a posting that no list shows any more may be noticed. */
    static final Duration LONGEST_REST = Duration.ofHours(6);

    private static final int LOOKED_AT = 4;

    private static final String CLAIM = """
            with due as materialized (
                select id, host, looks_due_at from source
                where looks_due_at <= cast(:now as timestamptz) and disabled_at is null
                  and host <> all(cast(:busy as text[]))
                order by looks_due_at
                limit :looked
                for no key update skip locked),
            chosen as (
                select id from (select distinct on (host) id, looks_due_at from due order by host, looks_due_at) as first_of_host
                order by looks_due_at
                limit :most)
            update source
            set looks_due_at = cast(:until as timestamptz)
            from chosen
            where source.id = chosen.id
            returning cast(json_build_object(
                'id', source.id, 'provider', provider, 'board', board, 'host', host, 'until', looks_due_at,
                'doubtedAt', doubted_at, 'pagesGoneAt', pages_gone_at) as text)
            """;

    // Not if a crawl wants another round at once, or this one took so long that somebody else has the source.
    private static final String FINISH = """
            update source
            set looks_due_at = greatest(
                    cast(:soonest as timestamptz),
                    least(cast(:latest as timestamptz), (select min(due_at) from look where source_id = :id)))
            where id = :id and looks_due_at = cast(:until as timestamptz)
            """;

    private final Transactions transactions;
    private final Clock clock;

    LookClaims(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Claims sources that wait longest for a round, at most one of each host.
     *
     * @param busyHosts hosts whose sources are looked at now
     * @param most at most so many, at least one
     */
    Uni<List<LookClaim>> claim(Collection<String> busyHosts, int most) {
        Instant now = clock.instant();
        return transactions.run(() -> Sql.of(CLAIM)
                .with("now", now)
                .with("until", now.plus(HELD))
                .with("busy", busyHosts)
                .with("looked", most * LOOKED_AT)
                .with("most", most)
                .list(LookClaim.class));
    }

    /**
     * Ends a round: the next is due with the next look at one of its pages, within bounds.
     *
     * @param inVain whether its site says nothing to us now
     */
    Uni<Void> finish(LookClaim claim, boolean inVain) {
        Instant now = clock.instant();
        double chance = ThreadLocalRandom.current().nextDouble();
        return transactions
                .run(() -> Sql.of(FINISH)
                        .with("soonest", now.plus(jittered(inVain ? LONGEST_REST : SHORTEST_REST, chance)))
                        .with("latest", now.plus(jittered(LONGEST_REST, chance)))
                        .with("id", claim.id())
                        .with("until", claim.until())
                        .execute())
                .replaceWithVoid();
    }

    private static Duration jittered(Duration rest, double chance) {
        return rest.plusMillis((long) (rest.toMillis() * chance / 10));
    }
}
