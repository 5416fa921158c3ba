package io.earlybrd.account.signup;

import io.earlybrd.account.subscriber.Zones;
import io.earlybrd.account.throttle.ClientAddress;
import io.earlybrd.account.web.FormErrors;
import io.earlybrd.account.web.Moments;
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
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The sign-up form, and the page that says to look for the mail, which is the same for every address. */
@Path("/sign-up")
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
class SignUpResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(
                SignUpForm form, FormErrors errors, Map<String, List<String>> zones, int trialDays, String trialEnd);

        static native TemplateInstance sent();
    }

    private final SignUpService signUps;
    private final Clock clock;
    private final int trialDays;

    SignUpResource(SignUpService signUps, Clock clock, @ConfigProperty(name = "earlybrd.trial-days") int trialDays) {
        this.signUps = signUps;
        this.clock = clock;
        this.trialDays = trialDays;
    }

    @GET
    public TemplateInstance form() {
        return page(new SignUpForm(), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> signUp(@BeanParam SignUpForm form, RoutingContext request) {
        FormErrors errors = form.errors();
        if (errors.any()) {
            return Uni.createFrom().item(Responses.again(page(form, errors)));
        }
        return signUps.signUp(
                        form.address().orElseThrow(),
                        form.password(),
                        form.zoneId().orElseThrow(),
                        ClientAddress.of(request))
                .map(verdict ->
                        verdict.allowed() ? Responses.seeOther("/sign-up/sent") : tooMany(form, verdict.retryAfter()));
    }

    @GET
    @Path("sent")
    public TemplateInstance sent() {
        return Templates.sent();
    }

    private RestResponse<TemplateInstance> tooMany(SignUpForm form, Duration retryAfter) {
        FormErrors errors = FormErrors.none();
        errors.add(
                "start",
                "Sign-up",
                "There were too many sign-ups from your network in the last hour. Try again in an hour.");
        return Responses.tooMany(page(form, errors), retryAfter);
    }

    private TemplateInstance page(SignUpForm form, FormErrors errors) {
        ZoneId zone = form.zoneId().orElse(Moments.UTC);
        String trialEnd = Moments.weekdayAndDay(clock.instant().plus(Duration.ofDays(trialDays)), zone);
        return Templates.form(form, errors, Zones.byContinent(), trialDays, trialEnd);
    }
}
