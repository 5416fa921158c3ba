package io.earlybrd.scraper.retention;

import io.earlybrd.scraper.database.OwnContext;
import io.earlybrd.scraper.database.Transactions;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Deletes what is needed no more, every hour and in every instance. In steps with a transaction each, so that none locks many rows or
 * takes long, and in so many steps a run at most; the next run goes on.
 */
@ApplicationScoped
public class Retention {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int MOST_STEPS = 500;

    private final List<Perishable> perishables;
    private final Transactions transactions;
    private final Vertx vertx;
    private final Clock clock;
    private long timer;
    private volatile boolean stopped;

    Retention(@All List<Perishable> perishables, Transactions transactions, Vertx vertx, Clock clock) {
        this.perishables = perishables;
        this.transactions = transactions;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY.toMillis(), tick -> prune().subscribe().with(done -> {}, failure -> {}));
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Deletes all that is due, one kind after the other; one that fails holds up none and is tried again in an hour. */
    public Uni<Void> prune() {
        return Multi.createFrom()
                .iterable(perishables)
                .onItem()
                .transformToUniAndConcatenate(this::prune)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> prune(Perishable perishable) {
        return Uni.createFrom()
                .deferred(() -> OwnContext.run(
                        vertx.getOrCreateContext(),
                        () -> transactions.run(() -> perishable.deleteSome(clock.instant()))))
                .repeat()
                .atMost(MOST_STEPS)
                .select()
                .first(deleted -> deleted > 0 && !stopped)
                .collect()
                .with(Collectors.summingInt(deleted -> deleted))
                .invoke(deleted -> Log.debugf("%s deleted count=%d", perishable.what(), deleted))
                .onFailure()
                .invoke(failure -> Log.warnf("%s not deleted, tried again later cause=%s", perishable.what(), failure))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }
}
