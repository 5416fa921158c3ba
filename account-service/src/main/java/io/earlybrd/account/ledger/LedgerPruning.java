package io.earlybrd.account.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes what is older than the ledger is kept. It does so in steps with a transaction each, so that no step locks many rows or
 * takes long, and in so many steps a run at most; the next run goes on.
 */
class LedgerPruning {

    private static final int STEP = 1_000;
    private static final int MOST_STEPS = 200;

    private final Ledger ledger;
    private final Clock clock;
    private final Duration kept;

    LedgerPruning(Ledger ledger, Clock clock, @ConfigProperty(name = "account.ledger.kept") Duration kept) {
        this.ledger = ledger;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(
            every = "1h",
            delayed = "9m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> prune() {
        return prune(STEP, MOST_STEPS);
    }

    /** Deletes in steps of so many entries until none is too old, or until the steps are used up. */
    Uni<Void> prune(int step, int mostSteps) {
        Instant oldest = clock.instant().minus(kept);
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> ledger.deleteBefore(oldest, step)))
                .repeat()
                .atMost(mostSteps)
                .select()
                .first(deleted -> deleted == step)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
