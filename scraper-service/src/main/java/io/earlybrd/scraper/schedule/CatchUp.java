package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Ends a standstill. Sources that have missed a whole rest are all due at once then; each of them is given a time within its own
 * rest instead, so that boards are asked no more often than at any other time, and busy ones first.
 */
@ApplicationScoped
public class CatchUp {

    /** A restart of a service, or of its machine, is no standstill. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final int BATCH = 1_000;

    private static final String LATE_ONES = """
            select cast(json_build_object('id', id, 'dueAt', due_at, 'restSeconds', rest_seconds) as text)
            from source
            where due_at < cast(:late as timestamptz) and disabled_at is null
              and due_at < cast(:now as timestamptz) - rest_seconds * interval '1 second'
              and id > :after
            order by id
            limit :most
            """;

    // Not those that somebody has crawled or spread meanwhile.
    private static final String SPREAD = """
            update source
            set due_at = spread."to"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                 as spread (id uuid, "from" timestamptz, "to" timestamptz)
            where source.id = spread.id and source.due_at = spread."from"
            """;

    private final Transactions transactions;
    private final Cadence cadence;
    private final Clock clock;

    CatchUp(Transactions transactions, Cadence cadence, Clock clock) {
        this.transactions = transactions;
        this.cadence = cadence;
        this.clock = clock;
    }

    /** Gives a time to each source that is late by more than its rest; says how many they were. Must be called on a Vert.x context. */
    public Uni<Integer> spread() {
        return spreadAfter(new UUID(0, 0), 0).invoke(count -> {
            if (count > 0) {
                Log.infof(
                        "sources were late by more than their rest, they are crawled one after the other count=%d",
                        count);
            }
        });
    }

    private Uni<Integer> spreadAfter(UUID after, int before) {
        Instant now = clock.instant();
        return transactions
                .run(() -> Sql.of(LATE_ONES)
                        .with("late", now.minus(LATE))
                        .with("now", now)
                        .with("after", after)
                        .with("most", BATCH)
                        .list(Late.class)
                        .call(late -> Sql.of(SPREAD)
                                .withJson(
                                        "rows",
                                        late.stream()
                                                .map(source -> inTurn(source, now))
                                                .toList())
                                .execute()))
                .chain(late -> late.size() < BATCH
                        ? Uni.createFrom().item(before + late.size())
                        : spreadAfter(late.get(BATCH - 1).id(), before + BATCH));
    }

    private Spread inTurn(Late source, Instant now) {
        return new Spread(source.id(), source.dueAt(), cadence.caughtUp(now, Duration.ofSeconds(source.restSeconds())));
    }

    private record Late(UUID id, Instant dueAt, long restSeconds) {}

    private record Spread(UUID id, Instant from, Instant to) {}
}
