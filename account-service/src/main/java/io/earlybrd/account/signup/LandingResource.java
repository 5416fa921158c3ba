package io.earlybrd.account.signup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The front page. */
@Path("/")
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
class LandingResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance landing(int trialDays, String monthlyPrice, String yearlyPrice);
    }

    private final int trialDays;
    private final String monthlyPrice;
    private final String yearlyPrice;

    LandingResource(
            @ConfigProperty(name = "earlybrd.trial-days") int trialDays,
            @ConfigProperty(name = "account.price.monthly") String monthlyPrice,
            @ConfigProperty(name = "account.price.yearly") String yearlyPrice) {
        this.trialDays = trialDays;
        this.monthlyPrice = monthlyPrice;
        this.yearlyPrice = yearlyPrice;
    }

    @GET
    public TemplateInstance landing() {
        return Templates.landing(trialDays, monthlyPrice, yearlyPrice);
    }
}
