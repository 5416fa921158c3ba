package io.earlybrd.account.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Deletes sessions that are over. */
class SessionPruning {

    private final Sessions sessions;

    SessionPruning(Sessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(every = "1h", delayed = "6m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> prune() {
        return Panache.withTransaction(sessions::prune).replaceWithVoid();
    }
}
