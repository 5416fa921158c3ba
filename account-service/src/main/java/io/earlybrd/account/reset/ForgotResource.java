package io.earlybrd.account.reset;

import io.earlybrd.account.subscriber.EmailAddress;
import io.earlybrd.account.throttle.ClientAddress;
import io.earlybrd.account.throttle.Verdict;
import io.earlybrd.account.web.FormErrors;
import io.earlybrd.account.web.Responses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The form that asks for a link to choose a new password, and the page that says to look for it: the same for every address. */
@Path("/password/forgot")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class ForgotResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(ForgotForm form, FormErrors errors);

        static native TemplateInstance sent();
    }

    private final PasswordResets resets;

    ForgotResource(PasswordResets resets) {
        this.resets = resets;
    }

    @GET
    public TemplateInstance form() {
        return Templates.form(new ForgotForm(), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> send(@BeanParam ForgotForm form, RoutingContext request) {
        Optional<EmailAddress> address = form.address();
        return address.isEmpty()
                ? Uni.createFrom()
                        .item(Responses.again(page(form, "Email address", "Write the address of your account.")))
                : resets.mailLink(address.get(), ClientAddress.of(request)).map(verdict -> answer(form, verdict));
    }

    @GET
    @Path("sent")
    public TemplateInstance sent() {
        return Templates.sent();
    }

    private static RestResponse<TemplateInstance> answer(ForgotForm form, Verdict verdict) {
        return verdict.allowed()
                ? Responses.seeOther("/password/forgot/sent")
                : Responses.tooMany(
                        page(
                                form,
                                "Link",
                                "Too many links were asked for from your network in the last hour. Try again in an hour."),
                        verdict.retryAfter());
    }

    private static TemplateInstance page(ForgotForm form, String label, String message) {
        FormErrors errors = FormErrors.none();
        errors.add("email", label, message);
        return Templates.form(form, errors);
    }
}
