package io.earlybrd.account.signup;

import io.earlybrd.account.token.SecretToken;
import io.earlybrd.account.web.Responses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where the link in the mail leads: a GET shows a button, only its POST confirms. */
@Path("/confirm/{token}")
@Produces(MediaType.TEXT_HTML)
class ConfirmResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance confirm(String token);

        static native TemplateInstance expired();
    }

    private final Confirmations confirmations;

    ConfirmResource(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> show(String token) {
        return confirmations
                .usable(new SecretToken(token))
                // The address of this page is the secret itself: no other site may learn it as a referrer.
                .map(usable -> usable
                        ? ResponseBuilder.ok(Templates.confirm(token))
                                .header("Referrer-Policy", "no-referrer")
                                .build()
                        : expired());
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> confirm(String token, RoutingContext request) {
        return confirmations
                .confirm(new SecretToken(token), request)
                .map(cookie -> cookie == null ? expired() : Responses.seeOther("/alerts?done=confirmed", cookie));
    }

    private static RestResponse<TemplateInstance> expired() {
        return ResponseBuilder.create(RestResponse.Status.GONE, Templates.expired())
                .build();
    }
}
