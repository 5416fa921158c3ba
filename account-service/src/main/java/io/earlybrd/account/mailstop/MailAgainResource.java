package io.earlybrd.account.mailstop;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.web.Notice;
import io.earlybrd.account.web.Responses;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where the button “Mail me again” goes; a second click is no error. */
@Path("/settings/mail-again")
@Cancellable(false)
@Authenticated
class MailAgainResource {

    private final MailStops stops;
    private final CurrentSubscriber current;

    MailAgainResource(MailStops stops, CurrentSubscriber current) {
        this.stops = stops;
        this.current = current;
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> mailAgain() {
        return stops.startAgain(current.get().subscriberId())
                .replaceWith(Responses.seeOther("/alerts?done=" + Notice.MAIL_STARTED.word()));
    }
}
