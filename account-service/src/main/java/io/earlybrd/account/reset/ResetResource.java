package io.earlybrd.account.reset;

import io.earlybrd.account.throttle.ClientAddress;
import io.earlybrd.account.token.SecretToken;
import io.earlybrd.account.web.FormErrors;
import io.earlybrd.account.web.Notice;
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

/** Where the link to choose a new password leads: a GET asks for it, only the POST changes anything. */
@Path("/password/reset/{token}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class ResetResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(String token, FormErrors errors);

        static native TemplateInstance expired();
    }

    private final PasswordResets resets;

    ResetResource(PasswordResets resets) {
        this.resets = resets;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> show(String token) {
        return resets.usable(new SecretToken(token))
                .map(usable -> usable ? Responses.shown(Templates.form(token, FormErrors.none())) : expired());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> choose(String token, @RestForm String password, RoutingContext request) {
        return resets.choose(
                        new SecretToken(token), Objects.requireNonNullElse(password, ""), ClientAddress.of(request))
                .map(outcome -> answer(token, outcome));
    }

    private static RestResponse<TemplateInstance> answer(String token, ResetOutcome outcome) {
        return switch (outcome.kind()) {
            case CHANGED -> Responses.seeOther("/login?done=" + Notice.PASSWORD_CHANGED.word());
            case REFUSED -> again(token, outcome.problem().orElseThrow());
            case OVER -> expired();
        };
    }

    private static RestResponse<TemplateInstance> again(String token, String problem) {
        FormErrors errors = FormErrors.none();
        errors.add("password", "New password", problem);
        return Responses.again(Templates.form(token, errors));
    }

    private static RestResponse<TemplateInstance> expired() {
        return ResponseBuilder.create(RestResponse.Status.GONE, Templates.expired())
                .build();
    }
}
