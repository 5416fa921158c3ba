package io.earlybrd.billing.trial;

import io.earlybrd.billing.entitlement.Entitlements;
import io.earlybrd.billing.subscriber.SubscriberRepository;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Closes trials, graces and paid periods by the clock, though Stripe stays silent. The notifier knows the end of each permission
 * in advance and keeps to it by itself; this makes the end visible to everybody else.
 */
@ApplicationScoped
public class EndSweeper {

    private static final int BATCH = 200;

    private final Entitlements entitlements;
    private final SubscriberRepository subscribers;

    EndSweeper(Entitlements entitlements, SubscriberRepository subscribers) {
        this.entitlements = entitlements;
        this.subscribers = subscribers;
    }

    @Scheduled(
            every = "{earlybrd.sweep.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return Panache.withSession(() -> entitlements.overdue(BATCH))
                .chain(this::closeEach)
                .onFailure()
                .invoke(failure -> Log.warn("ends not swept, tried again soon", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** One after the other, each in its own transaction: what fails for one subscriber leaves the others untouched. */
    private Uni<Void> closeEach(List<UUID> overdue) {
        return Multi.createFrom()
                .iterable(overdue)
                .onItem()
                .transformToUniAndConcatenate(subscriberId -> close(subscriberId)
                        .onFailure()
                        .invoke(failure -> Log.errorf(failure, "end not swept subscriberId=%s", subscriberId))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> close(UUID subscriberId) {
        return Panache.withTransaction(() -> subscribers.lock(subscriberId).chain(entitlements::reassess));
    }
}
