package io.earlybrd.account.session;

import io.earlybrd.account.web.Responses;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Ends other sessions of whoever is logged in: one, or all. One that is over already is no error. */
@Path("/settings/sessions")
@Cancellable(false)
@Authenticated
class SessionResource {

    private final Sessions sessions;
    private final CurrentSubscriber current;

    SessionResource(Sessions sessions, CurrentSubscriber current) {
        this.sessions = sessions;
        this.current = current;
    }

    @POST
    @Path("{sessionId}/end")
    @WithTransaction
    public Uni<RestResponse<TemplateInstance>> end(UUID sessionId) {
        return sessions.end(sessionId, current.get().subscriberId())
                .replaceWith(Responses.seeOther("/settings?done=session-ended"));
    }

    @POST
    @Path("end-others")
    @WithTransaction
    public Uni<RestResponse<TemplateInstance>> endOthers() {
        return sessions.endOthers(current.get()).replaceWith(Responses.seeOther("/settings?done=sessions-ended"));
    }
}
