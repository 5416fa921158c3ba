package io.earlybrd.billing.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Measures how long Stripe's events wait, and forgets those that no delivery can repeat any more. */
@ApplicationScoped
class LedgerKeeper {

    /** Stripe retries for 3 days, and lists and resends events for 30. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final StripeEventRepository events;
    private final WebhookMetrics metrics;
    private final Clock clock;

    LedgerKeeper(StripeEventRepository events, WebhookMetrics metrics, Clock clock) {
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "15s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> measure() {
        Instant now = clock.instant();
        return Panache.withSession(events::oldestOpen)
                .invoke(oldest -> metrics.openFor(
                        oldest.map(since -> Duration.between(since, now)).orElse(Duration.ZERO)))
                .onFailure()
                .invoke(failure -> Log.debug("open events not measured", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Scheduled(every = "1h", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> prune() {
        return Panache.withTransaction(() -> events.prune(clock.instant().minus(KEPT)))
                .onFailure()
                .invoke(failure -> Log.warn("old events not pruned, tried again in an hour", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
