package io.earlybrd.account.throttle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Deletes counts that have run out. */
class ThrottlePruning {

    private final Throttle throttle;

    ThrottlePruning(Throttle throttle) {
        this.throttle = throttle;
    }

    @Scheduled(every = "1h", delayed = "5m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> prune() {
        return Panache.withTransaction(throttle::prune).replaceWithVoid();
    }
}
