package io.earlybrd.account.session;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Knows people by their session, and sends whom it does not know to log in. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    private static final String FREE_OF_SESSIONS = "/assets/";

    private final Sessions sessions;
    private final SessionActivity activity;
    private final SessionCookie cookie;

    SessionMechanism(Sessions sessions, SessionActivity activity, SessionCookie cookie) {
        this.sessions = sessions;
        this.activity = activity;
        this.cookie = cookie;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviders) {
        if (context.normalizedPath().startsWith(FREE_OF_SESSIONS)) {
            return Uni.createFrom().nullItem();
        }
        return cookie.in(context)
                .map(token -> Panache.withSession(() -> sessions.owner(token)))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNotNull()
                .transformToUni(owner -> activity.note(owner).replaceWith(() -> identity(owner.signedIn())));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        String next = context.request().method().equals(HttpMethod.GET)
                ? "?next=" + URLEncoder.encode(context.request().path(), StandardCharsets.UTF_8)
                : "";
        return Uni.createFrom()
                .item(new ChallengeData(HttpResponseStatus.SEE_OTHER.code(), "Location", "/login" + next));
    }

    private static SecurityIdentity identity(SignedIn owner) {
        return QuarkusSecurityIdentity.builder().setPrincipal(owner).build();
    }
}
