package io.earlybrd.account.session;

import io.earlybrd.account.token.SecretToken;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.UUID;

/** What happens to the session when somebody proves who they are: the old one ends and a new one begins, under a new name. */
@ApplicationScoped
public class LogIns {

    private final Sessions sessions;
    private final SessionCookie cookie;

    LogIns(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** Logs a subscriber in on this browser. Must be called within a Panache transaction. */
    public Uni<NewCookie> logIn(UUID subscriberId, RoutingContext request) {
        return closeOld(request)
                .chain(() ->
                        sessions.open(subscriberId, Agent.of(request.request().getHeader("User-Agent"))))
                .map(cookie::carrying);
    }

    /** Logs a subscriber in on this browser and out everywhere else. Must be called within a Panache transaction. */
    public Uni<NewCookie> logInHereOnly(UUID subscriberId, RoutingContext request) {
        return logOutEverywhere(subscriberId).chain(() -> logIn(subscriberId, request));
    }

    /** Logs a subscriber out everywhere. Must be called within a Panache transaction. */
    public Uni<Void> logOutEverywhere(UUID subscriberId) {
        return sessions.endAll(subscriberId).replaceWithVoid();
    }

    private Uni<Void> closeOld(RoutingContext request) {
        Optional<SecretToken> old = cookie.in(request);
        return old.isPresent() ? sessions.close(old.get()) : Uni.createFrom().voidItem();
    }
}
