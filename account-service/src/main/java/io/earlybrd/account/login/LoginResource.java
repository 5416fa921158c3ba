package io.earlybrd.account.login;

import io.earlybrd.account.web.FormErrors;
import io.earlybrd.account.web.Notice;
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
import java.time.Duration;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The log-in page. */
@Path("/login")
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
class LoginResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(LoginForm form, FormErrors errors, Notice notice);
    }

    private final LoginService logins;

    LoginResource(LoginService logins) {
        this.logins = logins;
    }

    @GET
    public TemplateInstance form(@RestQuery String next, @RestQuery String done) {
        LoginForm form = new LoginForm();
        form.next = next;
        return Templates.form(form, FormErrors.none(), Notice.named(done));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> logIn(@BeanParam LoginForm form, RoutingContext request) {
        return logins.logIn(form, request)
                .map(outcome -> outcome.cookie()
                        .map(cookie -> Responses.seeOther(form.next(), cookie))
                        .orElseGet(() -> outcome.throttled() ? tooMany(form, outcome.retryAfter()) : wrong(form)));
    }

    private static RestResponse<TemplateInstance> wrong(LoginForm form) {
        FormErrors errors = FormErrors.none();
        errors.add("email", "Email address and password", "They do not belong together. Check both.");
        return Responses.again(Templates.form(form, errors, Notice.NONE));
    }

    private static RestResponse<TemplateInstance> tooMany(LoginForm form, Duration retryAfter) {
        FormErrors errors = FormErrors.none();
        errors.add("email", "Log-in", "There were too many attempts from here. Wait 15 minutes and try again.");
        return Responses.tooMany(Templates.form(form, errors, Notice.NONE), retryAfter);
    }
}
