package io.earlybrd.account.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes when sessions were last used, in a transaction of its own: a page is worth more than that note. */
@ApplicationScoped
class SessionActivity {

    private final Sessions sessions;

    SessionActivity(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Notes that a session is used, unless that was done a moment ago; never fails. */
    Uni<Void> note(SessionOwner owner) {
        if (!sessions.seenLongAgo(owner)) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withTransaction(() -> sessions.seen(owner.sessionId()))
                .onFailure()
                .invoke(failure -> Log.warnf("use of a session is not noted cause=%s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
