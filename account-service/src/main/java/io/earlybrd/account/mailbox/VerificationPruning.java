package io.earlybrd.account.mailbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Deletes links that are too old to be used. */
class VerificationPruning {

    private final Verifications verifications;

    VerificationPruning(Verifications verifications) {
        this.verifications = verifications;
    }

    @Scheduled(every = "1h", delayed = "7m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> prune() {
        return Panache.withTransaction(verifications::prune).replaceWithVoid();
    }
}
