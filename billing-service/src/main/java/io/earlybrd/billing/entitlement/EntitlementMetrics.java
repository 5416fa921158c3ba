package io.earlybrd.billing.entitlement;

import io.earlybrd.billing.subscription.SubscriptionRepository;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** How many subscribers stand how, counted now and then. */
@ApplicationScoped
class EntitlementMetrics {

    /** Subscribers by state. */
    static final String ENTITLEMENTS = "earlybrd.entitlement.count";

    /** Subscriptions with a status that we do not understand; more than 0 needs a person. */
    static final String UNKNOWN = "earlybrd.subscription.unknown";

    private final EntitlementRepository entitlements;
    private final SubscriptionRepository subscriptions;

    private volatile Map<EntitlementState, Long> byState = Map.of();
    private volatile long unknown;

    EntitlementMetrics(
            EntitlementRepository entitlements, SubscriptionRepository subscriptions, MeterRegistry registry) {
        this.entitlements = entitlements;
        this.subscriptions = subscriptions;
        for (EntitlementState state : EntitlementState.values()) {
            Gauge.builder(ENTITLEMENTS, () -> byState.getOrDefault(state, 0L))
                    .tag("state", state.word())
                    .register(registry);
        }
        Gauge.builder(UNKNOWN, () -> unknown).register(registry);
    }

    @Scheduled(every = "30s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> count() {
        return Panache.withSession(() -> entitlements
                        .countByState()
                        .invoke(counted -> byState = counted)
                        .chain(subscriptions::countUnknown)
                        .invoke(counted -> unknown = counted))
                .onFailure()
                .invoke(failure -> Log.debug("entitlements not counted", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
