package io.earlybrd.notifier.ledger;

import io.earlybrd.notifier.database.Sql;
import io.earlybrd.notifier.database.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/**
 * How many matches are pending and how late the latest of them is: what nobody may overlook. Counted in the database; no number while
 * that does not answer, since the last one would look as if all were well.
 */
@ApplicationScoped
class PendingMetrics {

    /** Matches that have no final fate. */
    static final String PENDING = "earlybrd.ledger.pending";

    /** How long ago the most overdue pending match was due, in seconds; a digest that waits for its hour is not overdue. */
    static final String OVERDUE = "earlybrd.ledger.overdue";

    private static final String COUNT = """
            select cast(jsonb_build_object('count', count(*), 'overdueSeconds',
                        coalesce(greatest(extract(epoch from cast(:now as timestamptz) - min(due_at)), 0), 0)) as text)
            from ledger where fate = 'pending'
            """;

    private final Transactions transactions;
    private final Vertx vertx;
    private final Clock clock;
    private final Duration every;
    private volatile Pending pending = Pending.UNKNOWN;

    PendingMetrics(Transactions transactions, Vertx vertx, Clock clock, LedgerConfig config, MeterRegistry registry) {
        this.transactions = transactions;
        this.vertx = vertx;
        this.clock = clock;
        this.every = config.countEvery();
        Gauge.builder(PENDING, () -> pending.count())
                .description("Matches without a final fate")
                .register(registry);
        Gauge.builder(OVERDUE, () -> pending.overdueSeconds())
                .description("How long ago the most overdue pending match was due")
                .baseUnit("seconds")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(0, every.toMillis(), timer -> count());
    }

    private void count() {
        transactions
                .run(() -> Sql.of(COUNT).with("now", clock.instant()).list(Pending.class))
                .map(rows -> rows.get(0))
                .ifNoItem()
                .after(every)
                .fail()
                .subscribe()
                .with(counted -> pending = counted, failure -> {
                    pending = Pending.UNKNOWN;
                    Log.debug("pending matches not counted", failure);
                });
    }

    /**
     * What is pending.
     *
     * @param count number of matches
     * @param overdueSeconds of the one that was due first
     */
    record Pending(double count, double overdueSeconds) {

        static final Pending UNKNOWN = new Pending(Double.NaN, Double.NaN);
    }
}
