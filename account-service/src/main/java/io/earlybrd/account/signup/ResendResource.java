package io.earlybrd.account.signup;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.web.Responses;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sends the mail that confirms an address again, for somebody who is logged in. */
@Path("/settings/verification-mail")
@Cancellable(false)
@Authenticated
class ResendResource {

    private final Confirmations confirmations;
    private final CurrentSubscriber current;

    ResendResource(Confirmations confirmations, CurrentSubscriber current) {
        this.confirmations = confirmations;
        this.current = current;
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> resend() {
        return confirmations.resend(current.get()).map(notice -> Responses.seeOther("/alerts?done=" + notice.word()));
    }
}
