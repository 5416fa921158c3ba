package io.earlybrd.account.signup;

import io.earlybrd.account.token.SecretToken;
import io.earlybrd.account.web.FormErrors;
import io.earlybrd.account.web.Responses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where the link in the mail leads: a GET asks for the password of the sign-up, only the POST with it confirms. */
@Path("/confirm/{token}")
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
class ConfirmResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance confirm(String token, FormErrors errors);

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
                .map(usable -> usable ? Responses.shown(Templates.confirm(token, FormErrors.none())) : expired());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> confirm(
            String token, @RestForm String password, RoutingContext request) {
        return confirmations
                .confirm(new SecretToken(token), Objects.requireNonNullElse(password, ""), request)
                .map(outcome -> answer(token, outcome));
    }

    private static RestResponse<TemplateInstance> answer(String token, ConfirmOutcome outcome) {
        return switch (outcome.kind()) {
            case CONFIRMED ->
                Responses.seeOther("/alerts?done=confirmed", outcome.cookie().orElseThrow());
            case WRONG ->
                Responses.again(
                        page(token, "Password", "It is not the one that you gave when you signed up. Check it."));
            case THROTTLED ->
                Responses.tooMany(
                        page(
                                token,
                                "Confirmation",
                                "There were too many attempts from here. Wait 15 minutes and try again."),
                        outcome.retryAfter());
            case OVER -> expired();
        };
    }

    private static TemplateInstance page(String token, String label, String message) {
        FormErrors errors = FormErrors.none();
        errors.add("password", label, message);
        return Templates.confirm(token, errors);
    }

    private static RestResponse<TemplateInstance> expired() {
        return ResponseBuilder.create(RestResponse.Status.GONE, Templates.expired())
                .build();
    }
}
