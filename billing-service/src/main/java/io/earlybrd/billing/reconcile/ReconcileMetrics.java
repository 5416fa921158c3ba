package io.earlybrd.billing.reconcile;

import io.earlybrd.billing.subscription.CustomerRepository;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far the checks of customers are behind. */
@ApplicationScoped
class ReconcileMetrics {

    /** Seconds since the check was due that has waited longest, or began to fail; hours of it need a person. */
    static final String OVERDUE_AGE = "earlybrd.reconcile.overdue.age";

    private final CustomerRepository customers;
    private final Clock clock;
    private volatile double overdueSeconds;

    ReconcileMetrics(CustomerRepository customers, Clock clock, MeterRegistry registry) {
        this.customers = customers;
        this.clock = clock;
        Gauge.builder(OVERDUE_AGE, () -> overdueSeconds).baseUnit("seconds").register(registry);
    }

    @Scheduled(every = "15s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> measure() {
        Instant now = clock.instant();
        return Panache.withSession(() -> customers.oldestDue(now))
                .invoke(oldest -> overdueSeconds = oldest.map(
                                since -> Duration.between(since, now).toMillis() / 1000.0)
                        .orElse(0.0))
                .onFailure()
                .invoke(failure -> Log.debug("overdue checks not measured", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
