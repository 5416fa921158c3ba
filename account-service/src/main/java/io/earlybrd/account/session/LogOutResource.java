package io.earlybrd.account.session;

import io.earlybrd.account.web.Responses;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Ends the session of this browser; a second click is no error. */
@Path("/logout")
@Cancellable(false)
class LogOutResource {

    private final Sessions sessions;
    private final SessionCookie cookie;

    LogOutResource(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @POST
    @WithTransaction
    public Uni<RestResponse<TemplateInstance>> logOut(RoutingContext request) {
        return cookie.in(request)
                .map(sessions::close)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .map(done -> Responses.seeOther("/", cookie.gone()));
    }
}
