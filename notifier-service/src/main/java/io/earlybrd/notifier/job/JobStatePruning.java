package io.earlybrd.notifier.job;

import io.earlybrd.events.Topic;
import io.earlybrd.notifier.database.Transactions;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets which jobs are closed once no match of them can come any more: matches are kept for that long. Counted from when it arrived
 * here, so a service that was away for long knows of the closes as well as of the matches that it has missed. In steps with a
 * transaction each, so that none locks many rows or takes long.
 */
@ApplicationScoped
class JobStatePruning {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Topic.MATCHES.kept().retention().orElseThrow();
    private static final int STEP = 10_000;

    private final Transactions transactions;
    private final JobStateTable table;
    private final Vertx vertx;
    private final Clock clock;

    JobStatePruning(Transactions transactions, JobStateTable table, Vertx vertx, Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(
                EVERY.toMillis(),
                timer -> prune(STEP)
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> Log.warnf("closed jobs not pruned, tried again later cause=%s", failure)));
    }

    /** Forgets all that is too old, so many jobs at a time. */
    Uni<Void> prune(int step) {
        return Uni.createFrom()
                .deferred(
                        () -> transactions.run(() -> table.prune(clock.instant().minus(KEPT), step)))
                .repeat()
                .whilst(forgotten -> forgotten == step)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
